// Results as elements of the page: the same in the dialog and on the search page.

// The indices, each with its name in the words.
const INDICES = [
  ["hiring-a-z", "search.a-z"],
  ["hiring-roles", "search.roles"],
  ["hiring-skills", "search.skills"],
  ["hiring-questions", "search.questions"],
];

const LONGEST_SAID = 60; // letters of a query that are said again

/** @param {string} query */
const shortened = (query) =>
  query.length > LONGEST_SAID ? `${query.slice(0, LONGEST_SAID)}…` : query;

/**
 * Returns what is said of words that are nowhere, and of the others where they are answered.
 * @param {Answer} answer
 */
const missingOf = ({ groups, missing, known }) => {
  const where = say("search.no-page", { words: missing.map(shortened).join(say("search.or")) });
  return groups.length ? `${where} ${say("search.these", { words: known.join(" ") })}` : where;
};

/**
 * Returns what a reader who hears it is told first of an answer: it is shown below.
 * @param {Answer} answer
 */
const heardOf = (answer) => {
  const { card, missing } = answer;
  if (missing.length) return `${missingOf(answer)} `;
  const { of = "", label = "", said = "" } = card ?? {};
  return card ? `${say("search.heard", { of, label, said })} ` : "";
};

/**
 * Returns what is said of an answer, in a sentence.
 * @param {Answer} answer
 * @param {string} query
 */
const summaryOf = (answer, query) => {
  const { groups, more, common } = answer;
  if (common && !groups.length) return say("search.too-common");
  const hits = groups.reduce((sum, { hits: found }) => sum + found.length, 0);
  if (!hits) return say("search.nothing", { query: shortened(query) });
  const pages = sayCount(more ? "search.first-pages" : "search.pages", groups.length);
  return say("search.found", { results: sayCount("search.results", hits), pages });
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
    const about = [say(`search.kind.${kind}`), ...(kind === "level" ? [] : parents), note];
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
        ...sayAround("search.card", {
          of: [makeElement("a", { href: `${this.#root}${url}` }, of)],
          label: [label],
        }),
      ),
      makeElement("p", { className: "hiring-search-card-said" }, said),
      ...(rows.length ? [makeElement("dl", {}, ...rows)] : []),
    );
    element.setAttribute("aria-label", say("search.answer"));
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
      makeElement("a", { href: this.#indexOf(page) }, say(name)),
    ]);
    return makeElement("p", {}, ...sayAround("search.look-up", { indices: parts }));
  }
}
