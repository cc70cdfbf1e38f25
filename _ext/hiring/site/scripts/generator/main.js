// Starts the generators of the page.

/** @param {HTMLElement} root */
const startGenerator = (root) => {
  const page = new GeneratorPage(root);
  const generator = new Generator(page);
  const { role, level, work } = page.selects;
  role.addEventListener("change", () => generator.reopen({ role: role.value, without: [] }));
  level.addEventListener("change", () =>
    // The role that is chosen may still be on its way.
    generator.reopen({ role: role.value, level: level.value }),
  );
  work.addEventListener("change", () => {
    const isUsual = work.value === generator.shown?.known.role.work;
    generator.change({ work: isUsual ? null : work.value });
  });
  page.form.addEventListener("submit", (event) => event.preventDefault());
  root.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("[data-do]") : null;
    const name = button?.getAttribute("data-do");
    if (name && generator.shown) GENERATOR_ACTIONS[name](generator.shown, page);
  });
  addEventListener("hashchange", () => generator.follow(location.hash));
  page.followHeader();
  generator.open(choicesIn(location.hash));
};

for (const root of document.querySelectorAll(".hiring-generator")) {
  startGenerator(/** @type {HTMLElement} */ (root));
}
