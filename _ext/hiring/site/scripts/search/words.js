// The words of the index. Those that say the same are one group, and the index knows groups by their
// numbers.

const MOST_WORDS_FOUND = 30;

class Words {
  #groupOf;

  /** @param {Core} core */
  constructor(core) {
    const forms = core.words.split(" ").map((group) => group.split(","));
    this.#groupOf = new Map(
      forms.flatMap((words, group) => words.map((word) => /** @type {const} */ ([word, group]))),
    );
    /** All words, in order. */
    this.sorted = [...this.#groupOf.keys()].sort((one, other) => (one < other ? -1 : 1));
  }

  /** @param {string} word */
  has(word) {
    return this.#groupOf.has(word);
  }

  /**
   * Returns the number of a word's group, or -1.
   * @param {string} word
   */
  groupOf(word) {
    return this.#groupOf.get(word) ?? -1;
  }

  /** @param {string[]} words */
  groupsOf(words) {
    return words.map((word) => this.groupOf(word));
  }

  /**
   * Returns words so that those of one group are the same; a stop word is in none.
   * @param {string[]} words
   */
  line(words) {
    return words.map((word) => this.#groupOf.get(word) ?? word);
  }

  /**
   * Returns where the words begin that are not before a text.
   * @param {string} text
   */
  #firstFrom(text) {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle] < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * Returns the words that start with a text and go on for at most some letters.
   * @param {string} text
   * @param {number} [more]
   */
  startingWith(text, more = 99) {
    const found = [];
    for (let at = this.#firstFrom(text); this.sorted[at]?.startsWith(text); at += 1) {
      if (this.sorted[at].length - text.length <= more) found.push(this.sorted[at]);
    }
    return found.sort((one, other) => one.length - other.length).slice(0, MOST_WORDS_FOUND);
  }

  /**
   * Returns the groups of words, each with the most that one of its words is worth.
   * @param {string[]} words
   * @param {(word: string) => number} factor
   */
  scored(words, factor) {
    /** @type {Map<number, number>} */
    const found = new Map();
    for (const word of words) {
      const group = this.groupOf(word);
      found.set(group, Math.max(found.get(group) ?? 0, factor(word)));
    }
    return found;
  }

  /**
   * Returns the groups of words that some page has.
   * @param {string[]} words
   * @param {number} [factor]
   */
  known(words, factor = 1) {
    return this.scored(
      words.filter((word) => this.has(word)),
      () => factor,
    );
  }

  /**
   * Returns two words that were written as one, or nothing.
   * @param {string} word
   */
  parted(word) {
    for (let at = 3; at <= word.length - 3; at += 1) {
      const two = [word.slice(0, at), word.slice(at)];
      if (two.every((part) => this.has(part))) return two;
    }
    return null;
  }
}
