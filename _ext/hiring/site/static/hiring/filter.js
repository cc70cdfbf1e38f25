// A field above a long list of roles: it leaves what holds all words that are typed.
(() => {
  /** @param {Element} element @returns {string} */
  const words = (element) => (element.textContent ?? "").toLowerCase();

  /**
   * Hide the lines of a list that do not hold all words; tell whether any is left.
   * @param {Element} list
   * @param {string[]} wanted
   */
  const filterList = (list, wanted) => {
    const lines = [...list.querySelectorAll("tbody > tr, :scope > li")];
    for (const line of lines) {
      const text = words(line);
      line.toggleAttribute("hidden", !wanted.every((word) => text.includes(word)));
    }
    return lines.some((line) => !line.hasAttribute("hidden"));
  };

  /**
   * Show of each family what matches, and its name where something does.
   * @param {Element} box
   * @param {string[]} wanted
   */
  const filter = (box, wanted) => {
    for (const heading of box.querySelectorAll(":scope > .hiring-title")) {
      const list = heading.nextElementSibling;
      if (!list) continue;
      const some = filterList(list, wanted);
      list.toggleAttribute("hidden", !some);
      heading.toggleAttribute("hidden", !some);
    }
    box.querySelector(".hiring-jumps")?.toggleAttribute("hidden", wanted.length > 0);
  };

  for (const box of document.querySelectorAll(".hiring-groups")) {
    const field = document.createElement("input");
    field.type = "search";
    field.className = "hiring-filter";
    field.placeholder = "Filter this list";
    field.setAttribute("aria-label", "Filter this list");
    field.autocomplete = "off";
    field.addEventListener("input", () => {
      filter(box, field.value.toLowerCase().split(/\s+/).filter(Boolean));
    });
    box.before(field);
  }
})();
