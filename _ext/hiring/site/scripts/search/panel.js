// What is shown below a search box: results, what leads on where there are few, or what went wrong.

const PAUSE = 250; // milliseconds, so that not every letter's count is read out

/**
 * What a reader can do in a panel.
 * @typedef {object} PanelActions
 * @property {(query: string) => void} replace Search for another thing.
 * @property {() => void} widen Drop all filters.
 * @property {() => void} showMore
 * @property {() => void} retry
 * @property {() => void} forget Clear the recent searches.
 */

class SearchPanel {
  #results;
  #actions;
  #saying = 0;
  #status = makeElement("p", { className: "hiring-search-status", role: "status" });
  #body = makeElement("div", { className: "hiring-search-body" });

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
  }

  /** @returns {HTMLElement[]} */
  get links() {
    return [...this.element.querySelectorAll(/** @type {"a"} */ ("a[data-search-result]"))];
  }

  get isEmpty() {
    return !this.#body.hasChildNodes();
  }

  clear() {
    this.#body.replaceChildren();
  }

  /**
   * Says something when the reader pauses.
   * @param {string} text
   */
  #say(text) {
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => {
      this.#status.textContent = text;
    }, PAUSE);
  }

  /** @param {string} query */
  #replacing(query) {
    return makeButton(query, () => this.#actions.replace(query));
  }

  /**
   * Shows what there is before anything is typed.
   * @param {string[]} recent
   * @param {boolean} isPage Whether there is room for the indices.
   */
  showStart(recent, isPage) {
    this.#say("");
    if (!recent.length) {
      this.#body.replaceChildren(...(isPage ? [this.#results.aToZ()] : []));
      return;
    }
    const label = "Recent searches, kept in this browser only";
    const again = recent.map((query) => makeElement("li", {}, this.#replacing(query)));
    this.#body.replaceChildren(
      makeElement("p", { className: "hiring-search-label" }, label),
      makeElement("ul", { className: "hiring-search-recent" }, ...again),
      makeButton("Clear recent searches", this.#actions.forget, "hiring-search-plain"),
    );
  }

  /**
   * @param {Answer} answer
   * @param {string} query
   */
  showAnswer(answer, query) {
    const { groups, more, correction } = answer;
    this.#say(summaryOf(answer, query));
    this.#body.replaceChildren(
      ...(correction
        ? [makeElement("p", {}, "Did you mean ", this.#replacing(correction), "?")]
        : []),
      ...(groups.length ? [this.#results.list(groups)] : this.#leadOn(answer)),
      ...(more ? [makeButton("Show more", this.#actions.showMore)] : []),
    );
  }

  /**
   * Returns what a reader may try who has found nothing.
   * @param {Answer} answer
   */
  #leadOn({ known, unknown }) {
    const parts = [];
    const rest = known.join(" ");
    if (unknown && rest) {
      const without = this.#replacing(rest);
      parts.push(makeElement("p", {}, "Search without what is on no page: ", without));
    }
    if (Object.values(this.filters.values()).some(Boolean)) {
      parts.push(makeElement("p", {}, makeButton("Search everything", this.#actions.widen)));
    }
    return [...parts, this.#results.aToZ()];
  }

  /** Says at once that nothing can be found now; an older count must not come after it. */
  showFault() {
    clearTimeout(this.#saying);
    this.#status.textContent = "The search failed.";
    const why = "The search data is missing or damaged, so nothing can be found here now. ";
    const again = makeButton("Try again", this.#actions.retry);
    this.#body.replaceChildren(makeElement("p", {}, why, again), this.#results.aToZ());
  }
}
