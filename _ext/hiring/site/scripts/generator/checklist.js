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
  #ticked;
  #name;

  /** @param {Known} known */
  constructor({ role, common }) {
    const filling = { values: {}, without: new Set(), common };
    this.#posting = { title: role.title, sections: role.application, role, filling };
    this.#name = `checklist ${role.key}`;
    this.#ticked = new Set([keptInTab(this.#name) ?? []].flat());
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
   * @param {HTMLElement} element
   * @param {number} level The level of its title.
   */
  show(element, level) {
    element.replaceChildren(...previewOf(this.#posting, level));
    element.lang = this.#posting.role.language;
    element.dir = this.#posting.role.direction;
    const entries = [...element.querySelectorAll("li")];
    const items = entries.filter((it) => it.textContent?.startsWith(TICK_MARK));
    items.forEach((item, number) => {
      removeTickMark(item);
      const use = (/** @type {boolean} */ on) => this.#tick(number, on);
      item.replaceChildren(makeBox([...item.childNodes], this.#ticked.has(number), use));
      item.parentElement?.classList.add("hiring-checklist");
    });
  }

  /**
   * @param {number} number
   * @param {boolean} on
   */
  #tick(number, on) {
    if (on) this.#ticked.add(number);
    else this.#ticked.delete(number);
    keepInTab(this.#name, this.#ticked.size ? [...this.#ticked] : null);
  }
}

/** A checklist on its page, with the choice of its role. */
class ChecklistPage {
  /** @type {Checklist | null} */
  #checklist = null;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.select = /** @type {HTMLSelectElement} */ (root.querySelector("select"));
    this.sheet = /** @type {HTMLElement} */ (root.querySelector(".hiring-application-text"));
    this.said = /** @type {HTMLElement} */ (root.querySelector("[data-part=said]"));
  }

  /** @param {string} key The role's; one that is not there counts as the first. */
  async open(key) {
    const { files = "", version = "", level = "2", language = "" } = this.root.dataset;
    this.select.value = key;
    if (!this.select.value) this.select.selectedIndex = 0;
    const asked = this.select.value;
    try {
      const known = await loadRole(asked, { folder: files, version, language });
      // Another may have been chosen in the meantime.
      if (asked !== this.select.value) return;
      this.#checklist = new Checklist(known);
      this.#checklist.show(this.sheet, Number(level));
      showLive(this.root);
    } catch (error) {
      this.said.textContent = this.root.dataset.failed ?? "";
      throw error;
    }
  }

  /** @param {string} hash */
  async follow(hash) {
    const { role } = choicesIn(hash);
    if (!role) return;
    await this.open(role);
    this.root.scrollIntoView();
  }

  /** Copies the list with its ticks. */
  async copy() {
    const list = this.#checklist;
    if (!list) return;
    const texts = { html: list.text("html"), text: list.text("text"), shown: this.sheet };
    const done = say("copied-list");
    sayAgain(this.said, await copyRich(texts, done));
  }
}
