// The words of the index: which one a reader means, however they write it. Words that say the same
// are one group, and the index knows groups by their numbers.

/**
 * What a word of a query stands for.
 * @typedef {object} Meaning
 * @property {Map<number, number>} groups Groups of words, each with how surely it is meant.
 * @property {string} [slip] What was probably meant, where the word is on no page.
 */

const MOST_WORDS_FOUND = 30;

class Words {
  #groupOf;
  #sorted;
  #endings;

  /** @param {Core} core */
  constructor(core) {
    const forms = core.words.split(" ").map((group) => group.split(","));
    this.#groupOf = new Map(
      forms.flatMap((words, group) => words.map((word) => /** @type {const} */ ([word, group]))),
    );
    this.#sorted = [...this.#groupOf.keys()].sort((one, other) => (one < other ? -1 : 1));
    this.#endings = core.language.endings;
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
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sorted[middle] < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * Returns the words that start with a text and go on for at most some letters.
   * @param {string} text
   * @param {number} [more]
   */
  #startingWith(text, more = 99) {
    const found = [];
    for (let at = this.#firstFrom(text); this.#sorted[at]?.startsWith(text); at += 1) {
      if (this.#sorted[at].length - text.length <= more) found.push(this.#sorted[at]);
    }
    return found.sort((one, other) => one.length - other.length).slice(0, MOST_WORDS_FOUND);
  }

  /**
   * Returns the words that somebody may have meant, those with the fewest slips first.
   * @param {string} word
   */
  #similar(word) {
    if (word.length < 4 || !/^\p{L}+$/u.test(word)) return [];
    /** @type {[number, string][]} */
    const found = [];
    for (const other of this.#sorted) {
      if (!mayBeMeant(word, other)) continue;
      const count = slipsBetween(word, other, mostSlips(word));
      if (count > mostSlips(word)) continue;
      found.push([count + (other[0] === word[0] ? 0 : 0.5), other]);
    }
    return found.sort(([one], [other]) => one - other);
  }

  /**
   * Returns the words that are a word in another form.
   * @param {string} word
   */
  #inflected(word) {
    for (const ending of this.#endings) {
      const base = word.slice(0, -ending.length);
      if (!word.endsWith(ending) || base.length < 4) continue;
      const found = this.#startingWith(base, 4);
      if (found.length) return found;
    }
    return [];
  }

  /**
   * Returns the longest word that a compound starts with, as Gehalt in Gehaltsspanne.
   * @param {string} word
   */
  #stemOfCompound(word) {
    for (let end = word.length - 3; end >= 6; end -= 1) {
      if (this.has(word.slice(0, end))) return word.slice(0, end);
    }
    return null;
  }

  /**
   * Returns the groups of words, each with the most that one of its words is worth.
   * @param {string[]} words
   * @param {(word: string) => number} factor
   */
  #scored(words, factor) {
    /** @type {Map<number, number>} */
    const found = new Map();
    for (const word of words) {
      const group = this.groupOf(word);
      found.set(group, Math.max(found.get(group) ?? 0, factor(word)));
    }
    return found;
  }

  /**
   * Returns what a word of a query stands for.
   * @param {string} word
   * @param {boolean} typing Whether the reader may go on with the word.
   * @returns {Meaning}
   */
  meant(word, typing) {
    return this.#known(word, typing) ?? this.#guessed(word);
  }

  /**
   * Returns what a word stands for that is on a page, or starts one that is.
   * @param {string} word
   * @param {boolean} typing
   */
  #known(word, typing) {
    const exact = this.has(word);
    const more = typing ? word.length >= 2 : word.length >= 3 && !exact;
    const longer = more && (!exact || word.length >= 3) ? this.#startingWith(word) : [];
    if (!exact && !longer.length) return null;
    const share = exact ? 0.35 : 0.85;
    const groups = this.#scored(
      longer,
      (other) => (share * (word.length + 2)) / (other.length + 2),
    );
    if (exact) groups.set(this.groupOf(word), 1);
    return { groups };
  }

  /**
   * Returns what a word that is on no page may stand for.
   * @param {string} word
   */
  #guessed(word) {
    const inflections = this.#inflected(word);
    if (inflections.length) return { groups: this.#scored(inflections, () => 0.7) };
    const near = this.#similar(word);
    if (near.length) {
      const [[least, slip]] = near;
      const closest = near.filter(([count]) => count <= least).map(([, other]) => other);
      return { groups: this.#scored(closest, () => 0.7 - 0.1 * least), slip };
    }
    const start = this.#stemOfCompound(word);
    return { groups: this.#scored(start ? [start] : [], () => 0.5) };
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
