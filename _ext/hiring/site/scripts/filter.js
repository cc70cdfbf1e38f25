// A field above a long list of roles: it leaves what holds all words that are typed.
/** @param {Element} family */
const linesOf = (family) => [...family.querySelectorAll("tbody > tr, :scope > ul:last-child > li")];

/**
 * Show the lines that hold all words, and of the families those that have any; return how many.
 * @param {Element} box
 * @param {string[]} wanted
 */
const filter = (box, wanted) => {
  let shown = 0;
  for (const family of box.querySelectorAll(".hiring-family")) {
    let own = 0;
    for (const line of linesOf(family)) {
      const text = (line.textContent ?? "").toLowerCase();
      const holds = wanted.every((word) => text.includes(word));
      line.toggleAttribute("hidden", !holds);
      own += Number(holds);
    }
    family.toggleAttribute("hidden", own === 0);
    shown += own;
  }
  for (const jumps of box.querySelectorAll(".hiring-jumps, .hiring-letters")) {
    jumps.toggleAttribute("hidden", wanted.length > 0);
  }
  return shown;
};

for (const box of document.querySelectorAll(".hiring-groups")) {
  const field = document.createElement("input");
  field.type = "search";
  field.className = "hiring-filter";
  field.placeholder = say("filter.field");
  field.setAttribute("aria-label", say("filter.field"));
  field.autocomplete = "off";
  const count = document.createElement("output");
  count.className = "hiring-filter-count";
  const all = [...box.querySelectorAll(".hiring-family")].flatMap(linesOf).length;
  field.addEventListener("input", () => {
    const wanted = field.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const shown = filter(box, wanted);
    count.textContent = wanted.length ? say("filter.shown", { shown, all }) : "";
  });
  box.before(field, count);
}
