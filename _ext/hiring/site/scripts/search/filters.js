// What results can be narrowed to: kind, family, level and readers, folded away at first.

/** @type {Record<string, string>} */
const FILTER_NAMES = { kind: "Kind", family: "Family", level: "Level", audience: "Readers" };

/** @type {Record<string, string>} */
const AUDIENCE_NAMES = {
  public: "The public",
  employee: "Employees",
  "hiring-team": "The hiring team",
};

class FilterFields {
  #ask;
  #narrow;

  /**
   * @param {Ask} ask
   * @param {() => void} narrow Called when a reader chooses.
   */
  constructor(ask, narrow) {
    this.#ask = ask;
    this.#narrow = narrow;
    this.element = makeElement("div", { className: "hiring-search-filters" });
  }

  get #selects() {
    return [...this.element.querySelectorAll("select")];
  }

  /**
   * Returns what is chosen, "" where nothing is.
   * @returns {Filters}
   */
  values() {
    return Object.fromEntries(this.#selects.map((select) => [select.name, select.value]));
  }

  /** Chooses nothing. */
  clear() {
    for (const select of this.#selects) select.value = "";
  }

  /**
   * Shows what can be chosen, with what is given chosen.
   * @param {Filters} given
   */
  async show(given) {
    const { kinds, families, levels, audiences } = await this.#ask("choices");
    const options = {
      kind: kinds.map((kind) => [kind, KIND_NAMES[kind]]),
      family: families.map((name) => [name, name]),
      level: levels.map((name) => [name, name]),
      audience: audiences.map((audience) => [audience, AUDIENCE_NAMES[audience]]),
    };
    const shown = Object.entries(options).filter(([, found]) => found.length > 1);
    const chosen = new Map(Object.entries(given));
    const group = makeElement("details", { open: shown.some(([name]) => chosen.get(name)) });
    const fields = shown.map(([name, found]) => this.#field(name, found));
    group.append(makeElement("summary", {}, "Narrow down"), ...fields);
    this.element.replaceChildren(group);
    for (const select of this.#selects) {
      select.value = chosen.get(select.name) || select.value;
      if (select.selectedIndex < 0) select.value = "";
    }
  }

  /**
   * @param {string} name
   * @param {string[][]} options Value and text of each.
   */
  #field(name, options) {
    const select = makeElement(
      "select",
      { name, onchange: this.#narrow },
      makeElement("option", { value: "" }, "All"),
      ...options.map(([value, text]) => makeElement("option", { value }, text)),
    );
    return makeElement("label", {}, `${FILTER_NAMES[name]} `, select);
  }
}
