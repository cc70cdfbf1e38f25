// The searches of a box: what is in its field is asked, one query at a time, and shown in its panel.

const MOST_PAGES = 8; // at first

/**
 * What a box consists of, wherever it stands.
 * @typedef {object} BoxParts
 * @property {HTMLInputElement} field
 * @property {SearchPanel} panel
 * @property {HTMLDialogElement | null} dialog
 * @property {boolean} isPage Whether the box is the search page's own.
 */

class SearchRunner {
  #parts;
  #ask;
  #done;
  #most = MOST_PAGES;
  /** @type {Choices | null} */
  #choices = null;
  #focused = -1; // the result that gets the focus when it is there
  #answers = 0;
  #answered = ""; // the query whose results are shown
  #isRunning = false;
  #isWaiting = false;

  /**
   * @param {BoxParts} parts
   * @param {Ask} ask
   * @param {() => void} done What follows when the panel shows what the field asks.
   */
  constructor(parts, ask, done) {
    this.#parts = parts;
    this.#ask = ask;
    this.#done = done;
  }

  /** Whether the panel shows anything, or did. */
  get hasShown() {
    return this.#answers > 0;
  }

  /** Whether the results that are shown are those of what is in the field. */
  get isSettled() {
    return !this.#isRunning && this.#answered === this.#parts.field.value;
  }

  /** Searches anew for what is in the field. */
  restart() {
    this.#most = MOST_PAGES;
    this.run();
  }

  /** Shows more of the same, and goes on with the first that was not there. */
  showMore() {
    this.#most += 2 * MOST_PAGES;
    this.#focused = this.#parts.panel.links.length;
    this.run();
  }

  /**
   * Shows the filters, where the data is there: results say it where it is not.
   * @param {Filters} given
   */
  async showFilters(given) {
    const { panel } = this.#parts;
    await panel.filters.show(given).catch(() => {});
    this.#choices = await this.#ask("choices").catch(() => null);
    panel.report = this.#choices?.report ?? "";
  }

  /** Searches for what is in the field now, and again where it has changed meanwhile. */
  async run() {
    const { field, panel } = this.#parts;
    panel.element.removeAttribute("data-ready");
    this.#isWaiting = this.#isRunning;
    if (this.#isRunning) return;
    this.#isRunning = true;
    do {
      this.#isWaiting = false;
      await this.#answer(field.value).catch(() => panel.showFault());
    } while (this.#isWaiting);
    this.#isRunning = false;
    this.#answers += 1;
    this.#done();
    // For the tests, which wait for it.
    panel.element.dataset.ready = String(this.#answers);
  }

  /** @param {string} query */
  async #answer(query) {
    const { panel, dialog, isPage } = this.#parts;
    if (!query.trim()) {
      const roles = (dialog && this.#choices?.roles) || [];
      const { sought = [] } = this.#choices ?? {};
      panel.showStart({ recent: recentSearches(), sought, roles, isPage });
      return;
    }
    const question = { query, filters: panel.filters.values(), most: this.#most };
    const answer = await this.#ask("ask", question);
    panel.showAnswer(answer, query.trim());
    this.#answered = query;
    if (this.#focused >= 0) panel.links[this.#focused]?.focus();
    this.#focused = -1;
  }
}
