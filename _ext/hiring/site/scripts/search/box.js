// One search box: a form, and the results below it while somebody types.

class SearchBox {
  #form;
  #field;
  #dialog;
  #isPage;
  #filters;
  #panel;
  #runner;
  #keys;
  /** @type {"" | "here" | "tab"} */
  #opening = ""; // where the first result is to be opened when it is there

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
    this.#filters = new FilterFields(ask, () => this.#narrow());
    const own = makeElement("div", { className: "hiring-search-panel" });
    const element = page && this.#isPage ? page : own;
    this.#panel = new SearchPanel(element, this.#filters, results, this.#actions());
    const [field, panel, dialog, isPage] = [this.#field, this.#panel, this.#dialog, this.#isPage];
    const parts = { field, panel, dialog, isPage };
    this.#runner = new SearchRunner(parts, ask, () => this.#opening && this.#open());
    this.#keys = new BoxKeys(parts, (where) => {
      this.#opening = where;
      this.#open();
    });
    if (!this.#isPage) form.after(element);
    this.#dialog?.append(makeFoot(form.action, (link) => this.#showAll(link)));
    this.#listen();
  }

  #listen() {
    const [form, field, { element }] = [this.#form, this.#field, this.#panel];
    form.addEventListener("submit", (event) => this.#submit(event));
    field.addEventListener("input", () => {
      this.#opening = "";
      this.#runner.restart();
    });
    // What is half typed is nothing to go back to.
    field.addEventListener("change", () => this.#remember());
    for (const part of [form, element]) {
      part.addEventListener("keydown", (event) => this.#keys.press(event));
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
      if (!this.#field.value.trim() && this.#panel.isEmpty && this.#runner.hasShown) {
        this.#runner.run();
      }
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

  /**
   * Leads from a dialog to all results.
   * @param {HTMLAnchorElement} link
   */
  #showAll(link) {
    addRecent(this.#field.value);
    link.href = this.#addressOfAll();
    this.#dialog?.close(); // the search page may be this one
  }

  #addressOfAll() {
    return this.#form.action.split("#")[0] + addressOf(this.#wanted());
  }

  /** Opens the first result, now or as soon as it is there. */
  #open() {
    const [first] = this.#panel.links;
    if (!this.#runner.isSettled || !first) return;
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
      showMore: () => this.#runner.showMore(),
      retry: () => {
        this.#runner.run();
        this.#runner.showFilters(this.#filters.values());
      },
      forget: () => {
        keepRecent([]);
        this.#field.focus();
        this.#runner.run();
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
    await this.#runner.showFilters(wanted);
    // A query in the address goes where no request tells it.
    if (this.#isPage && location.search) this.#remember();
    this.#runner.restart();
  }

  #narrow() {
    this.#opening = "";
    this.#remember();
    this.#runner.restart();
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
      this.#runner.restart();
    } else location.assign(this.#addressOfAll());
  }
}

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
