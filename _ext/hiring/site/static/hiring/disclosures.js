// Opens the question, or the group of entries, that the address names, and every one while the page
// is printed. Browsers open the first by themselves where the anchor is inside; older ones need help.
(() => {
  /** @returns {NodeListOf<HTMLDetailsElement>} */
  const disclosures = () =>
    document.querySelectorAll("details:is(.hiring-question, .hiring-entries)");
  /** @type {HTMLDetailsElement[]} */
  let closed = [];

  const named = () => {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null; // an address that somebody has mistyped
    }
  };

  const openNamed = () => {
    const around = named()?.closest("details");
    if (around && !around.open) {
      around.open = true;
      around.scrollIntoView();
    }
  };

  addEventListener("hashchange", openNamed);
  addEventListener("beforeprint", () => {
    closed = [...disclosures()].filter((disclosure) => !disclosure.open);
    for (const disclosure of closed) disclosure.open = true;
  });
  addEventListener("afterprint", () => {
    for (const disclosure of closed) disclosure.open = false;
    closed = [];
  });
  openNamed();
})();
