// Results as elements of the page: the same in the dialog and on the search page.

/** @type {Record<string, string>} */
const KIND_NAMES = {
  role: "Role",
  page: "Page",
  guide: "Guide for authors",
  section: "Section",
  level: "Level",
  question: "Question",
  skill: "Skill",
  opening: "Open job",
  planned: "Job, not open yet",
  closed: "Closed job",
};

const INDICES = [
  ["hiring-a-z", "A to Z"],
  ["hiring-roles", "roles by family"],
  ["hiring-skills", "skills"],
  ["hiring-questions", "questions"],
];

const LONGEST_SAID = 60; // letters of a query that are said again

/**
 * @param {number} number
 * @param {string} name
 */
const countOf = (number, name) => `${number} ${name}${number === 1 ? "" : "s"}`;

/** @param {string} query */
const shortened = (query) =>
  query.length > LONGEST_SAID ? `${query.slice(0, LONGEST_SAID)}…` : query;

/**
 * Returns what is said of words that are nowhere, and of the others where they are answered.
 * @param {Answer} answer
 */
const missingOf = ({ groups, missing, known }) => {
  const where = `No page has ${missing.map(shortened).join(" or ")}.`;
  return groups.length ? `${where} These answer ${known.join(" ")}:` : where;
};

/**
 * Returns what a reader who hears it is told first of an answer: it is shown below.
 * @param {Answer} answer
 */
const heardOf = (answer) => {
  const { card, missing } = answer;
  if (missing.length) return `${missingOf(answer)} `;
  return card ? `${card.of}, ${card.label}: ${card.said}. ` : "";
};

/**
 * Returns what is said of an answer, in a sentence.
 * @param {Answer} answer
 * @param {string} query
 */
const summaryOf = (answer, query) => {
  const { groups, more, common } = answer;
  if (common && !groups.length) return "These words are too common to search for: add another.";
  const hits = groups.reduce((sum, { hits: found }) => sum + found.length, 0);
  if (!hits) return `Nothing found for “${shortened(query)}”.`;
  const pages = countOf(groups.length, "page");
  return `${countOf(hits, "result")} on ${more ? "the first " : ""}${pages}`;
};

/** Draws results, with links from the page that they are on. */
class Results {
  #root;

  /** @type {Places["indexOf"]} */
  #indexOf;

  /** @param {Places} places */
  constructor({ root, indexOf }) {
    this.#root = root;
    this.#indexOf = indexOf;
  }

  /**
   * @param {ShownHit} hit
   * @param {{ lang?: string }} spoken In which language its page is, where that is not the site's.
   */
  #hit({ kind, url, heading, parents, passage, note }, spoken) {
    const href = `${this.#root}${url}`;
    const about = [KIND_NAMES[kind], ...parents.filter((it) => it !== "Levels"), note];
    return makeElement(
      "li",
      { className: `hiring-hit hiring-hit-${kind}` },
      makeElement("a", { href, "data-search-result": "", ...spoken }, ...markedText(heading)),
      " ",
      makeElement("span", { className: "hiring-hit-kind" }, about.filter(Boolean).join(" · ")),
      makeElement("p", { className: "hiring-hit-passage", ...spoken }, ...markedText(passage)),
    );
  }

  /** @param {ShownPage} page */
  #page({ title, lang, hits }) {
    const spoken = lang ? { lang } : {};
    const list = makeElement("ul", {}, ...hits.map((hit) => this.#hit(hit, spoken)));
    const name = makeElement("p", { className: "hiring-hit-title", ...spoken }, title);
    // A page that is found as a whole is its own heading.
    const isWhole = !hits[0].url.includes("#");
    return makeElement("li", { className: "hiring-hits-page" }, ...(isWhole ? [] : [name]), list);
  }

  /** @param {ShownPage[]} pages */
  list(pages) {
    return makeElement("ol", { className: "hiring-hits" }, ...pages.map((it) => this.#page(it)));
  }

  /** @param {Card} card */
  card({ of, label, said, url, levels }) {
    const rows = levels.map(([level, own]) =>
      makeElement("div", {}, makeElement("dt", {}, level), makeElement("dd", {}, own)),
    );
    const element = makeElement(
      "section",
      { className: "hiring-search-card" },
      makeElement(
        "p",
        { className: "hiring-search-card-of" },
        makeElement("a", { href: `${this.#root}${url}` }, of),
        `: ${label}`,
      ),
      makeElement("p", { className: "hiring-search-card-said" }, said),
      ...(rows.length ? [makeElement("dl", {}, ...rows)] : []),
    );
    element.setAttribute("aria-label", "Answer");
    return element;
  }

  /** @param {RoleLink[]} roles */
  roles(roles) {
    const links = roles.map(({ title, initials, url }) =>
      makeElement(
        "li",
        {},
        makeElement(
          "a",
          { href: `${this.#root}${url}`, "data-search-jump": "" },
          makeElement("span", { className: "hiring-search-initials" }, initials),
          " ",
          title,
        ),
      ),
    );
    return makeElement("ul", { className: "hiring-search-roles" }, ...links);
  }

  /** Returns the links to the indices, where all things can be looked up. */
  aToZ() {
    const parts = INDICES.flatMap(([page, name], at) => [
      at ? ", " : "",
      makeElement("a", { href: this.#indexOf(page) }, name),
    ]);
    return makeElement("p", {}, "Look it up in: ", ...parts, ".");
  }
}
