// On the page that is shown where there is none: fills the search with the words of the address.
(() => {
  const MOST_SIGNS = 100;

  /** Returns the words of the last part of an address that says something. */
  const wordsOf = (/** @type {string} */ path) => {
    const parts = path.split("/").map((part) => part.replace(/\.[a-z]+$/, ""));
    const last = parts.findLast((part) => part !== "" && part !== "index" && part !== "404");
    return (last ?? "")
      .split(/[-_+.\s]+/)
      .join(" ")
      .trim()
      .slice(0, MOST_SIGNS);
  };

  const asked = () => {
    const root = document.documentElement.dataset.content_root ?? "/";
    const { pathname } = location;
    const path = pathname.startsWith(root) ? pathname.slice(root.length) : pathname;
    try {
      return decodeURIComponent(path);
    } catch {
      return ""; // it is no address in UTF-8, so nobody can tell its words
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    const field = document.querySelector("form.hiring-search input[name=q]");
    if (field instanceof HTMLInputElement) field.value = wordsOf(asked());
  });
})();
