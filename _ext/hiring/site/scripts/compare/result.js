// What a move from one level to another asks for, as the page's own parts say it.

/**
 * @param {End} lower
 * @param {End} upper
 * @param {DOMStringMap} words
 */
const compared = (lower, upper, words) => [
  factsTable(lower, upper, words),
  ...listsOnTop(lower, upper),
  ...newSkills(lower, upper, words),
  ...deeperSkills(lower, upper, words),
];

/** @param {End} lower @param {End} upper @param {DOMStringMap} words */
const factsTable = (lower, upper, words) => {
  const table = makeElement("table", { className: "hiring-table hiring-diff-facts" });
  const names = [words.fact ?? "", lower, upper].map((it) =>
    makeElement(
      "th",
      { scope: "col" },
      typeof it === "string" ? it : (it.level.dataset.title ?? ""),
    ),
  );
  const low = factsOf(lower.level);
  const high = factsOf(upper.level);
  const rows = [...new Set([...low.keys(), ...high.keys()])]
    .sort((one, other) => one - other)
    .map((at) => factRow(low.get(at), high.get(at), [lower, upper]));
  table.append(makeElement("thead", {}, makeElement("tr", {}, ...names)));
  table.append(makeElement("tbody", {}, ...rows));
  return table;
};

/** @param {HTMLElement} level @returns {Map<number, HTMLElement>} */
const factsOf = (level) =>
  new Map(
    elementsIn(level, ".hiring-compared-facts > dt").map((name) => [
      Number(/hiring-fact-(\d+)/.exec(name.className)?.[1]),
      name,
    ]),
  );

/**
 * @param {HTMLElement | undefined} before
 * @param {HTMLElement | undefined} after
 * @param {End[]} ends
 */
const factRow = (before, after, ends) => {
  const name = makeElement("th", { scope: "row" }, ...copied(before ?? after));
  name.querySelector(".colon")?.remove();
  const cells = [before, after].map((fact, at) => {
    const label = makeElement(
      "span",
      { className: "hiring-cell-label" },
      `${ends[at]?.level.dataset.title} `,
    );
    const value = fact?.nextElementSibling;
    return value ? makeElement("td", {}, label, ...copied(value)) : makeElement("td");
  });
  return makeElement("tr", {}, name, ...cells);
};

/** @param {Element | undefined | null} element */
const copied = (element) => [...(element?.cloneNode(true).childNodes ?? [])];

/** @param {End} lower @param {End} upper */
const listsOnTop = (lower, upper) => {
  const isOfLists = lower.role === upper.role && upper.level.dataset.all === "1";
  const shown = isOfLists
    ? elementsIn(upper.level, `.hiring-compared-with[data-lower="${lower.level.dataset.key}"]`)
    : levelsOnTop(lower, upper).flatMap((level) => elementsIn(level, ".hiring-compared-added"));
  return shown.flatMap(copied);
};

const PRIORITIES = ["must", "should", "nice"];

/** @param {HTMLElement} role @returns {Map<string, {item: HTMLElement, weight: number}>} */
const skillsOf = (role) =>
  new Map(
    elementsIn(role, ".hiring-compared-skills > li").map((item) => {
      const weight = PRIORITIES.findIndex((it) => item.querySelector(`.hiring-priority-${it}`));
      return [item.querySelector("a")?.textContent ?? "", { item, weight }];
    }),
  );

/** @param {End} lower @param {End} upper @param {DOMStringMap} words */
const newSkills = (lower, upper, words) => {
  const have = skillsOf(lower.role);
  const asked = [...skillsOf(upper.role)].filter(
    ([name, { weight }]) => weight < (have.get(name)?.weight ?? PRIORITIES.length),
  );
  if (!asked.length) return [];
  const line = makeElement("p", {}, makeElement("strong", {}, words.skills ?? ""), " ");
  asked.forEach(([, { item }], at) => {
    line.append(...(at ? [", "] : []), ...copied(item.querySelector("p") ?? item));
  });
  return [line];
};

/** @param {HTMLElement} level @returns {Map<string, {item: HTMLElement, step: number}>} */
const stepsOf = (level) =>
  new Map(
    elementsIn(level, ".hiring-compared-steps > li").map((item) => {
      const step = item.querySelector('[class*="hiring-step-"]')?.className ?? "";
      return [
        item.querySelector("a")?.textContent ?? "",
        { item, step: Number(/hiring-step-(\d)/.exec(step)?.[1]) },
      ];
    }),
  );

/** @param {HTMLElement} item @returns {HTMLElement | null} */
const nameOfStep = (item) => item.querySelector('[class*="hiring-step-"]');

/** @param {End} lower @param {End} upper @param {DOMStringMap} words */
const deeperSkills = (lower, upper, words) => {
  const have = stepsOf(lower.level);
  const items = [...stepsOf(upper.level)]
    .filter(([name, { step }]) => step > (have.get(name)?.step ?? 0))
    .map(([name, { item }]) => deeper(item, have.get(name)?.item, words));
  if (!items.length) return [];
  const head = makeElement("p", {}, makeElement("strong", {}, words.deepen ?? ""));
  return [head, makeElement("ul", {}, ...items)];
};

/** @param {HTMLElement} item @param {HTMLElement | undefined} before @param {DOMStringMap} words */
const deeper = (item, before, words) => {
  const shown = makeElement("li", {}, ...copied(item));
  const name = nameOfStep(shown);
  name?.previousElementSibling?.remove();
  const start = before ? (nameOfStep(before)?.textContent ?? "") : "";
  const said = start ? (words.fromTo ?? "").replace("{start}", start) : (words.to ?? "");
  name?.replaceWith(said.replace("{end}", name.textContent ?? ""));
  return shown;
};
