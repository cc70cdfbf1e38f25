// The parts of a generator on its page, and what stands in them.

/** @typedef {Record<"role" | "level" | "work", HTMLSelectElement>} RoleSelects */

class GeneratorPage {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.form = /** @type {HTMLFormElement} */ (root.querySelector("form"));
    const [role, level, work] = ["role", "level", "work"].map((name) => this.field(name));
    this.selects = /** @type {RoleSelects} */ ({ role, level, work });
    this.preview = this.#find(".hiring-posting");
    this.checklist = this.#find(".hiring-application-text");
    /** The level of the title's heading. */
    this.level = Number(root.dataset.level);
    this.files = { folder: root.dataset.files ?? "", version: root.dataset.version ?? "" };
    this.preview.classList.add("hiring-printed");
  }

  /** @param {string} selector */
  #find(selector) {
    return /** @type {HTMLElement} */ (this.root.querySelector(selector));
  }

  /** @param {string} name */
  part(name) {
    return this.#find(`[data-part="${name}"]`);
  }

  /**
   * Returns a control of the form by its name.
   * @param {string} name
   */
  field(name) {
    return this.form.elements.namedItem(name);
  }

  /**
   * Sets a text, only when it changes: each time, a screen reader says it.
   * @param {string} name
   * @param {string} text
   */
  say(name, text) {
    const where = this.part(name);
    if (where.textContent !== text) where.textContent = text;
  }

  /**
   * Says what a button has done.
   * @param {string} text
   * @param {string} [name]
   */
  tell(text, name = "said") {
    this.part(name).textContent = "";
    // A screen reader says the same words again only where they were gone in between.
    setTimeout(() => this.say(name, text), 50);
  }

  /**
   * Puts fields into a group of the form.
   * @param {string} name
   * @param {Node[]} controls
   */
  setGroup(name, controls) {
    this.part(`${name}-fields`).replaceChildren(...controls);
    if (name === "facts" || name === "parts") this.part(name).hidden = !controls.length;
  }

  /** @param {number} count How many facts are open. */
  showStatus(count) {
    const words = count === 1 ? "1 placeholder left" : `${count} placeholders left`;
    this.say("status", count ? words : "Ready to copy");
    this.part("status").dataset.ready = String(!count);
  }

  /** @param {Note[]} notes */
  showNotes(notes) {
    const summary = notes.length === 1 ? "1 rule is not met" : `${notes.length} rules are not met`;
    this.say("notes-title", summary);
    this.part("notes").hidden = !notes.length;
    const shown = notes.map(({ rule, severity, says }) => {
      const weight = makeElement("strong", {}, severity === "error" ? "Needed" : "Better");
      const named = makeElement("span", { className: "hiring-meta" }, `(${rule})`);
      return makeElement(
        "li",
        { className: `hiring-note-${severity}` },
        weight,
        ` ${says} `,
        named,
      );
    });
    this.part("notes-list").replaceChildren(...shown);
  }

  /** @param {boolean} isRemote */
  showWhere(isRemote) {
    this.part("places").hidden = isRemote;
    this.part("areas").hidden = !isRemote;
  }

  /** Shows what works with scripts alone. */
  showControls() {
    this.root.classList.add("hiring-generator-live");
    for (const it of this.root.querySelectorAll("[data-live]")) it.toggleAttribute("hidden", false);
  }

  /** @param {Element} element The only one that goes on paper. */
  print(element) {
    const shown = [this.preview, this.checklist];
    for (const it of shown) it.classList.toggle("hiring-printed", it === element);
    window.print();
    for (const it of shown) it.classList.toggle("hiring-printed", it === this.preview);
  }

  /** Keeps the bar below the site's header, which may take two lines. */
  followHeader() {
    const header = document.querySelector("header");
    if (!header) return;
    const height = () => this.root.style.setProperty("--hiring-header", `${header.offsetHeight}px`);
    new ResizeObserver(height).observe(header);
  }
}
