// The checklist of somebody who applies: qualifications to tick, and the answers on résumés.

const TICK_MARK = "\ufdda";

/**
 * Takes the mark of a box from the start of an entry.
 * @param {Element} item
 */
const removeTickMark = (item) => {
  const first = document.createTreeWalker(item, NodeFilter.SHOW_TEXT).nextNode();
  if (first) first.textContent = (first.textContent ?? "").replace(TICK_MARK, "");
};

class Checklist {
  /** @type {Posting} */
  #posting;
  /** The entries that are ticked, counted from 0. @type {Set<number>} */
  #ticked = new Set();

  /** @param {Known} known */
  constructor({ role, common }) {
    const filling = { values: {}, without: new Set(), common };
    this.#posting = { title: role.title, sections: role.application, role, filling };
  }

  /**
   * Returns the list as text, with a sign for each box.
   * @param {"text" | "html"} name
   */
  text(name) {
    let number = 0;
    return postingText(this.#posting, name).replaceAll(TICK_MARK, () => {
      number += 1;
      return this.#ticked.has(number - 1) ? "\u2611 " : "\u2610 ";
    });
  }

  /**
   * Shows the list in an element, with boxes to tick.
   * @param {Element} element
   * @param {number} level The level of its title.
   */
  show(element, level) {
    element.replaceChildren(...previewOf(this.#posting, level));
    const entries = [...element.querySelectorAll("li")];
    const items = entries.filter((it) => it.textContent?.startsWith(TICK_MARK));
    items.forEach((item, number) => {
      const use = (/** @type {boolean} */ on) => {
        if (on) this.#ticked.add(number);
        else this.#ticked.delete(number);
      };
      removeTickMark(item);
      item.replaceChildren(makeBox([...item.childNodes], false, use));
      item.parentElement?.classList.add("hiring-checklist");
    });
  }
}
