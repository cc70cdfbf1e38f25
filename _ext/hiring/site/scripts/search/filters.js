// What results can be narrowed to: a kind, by chips with counts; family, level and readers, folded
// away at first.

// In the order in which they are shown; the words have a name for each.
const KIND_CHIPS = ["jobs", "roles", "questions", "skills", "pages", "planned-jobs", "closed-jobs"];

class FilterFields {
  #ask;
  #narrow;
  #kind = "";
  #chips = makeElement("div", { className: "hiring-search-kinds", role: "group" });
  // Until there is something to narrow down it is no stop: a reader would lose the focus there.
  #group = makeElement("details", { className: "hiring-search-more", hidden: true });

  /**
   * @param {Ask} ask
   * @param {() => void} narrow Called when a reader chooses.
   */
  constructor(ask, narrow) {
    this.#ask = ask;
    this.#narrow = narrow;
    this.#chips.setAttribute("aria-label", say("search.only"));
    this.element = makeElement(
      "div",
      { className: "hiring-search-filters" },
      this.#chips,
      this.#group,
    );
  }

  get #selects() {
    return [...this.#group.querySelectorAll("select")];
  }

  /**
   * Returns what is chosen, "" where nothing is.
   * @returns {Filters}
   */
  values() {
    const chosen = this.#selects.map((select) => [select.name, select.value]);
    return { kind: this.#kind, ...Object.fromEntries(chosen) };
  }

  /** Chooses nothing. */
  clear() {
    this.#kind = "";
    for (const select of this.#selects) select.value = "";
  }

  /**
   * Shows what can be chosen, with what is given chosen.
   * @param {Filters} given
   */
  async show(given) {
    this.#kind = given.kind ?? "";
    const { families, levels, audiences } = await this.#ask("choices");
    const options = {
      family: families.map((name) => [name, name]),
      level: levels.map((name) => [name, name]),
      audience: audiences.map((audience) => [audience, say(`search.audience.${audience}`)]),
    };
    const shown = Object.entries(options).filter(([, found]) => found.length > 1);
    const chosen = new Map(Object.entries(given));
    const fields = shown.map(([name, found]) => this.#field(name, found));
    this.#group.open = shown.some(([name]) => chosen.get(name));
    this.#group.replaceChildren(makeElement("summary", {}, say("search.narrow")), ...fields);
    if (this.#group.open) this.#group.hidden = false;
    for (const select of this.#selects) {
      select.value = chosen.get(select.name) || select.value;
      if (select.selectedIndex < 0) select.value = "";
    }
  }

  /**
   * Shows how many results there are of each kind; nothing where all are of one.
   * @param {Record<string, number>} counts
   */
  showCounts(counts) {
    const held = this.#chips.contains(document.activeElement);
    const kinds = KIND_CHIPS.filter((kind) => counts[kind] || kind === this.#kind);
    const isShown = kinds.length > 1 || this.#kind;
    const all = kinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
    if (all) this.#group.hidden = !this.#group.hasChildNodes();
    const chips = [
      this.#chip("", say("search.all-of", { count: all })),
      ...kinds.map((kind) =>
        this.#chip(kind, `${say(`search.chip.${kind}`)} ${counts[kind] ?? 0}`),
      ),
    ];
    this.#chips.replaceChildren(...(isShown ? chips : []));
    /** @type {HTMLElement | null} */
    const pressed = this.#chips.querySelector("[aria-pressed=true]");
    if (held) pressed?.focus();
  }

  /**
   * @param {string} kind
   * @param {string} text
   */
  #chip(kind, text) {
    const choose = () => {
      this.#kind = kind;
      this.#narrow();
    };
    const pressed = String(kind === this.#kind);
    return makeElement(
      "button",
      { type: "button", className: "hiring-search-chip", onclick: choose, "aria-pressed": pressed },
      text,
    );
  }

  /**
   * @param {string} name
   * @param {string[][]} options Value and text of each.
   */
  #field(name, options) {
    const select = makeElement(
      "select",
      { name, onchange: this.#narrow },
      makeElement("option", { value: "" }, say("search.all")),
      ...options.map(([value, text]) => makeElement("option", { value }, text)),
    );
    return makeElement("label", {}, `${say(`search.filter.${name}`)} `, select);
  }
}
