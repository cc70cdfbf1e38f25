// The keys in a search box: from the field to the first result, from one to another, and back.

class BoxKeys {
  #parts;
  #open;

  /**
   * @param {BoxParts} parts
   * @param {(where: "here" | "tab") => void} open Opens the first result.
   */
  constructor(parts, open) {
    this.#parts = parts;
    this.#open = open;
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (event.key === "Escape") this.#clear(event);
    else if (document.activeElement === this.#parts.field) this.#enter(event);
    else this.#move(event);
  }

  /**
   * Takes the results away where there is no dialog to close.
   * @param {KeyboardEvent} event
   */
  #clear(event) {
    const { field, panel, dialog, isPage } = this.#parts;
    if (dialog || isPage || panel.isEmpty) return;
    event.preventDefault();
    panel.clear();
    field.focus();
  }

  /**
   * Goes from the field to the first result, or opens it.
   * @param {KeyboardEvent} event
   */
  #enter(event) {
    const { field, panel, isPage } = this.#parts;
    const [first] = panel.links;
    if (event.key === "Enter" && (!isPage || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (!field.value.trim()) return;
      this.#open(event.ctrlKey || event.metaKey ? "tab" : "here");
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
    const { field, panel } = this.#parts;
    const all = panel.links;
    const at = all.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
    if (at < 0) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      focusInView(all[Math.min(to, all.length - 1)] ?? field);
    } else if (isTyped(event)) {
      field.focus(); // the letter goes there
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
