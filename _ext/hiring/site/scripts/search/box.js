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
  /** @type {Choices | null} */
  #choices = null;
  #focused = -1; // the result that gets the focus when it is there
  #answers = 0;
  #answered = ""; // the query whose results are shown
  /** @type {"" | "here" | "tab"} */
  #opening = ""; // where the first result is to be opened when it is there
  #isRunning = false;
  #isWaiting = false;

  /**
   * @param {HTMLFormElement} form
   * @param {{ ask: Ask, results: Results }} shared
   */
  constructor(form, { ask, results }) {
    /** @type {HTMLElement | null} */
    const page = document.querySelector(".hiring-search-results");
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
    this.#dialog?.append(this.#foot());
    this.#listen();
  }

  /** Returns the line below a dialog's results: keys, all results, the switch of the / key. */
  #foot() {
    const keys = [["↑", "↓"], ["Enter"], [say("search.ctrl"), "Enter"], ["Esc"]];
    const names = ["move", "open", "new-tab", "close"];
    const said = keys.flatMap((each, at) => [
      ...each.flatMap((key) => [makeElement("kbd", {}, key), " "]),
      `${say(`search.key.${names[at]}`)} `,
    ]);
    const all = makeElement(
      "a",
      { href: this.#form.action, className: "hiring-search-all" },
      say("search.all-results"),
    );
    all.addEventListener("click", () => {
      addRecent(this.#field.value);
      all.href = this.#form.action.split("#")[0] + addressOf(this.#wanted());
      this.#dialog?.close(); // the search page may be this one
    });
    const hint = makeElement("span", { className: "hiring-search-keys" }, ...said);
    return makeElement("div", { className: "hiring-search-foot" }, hint, all, slashSwitch());
  }

  #listen() {
    const [form, field, { element }] = [this.#form, this.#field, this.#panel];
    form.addEventListener("submit", (event) => this.#submit(event));
    field.addEventListener("input", () => {
      this.#opening = "";
      this.#restart();
    });
    // What is half typed is nothing to go back to.
    field.addEventListener("change", () => this.#remember());
    for (const part of [form, element]) {
      part.addEventListener("keydown", (event) => this.#press(event));
    }
    element.addEventListener("click", ({ target }) => {
      /** @type {HTMLAnchorElement | null} */
      const result = target instanceof Element ? target.closest("a[data-search-result]") : null;
      if (result) this.#leave(result);
    });
    this.#dialog?.addEventListener("close", () => {
      if (history.state?.hiringSearch) keepQuery("", false);
    });
    if (!this.#dialog && !this.#isPage) this.#hideWhenLeft();
    if (this.#isPage) addEventListener("hashchange", () => this.#follow());
  }

  /** Takes away what a page's own field offers before anything is typed, when the focus leaves. */
  #hideWhenLeft() {
    const [form, { element }] = [this.#form, this.#panel];
    const isIn = (/** @type {EventTarget | null} */ target) =>
      target instanceof Node && (form.contains(target) || element.contains(target));
    form.parentElement?.addEventListener("focusout", ({ relatedTarget }) => {
      if (!this.#field.value.trim() && !isIn(relatedTarget)) this.#panel.clear();
    });
    form.addEventListener("focusin", () => {
      if (!this.#field.value.trim() && this.#panel.isEmpty && this.#answers) this.#change();
    });
  }

  /**
   * Keeps what leads back here, and what is to be marked there.
   * @param {HTMLAnchorElement} link
   */
  #leave(link) {
    addRecent(this.#field.value);
    keepMarks(link);
    this.#remember();
    const isHere = link.href.split("#")[0] === location.href.split("#")[0];
    if (isHere) this.#dialog?.close();
    else if (!this.#isPage) keepQuery(this.#field.value, !this.#dialog);
  }

  /** Opens the first result, now or as soon as it is there. */
  #open() {
    const [first] = this.#panel.links;
    if (this.#isRunning || this.#answered !== this.#field.value || !first) return;
    const where = this.#opening;
    this.#opening = "";
    this.#leave(first);
    if (where === "tab") open(first.href, "_blank", "noopener");
    else location.assign(first.href);
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
        this.#change();
      },
    };
  }

  /** Shows what the address asks for, or what there is before anything is typed. */
  async begin() {
    const wanted = this.#isPage ? readAddress() : null;
    if (wanted?.q) this.#field.value = wanted.q;
    if (this.#form.dataset.opening) this.#opening = "here"; // Enter came before this
    delete this.#form.dataset.opening;
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
    this.#choices = await this.#ask("choices").catch(() => null);
    this.#panel.report = this.#choices?.report ?? "";
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
    if (this.#opening) this.#open();
    // For the tests, which wait for it.
    this.#panel.element.dataset.ready = String(this.#answers);
  }

  /** @param {string} query */
  async #answer(query) {
    if (!query.trim()) {
      const roles = (this.#dialog && this.#choices?.roles) || [];
      const { sought = [] } = this.#choices ?? {};
      this.#panel.showStart({ recent: recentSearches(), sought, roles, isPage: this.#isPage });
      return;
    }
    const question = { query, filters: this.#filters.values(), most: this.#most };
    const answer = await this.#ask("ask", question);
    this.#panel.showAnswer(answer, query.trim());
    this.#answered = query;
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
    this.#opening = "";
    this.#remember();
    this.#restart();
  }

  #wanted() {
    return { q: this.#field.value, ...this.#filters.values() };
  }

  #remember() {
    if (this.#isPage) writeAddress(this.#wanted());
  }

  /**
   * Shows all results: who presses Enter in a box gets the first result instead.
   * @param {SubmitEvent} event
   */
  #submit(event) {
    event.preventDefault();
    addRecent(this.#field.value);
    if (this.#isPage) {
      writeAddress(this.#wanted(), true);
      this.#restart();
    } else location.assign(this.#form.action.split("#")[0] + addressOf(this.#wanted()));
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
   * Goes from the field to the first result, or opens it.
   * @param {KeyboardEvent} event
   */
  #enter(event) {
    const [first] = this.#panel.links;
    if (event.key === "Enter" && (!this.#isPage || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (!this.#field.value.trim()) return;
      this.#opening = event.ctrlKey || event.metaKey ? "tab" : "here";
      this.#open();
    }
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
    const at = all.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
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
