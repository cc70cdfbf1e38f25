// Starts the generators and checklists of the page.

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
    // What is usual for the role that is shown may not be for one on its way.
    const isUsual = !generator.isOpening && work.value === generator.shown?.known.role.work;
    generator.change({ work: isUsual ? null : work.value });
  });
  page.form.addEventListener("submit", (event) => event.preventDefault());
  root.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("[data-do]") : null;
    const name = button?.getAttribute("data-do");
    if (name && generator.shown) GENERATOR_ACTIONS[name](generator.shown, page, generator);
  });
  addEventListener("hashchange", () => generator.follow(location.hash));
  page.followHeader();
  generator.start(location.hash);
};

/** @param {HTMLElement} root */
const startChecklist = (root) => {
  const page = new ChecklistPage(root);
  page.select.addEventListener("change", async () => {
    await page.open(page.select.value);
    history.replaceState(null, "", hashOf({ ...freshChoices(), role: page.select.value }));
  });
  root.querySelector("[data-do=copy]")?.addEventListener("click", () => page.copy());
  root.querySelector("[data-do=print]")?.addEventListener("click", () => printAlone(page.sheet));
  addEventListener("hashchange", () => page.follow(location.hash));
  page.open(choicesIn(location.hash).role);
};

/** @type {Record<string, (root: HTMLElement) => void>} */
const STARTED = {
  ".hiring-generator[data-number]": startGenerator,
  ".hiring-application": startChecklist,
};

for (const [selector, start] of Object.entries(STARTED)) {
  for (const root of document.querySelectorAll(selector)) start(/** @type {HTMLElement} */ (root));
}
