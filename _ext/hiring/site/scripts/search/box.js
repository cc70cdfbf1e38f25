// One search box: a form, and the results below it while somebody types.

const MOST_PAGES = 8; // at first

class SearchBox {
  #form;
  #field;
  #dialog;
  #isPage;
  #ask;
  #filters;
  #panel;
  #most = MOST_PAGES;
  #focused = -1; // the result that gets the focus when it is there
  #answers = 0;
  #isRunning = false;
  #isWaiting = false;

  /**
   * @param {HTMLFormElement} form
   * @param {{ ask: Ask, results: Results }} shared
   */
  constructor(form, { ask, results }) {
    const page = document.getElementById("search-results");
    this.#form = form;
    this.#field = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
    this.#dialog = form.closest("dialog");
    this.#isPage = page !== null && !this.#dialog;
    this.#ask = ask;
    this.#filters = new FilterFields(ask, () => this.#narrow());
    const own = makeElement("div", { className: "hiring-search-panel" });
    const element = page && this.#isPage ? page : own;
    this.#panel = new SearchPanel(element, this.#filters, results, this.#actions());
    if (!this.#isPage) form.after(element);
    this.#dialog?.append(slashSwitch());
    this.#listen();
  }

  #listen() {
    const [form, field, { element }] = [this.#form, this.#field, this.#panel];
    form.addEventListener("submit", (event) => this.#submit(event));
    field.addEventListener("input", () => this.#restart());
    // What is half typed is nothing to go back to.
    field.addEventListener("change", () => this.#remember());
    for (const part of [form, element]) {
      part.addEventListener("keydown", (event) => this.#press(event));
    }
    element.addEventListener("click", ({ target }) => {
      const isResult = target instanceof Element && target.closest("a[data-search-result]");
      if (isResult) addRecent(field.value);
    });
    if (this.#isPage) addEventListener("hashchange", () => this.#follow());
  }

  /** @returns {PanelActions} */
  #actions() {
    return {
      replace: (query) => {
        this.#field.value = query;
        this.#field.focus();
        this.#narrow();
      },
      widen: () => {
        this.#filters.clear();
        this.#field.focus();
        this.#narrow();
      },
      showMore: () => {
        this.#most += 2 * MOST_PAGES;
        this.#focused = this.#panel.links.length;
        this.#change();
      },
      retry: () => {
        this.#change();
        this.#showFilters(this.#filters.values());
      },
      forget: () => {
        keepRecent([]);
        this.#field.focus();
        this.#panel.showStart([], this.#isPage);
      },
    };
  }

  /** Shows what the address asks for, or what there is before anything is typed. */
  async begin() {
    const wanted = this.#isPage ? readAddress() : null;
    if (wanted?.q) this.#field.value = wanted.q;
    await this.#show(wanted ?? {});
  }

  /** Follows the address where it changes; it may also have become that of a part of the page. */
  async #follow() {
    const wanted = readAddress();
    if (!wanted) return;
    this.#field.value = wanted.q ?? "";
    await this.#show(wanted);
  }

  /** @param {Wanted} wanted */
  async #show(wanted) {
    await this.#showFilters(wanted);
    // A query in the address goes where no request tells it.
    if (this.#isPage && location.search) this.#remember();
    this.#restart();
  }

  /**
   * Shows the filters, where the data is there: results say it where it is not.
   * @param {Filters} given
   */
  async #showFilters(given) {
    await this.#filters.show(given).catch(() => {});
  }

  /** Searches for what is in the field now, and again where it has changed meanwhile. */
  async #run() {
    this.#isWaiting = this.#isRunning;
    if (this.#isRunning) return;
    this.#isRunning = true;
    do {
      this.#isWaiting = false;
      await this.#answer(this.#field.value).catch(() => this.#panel.showFault());
    } while (this.#isWaiting);
    this.#isRunning = false;
    this.#answers += 1;
    // For the tests, which wait for it.
    this.#panel.element.dataset.ready = String(this.#answers);
  }

  /** @param {string} query */
  async #answer(query) {
    if (!query.trim()) {
      this.#panel.showStart(recentSearches(), this.#isPage);
      return;
    }
    const question = { query, filters: this.#filters.values(), most: this.#most };
    this.#panel.showAnswer(await this.#ask("ask", question), query.trim());
    if (this.#focused >= 0) this.#panel.links[this.#focused]?.focus();
    this.#focused = -1;
  }

  #change() {
    this.#panel.element.removeAttribute("data-ready");
    this.#run();
  }

  #restart() {
    this.#most = MOST_PAGES;
    this.#change();
  }

  #narrow() {
    this.#remember();
    this.#restart();
  }

  #wanted() {
    return { q: this.#field.value, ...this.#filters.values() };
  }

  #remember() {
    if (this.#isPage) writeAddress(this.#wanted());
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    addRecent(this.#field.value);
    if (this.#isPage) this.#narrow();
    else location.assign(this.#form.action.split("#")[0] + addressOf(this.#wanted()));
    this.#dialog?.close(); // the search page may be this one
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.key === "Escape") this.#close(event);
    else if (document.activeElement === this.#field) this.#enter(event);
    else this.#move(event);
  }

  /**
   * Takes the results away where there is no dialog to close.
   * @param {KeyboardEvent} event
   */
  #close(event) {
    if (this.#dialog || this.#isPage || this.#panel.isEmpty) return;
    event.preventDefault();
    this.#panel.clear();
    this.#field.focus();
  }

  /**
   * Goes from the field to the first result.
   * @param {KeyboardEvent} event
   */
  #enter(event) {
    const [first] = this.#panel.links;
    if (event.key !== "ArrowDown" || !first) return;
    event.preventDefault();
    focusInView(first);
  }

  /**
   * Goes from one result to another, or back to the field.
   * @param {KeyboardEvent} event
   */
  #move(event) {
    const all = this.#panel.links;
    const at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (at < 0) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      focusInView(all[Math.min(to, all.length - 1)] ?? this.#field);
    } else if (isTyped(event)) {
      this.#field.focus(); // the letter goes there
    }
  }
}

/** @param {HTMLElement} element */
const focusInView = (element) => {
  element.focus();
  element.scrollIntoView({ block: "nearest" });
};

/** @param {KeyboardEvent} event */
const isTyped = ({ key, ctrlKey, metaKey }) =>
  key.length === 1 && key !== " " && !ctrlKey && !metaKey;

/**
 * Makes a form one that searches.
 * @param {HTMLFormElement} form
 * @param {Places} places
 */
const startBox = (form, places) => {
  hiringSearch.shared ??= { ask: createClient(places), results: new Results(places) };
  new SearchBox(form, hiringSearch.shared).begin();
};

hiringSearch.startBox = startBox;
