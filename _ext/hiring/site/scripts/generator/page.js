// The parts of a generator on its page, and what stands in them.

/** @typedef {Record<"role" | "level" | "work", HTMLSelectElement>} RoleSelects */

/** @param {Note} note */
const isNeeded = ({ severity }) => severity === "error";

class GeneratorPage {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.form = /** @type {HTMLFormElement} */ (root.querySelector("form"));
    const [role, level, work] = ["role", "level", "work"].map((name) => this.field(name));
    this.selects = /** @type {RoleSelects} */ ({ role, level, work });
    this.preview = this.#find(".hiring-posting");
    /** The level of the title's heading. */
    this.level = Number(root.dataset.level);
    const { files: folder = "", version = "", language = "" } = root.dataset;
    this.files = { folder, version, language };
    /** Tells it from others on the page. */
    this.name = `generator ${root.dataset.number}`;
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
   */
  tell(text) {
    sayAgain(this.part("said"), text);
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

  /**
   * Says how much is left; before anything is done, without alarm.
   * @param {number} open How many facts are open.
   * @param {Note[]} notes
   * @param {boolean} isFresh
   */
  showStatus(open, notes, isFresh) {
    const needed = notes.filter(isNeeded).length;
    const left = open ? sayCount("left", open) : sayCount("unmet", needed);
    const isReady = !open && !needed;
    const state = isReady ? "ready" : "open";
    this.say("status", isReady ? say("ready") : left);
    this.root.dataset.state = isFresh ? "fresh" : state;
    this.part("status").dataset.state = this.root.dataset.state;
    this.part("notes").dataset.state = needed && !isFresh ? "open" : "fresh";
  }

  /**
   * @param {Note[]} notes
   * @param {CommonData} common
   */
  showNotes(notes, common) {
    const needed = notes.filter(isNeeded).length;
    const counts = [sayCount("to-settle", notes.length)];
    if (needed) counts.push(sayCount("some-needed", needed));
    this.say("notes-title", counts.join(", "));
    this.part("notes").hidden = !notes.length;
    this.part("notes-list").replaceChildren(...notes.map((note) => this.#noteItem(note, common)));
  }

  /**
   * @param {Note} note
   * @param {CommonData} common
   */
  #noteItem(note, common) {
    const { rule, severity, says, wants } = note;
    const weight = makeElement("strong", {}, isNeeded(note) ? say("needed") : say("better"));
    const names = CONTROLS_OF_NOTES[wants] ?? [];
    const way = names.map((name) => this.#wayTo(name)).find(Boolean);
    const where = way ?? say("stated", { where: common.stated[wants] });
    const named = makeElement("span", { className: "hiring-meta" }, `(${rule})`);
    const className = `hiring-note-${severity}`;
    return makeElement("li", { className }, weight, ` ${says} `, where, " ", named);
  }

  /**
   * Returns a button that leads to a control; null where it is not there, or can mend nothing.
   * @param {string} name A field's, or that of a part of the form.
   */
  #wayTo(name) {
    const part = this.root.querySelector(`fieldset[data-part="${name}"]`);
    const control = part?.querySelector("input") ?? this.field(name);
    const isField = control instanceof HTMLInputElement || control instanceof HTMLSelectElement;
    if (!isField || (name.startsWith("part ") && "checked" in control && control.checked))
      return null;
    const named = part?.querySelector("legend") ?? control.labels?.[0];
    const onclick = () => {
      const folded = control.closest("details");
      if (folded) folded.open = true;
      control.focus();
    };
    const text = say("go-to", { name: named?.textContent ?? "" });
    return makeElement("button", { type: "button", className: "hiring-offer", onclick }, text);
  }

  /** @param {boolean} isTyped Whether there is something to forget. */
  showTyped(isTyped) {
    this.part("forget").hidden = !isTyped;
  }

  /**
   * Lets the link to the checklist, where there is one, lead to a role's.
   * @param {string} hash
   */
  showWays(hash) {
    for (const link of this.root.querySelectorAll("a.hiring-apply-link")) {
      /** @type {HTMLAnchorElement} */ (link).hash = hash;
    }
  }

  /** @param {boolean} isRemote */
  showWhere(isRemote) {
    this.part("places").hidden = isRemote;
    this.part("areas").hidden = !isRemote;
  }

  /** Shows what works with scripts alone. */
  showControls() {
    showLive(this.root);
  }

  /** Brings the form into view, as a link to a part of the page would. */
  land() {
    if (document.querySelector(".hiring-generator") === this.root) this.form.scrollIntoView();
  }

  /** Keeps the bar below the site's header, which may take two lines. */
  followHeader() {
    const header = document.querySelector("header");
    if (!header) return;
    const height = () => this.root.style.setProperty("--hiring-header", `${header.offsetHeight}px`);
    new ResizeObserver(height).observe(header);
  }
}
