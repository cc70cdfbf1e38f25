// The choice of two levels, which stands in the page's address so that it can be shared.

/** @param {HTMLElement} all */
const startComparing = (all) => {
  const ends = endsIn(all);
  const [lower, upper] = ["lower", "upper"].map((name) => chooser(all, name, ends));
  const result = all.querySelector(".hiring-compare-result");
  const said = all.querySelector(".hiring-compare-said");
  if (!lower || !upper || !(result instanceof HTMLElement) || !said || ends.length < 2) return;

  const show = () => {
    const pair = ordered(ends, lower.value, upper.value);
    result.replaceChildren(...(pair ? compared(...pair, all.dataset) : []));
    result.className = pair ? "hiring-compare-result hiring-diff" : "hiring-compare-result";
    said.textContent = pair ? "" : (all.dataset.same ?? "");
  };
  const choose = () => {
    const chosen = new URLSearchParams({ from: lower.value, to: upper.value });
    history.replaceState(null, "", `#${chosen}`.replaceAll("%2F", "/"));
    show();
  };
  const read = () => {
    const chosen = new URLSearchParams(location.hash.slice(1));
    lower.value = chosen.get("from") ?? lower.value;
    upper.value = chosen.get("to") ?? upper.value;
    show();
  };
  upper.selectedIndex = 1;
  for (const it of [lower, upper]) it.addEventListener("change", choose);
  all.querySelector('[data-do="swap"]')?.addEventListener("click", () => {
    [lower.value, upper.value] = [upper.value, lower.value];
    choose();
  });
  addEventListener("hashchange", read);
  for (const it of elementsIn(all, "[data-live]")) it.hidden = false;
  for (const it of elementsIn(all, ".hiring-compare-all")) it.hidden = true;
  result.hidden = false;
  read();
};

/** @param {HTMLElement} all @param {string} name @param {End[]} ends */
const chooser = (all, name, ends) => {
  const select = all.querySelector(`select[data-end="${name}"]`);
  if (!(select instanceof HTMLSelectElement)) return null;
  for (const role of new Set(ends.map((end) => end.role))) {
    const options = ends
      .filter((end) => end.role === role)
      .map((end) => makeElement("option", { value: end.name }, end.level.dataset.title ?? ""));
    const lang = role.querySelector("[lang]")?.getAttribute("lang") ?? "";
    select.append(makeElement("optgroup", { label: role.dataset.title, lang }, ...options));
  }
  return select;
};

for (const all of elementsIn(document, ".hiring-compared")) startComparing(all);
