// What is shown below a search box: results, what leads on where there are few, or what went wrong.

const PAUSE = 250; // milliseconds, so that not every letter's count is read out
const AGAIN = 5000; // milliseconds until what went wrong is tried again

/**
 * What a reader can do in a panel.
 * @typedef {object} PanelActions
 * @property {(query: string) => void} replace Search for another thing.
 * @property {() => void} widen Drop all filters.
 * @property {() => void} showMore
 * @property {() => void} retry
 * @property {() => void} forget Clear the recent searches.
 */

/**
 * What a panel says before anything is typed.
 * @typedef {{ recent: string[], sought: string[], roles: RoleLink[], isPage: boolean }} Start
 */

class SearchPanel {
  #results;
  #actions;
  #saying = 0;
  #retrying = 0;
  #status = makeElement("p", { className: "hiring-search-status", role: "status" });
  #body = makeElement("div", { className: "hiring-search-body" });
  /** Where one tells what is missing; empty where nobody is told. */
  report = "";

  /**
   * @param {HTMLElement} element
   * @param {FilterFields} filters
   * @param {Results} results
   * @param {PanelActions} actions
   */
  constructor(element, filters, results, actions) {
    this.element = element;
    this.filters = filters;
    this.#results = results;
    this.#actions = actions;
    element.append(filters.element, this.#status, this.#body);
    addEventListener("online", () => {
      if (this.#retrying) actions.retry();
    });
  }

  /** @returns {HTMLAnchorElement[]} The results, or the roles that are offered before. */
  get links() {
    const all = "a[data-search-result], a[data-search-jump]";
    return [...this.element.querySelectorAll(/** @type {"a"} */ (all))];
  }

  get isEmpty() {
    return !this.#body.hasChildNodes();
  }

  clear() {
    this.filters.showCounts({});
    this.#body.replaceChildren();
  }

  /**
   * Says something when the reader pauses.
   * @param {string} text
   * @param {string} [heard] What is said before it to who hears it.
   */
  #say(text, heard = "") {
    clearTimeout(this.#saying);
    clearTimeout(this.#retrying);
    this.#retrying = 0;
    this.#saying = setTimeout(() => {
      const hidden = makeElement("span", { className: "visually-hidden" }, heard);
      this.#status.replaceChildren(...(heard ? [hidden] : []), text);
    }, PAUSE);
  }

  /** @param {string} query */
  #replacing(query) {
    return makeButton(query, () => this.#actions.replace(query));
  }

  /**
   * Shows what there is before anything is typed.
   * @param {Start} start
   */
  showStart({ recent, sought, roles, isPage }) {
    this.#say("");
    this.filters.showCounts({});
    const label = (/** @type {string} */ text) =>
      makeElement("p", { className: "hiring-search-label" }, text);
    const queries = (/** @type {string[]} */ all) => {
      const items = all.map((query) => makeElement("li", {}, this.#replacing(query)));
      return makeElement("ul", { className: "hiring-search-recent" }, ...items);
    };
    this.#body.replaceChildren(
      ...(roles.length ? [label(say("search.jump")), this.#results.roles(roles)] : []),
      ...(sought.length ? [label(say("search.sought")), queries(sought)] : []),
      ...(recent.length
        ? [
            label(say("search.recent")),
            queries(recent),
            makeButton(say("search.forget"), this.#actions.forget, "hiring-search-plain"),
          ]
        : []),
      ...(isPage && !recent.length ? [this.#results.aToZ()] : []),
    );
  }

  /**
   * @param {Answer} answer
   * @param {string} query
   */
  showAnswer(answer, query) {
    const { groups, more, correction, card } = answer;
    this.#say(summaryOf(answer, query), heardOf(answer));
    this.filters.showCounts(answer.counts);
    this.#body.replaceChildren(
      ...this.#notes(answer),
      ...(correction
        ? [
            makeElement(
              "p",
              {},
              ...sayAround("search.meant", { query: [this.#replacing(correction)] }),
            ),
          ]
        : []),
      ...(card ? [this.#results.card(card)] : []),
      ...(groups.length ? [this.#results.list(groups)] : this.#leadOn(answer)),
      ...(more ? [makeButton(say("search.more"), this.#actions.showMore)] : []),
      ...this.#tellUs(query),
    );
  }

  /**
   * Returns what is to be known of an answer before it is read.
   * @param {Answer} answer
   */
  #notes({ groups, missing, known, partial }) {
    const notes = [];
    const strong = (/** @type {string} */ text) => makeElement("strong", {}, shortened(text));
    if (missing.length) {
      const words = missing.flatMap((word, at) => [at ? say("search.or") : "", strong(word)]);
      const rest = sayAround("search.these", { words: [strong(known.join(" "))] });
      const said = sayAround("search.no-page", { words });
      const className = "hiring-search-note";
      const all = groups.length ? [...said, " ", ...rest] : said;
      notes.push(makeElement("p", { className }, ...all));
    }
    if (partial) {
      const said = say("search.partial");
      notes.push(makeElement("p", { className: "hiring-search-note" }, said));
    }
    return notes;
  }

  /**
   * Returns what a reader may try who has found nothing.
   * @param {Answer} answer
   */
  #leadOn({ known, missing }) {
    const parts = [];
    const rest = known.join(" ");
    if (missing.length && rest) {
      parts.push(
        makeElement("p", {}, ...sayAround("search.rest", { query: [this.#replacing(rest)] })),
      );
    }
    if (Object.values(this.filters.values()).some(Boolean)) {
      parts.push(makeElement("p", {}, makeButton(say("search.everything"), this.#actions.widen)));
    }
    return [...parts, this.#results.aToZ()];
  }

  /**
   * Returns the way to tell what is missing.
   * @param {string} query
   */
  #tellUs(query) {
    if (!this.report) return [];
    const words = encodeURIComponent(shortened(query).replace(/\p{Surrogate}/gu, ""));
    const href = this.report.replaceAll("WORDS", () => words);
    const link = makeElement("a", { href, rel: "noreferrer" }, say("search.tell"));
    const className = "hiring-search-tell";
    return [makeElement("p", { className }, ...sayAround("search.lacking", { link: [link] }))];
  }

  /** Says at once that nothing can be found now; an older count must not come after it. */
  showFault() {
    clearTimeout(this.#saying);
    clearTimeout(this.#retrying);
    this.#status.textContent = say("search.failed");
    this.filters.showCounts({});
    const why = `${say(navigator.onLine ? "search.why" : "search.offline")} `;
    const again = makeButton(say("search.again"), this.#actions.retry);
    this.#body.replaceChildren(makeElement("p", {}, why, again), this.#results.aToZ());
    this.#retrying = setTimeout(this.#actions.retry, AGAIN);
  }
}
