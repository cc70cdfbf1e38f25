// Which words of the index a reader means, however they write them.

/**
 * What a word of a query stands for.
 * @typedef {object} Meaning
 * @property {Map<number, number>} groups Groups of words, each with how surely it is meant.
 * @property {string} [slip] What was probably meant, where the word is on no page.
 */

const SHORTEST = 5; // letters of a word that may be any other with a slip
const LONG = 5; // letters of a word that may be the start of another, though nobody goes on with it

class Meanings {
  #words;
  #endings;
  #inNames;
  #readers;

  /**
   * @param {Core} core
   * @param {Tokens} tokens
   * @param {Words} words
   */
  constructor(core, tokens, words) {
    const { kinds, skills, endings } = core.language;
    const inTitles = core.pages.flatMap(([, title]) => tokens.telling(title));
    this.#inNames = new Set([...inTitles, ...skills]);
    this.#readers = new Set(Object.values(kinds).flatMap((it) => tokens.telling(it)));
    this.#words = words;
    this.#endings = endings;
  }

  /**
   * Returns what a word of a query stands for.
   * @param {string} word
   * @param {boolean} typing Whether the reader may go on with the word.
   * @returns {Meaning}
   */
  meant(word, typing) {
    if (typing && word.length < 2 && !this.#words.has(word)) return { groups: this.begun(word) };
    return this.#known(word, typing) ?? this.#guessed(word);
  }

  /**
   * Returns what a word may become of which one letter or two are there: itself, or one in a title.
   * @param {string} word
   */
  begun(word) {
    const groups = this.#words.known(
      [...this.#inNames].filter((other) => other.startsWith(word)),
      0.85,
    );
    if (this.#words.has(word)) groups.set(this.#words.groupOf(word), 1);
    return groups;
  }

  /**
   * Tells whether a word may go on as another one of a name: architect, as architecture.
   * @param {string} word
   */
  goesOn(word) {
    return [...this.#inNames].some(
      (it) => it.startsWith(word) && it !== word && !this.#endings.includes(it.slice(word.length)),
    );
  }

  /**
   * Returns the words that a word may go on as.
   * @param {string} word
   * @param {boolean} typing
   * @param {boolean} exact
   */
  #continued(word, typing, exact) {
    if (typing) return word.length >= (exact ? 3 : 2) ? this.#words.startingWith(word) : [];
    return word.length >= LONG && !exact ? this.#words.startingWith(word, 3) : [];
  }

  /**
   * Returns what a word stands for that is on a page, or starts one that is.
   * @param {string} word
   * @param {boolean} typing
   */
  #known(word, typing) {
    const exact = this.#words.has(word);
    const longer = this.#continued(word, typing, exact);
    if (!exact && !longer.length) return null;
    const share = exact ? 0.35 : 0.85;
    const groups = this.#words.scored(
      longer,
      (other) => (share * (word.length + 2)) / (other.length + 2),
    );
    if (exact) groups.set(this.#words.groupOf(word), 1);
    return { groups };
  }

  /**
   * Returns what a word that is on no page may stand for.
   * @param {string} word
   */
  #guessed(word) {
    const inflections = this.#inflected(word);
    const near = this.#similar(word);
    // One slip from a word in a title is likelier than another form of some word: lerning.
    const isSlip = near.length > 0 && near[0][0] <= 1;
    if (inflections.length && !isSlip) {
      return { groups: this.#words.scored(inflections, () => 0.7) };
    }
    if (near.length) {
      const [[least, slip]] = near;
      const closest = near.filter(([count]) => count <= least).map(([, other]) => other);
      return { groups: this.#words.scored(closest, () => 0.7 - 0.1 * least), slip };
    }
    const start = this.#stemOfCompound(word);
    return { groups: this.#words.scored(start ? [start] : [], () => 0.5) };
  }

  /**
   * Returns the words that somebody may have meant, those with the fewest slips first. So short a
   * word that half of all others are near it is only taken for one in a title, or of readers.
   * @param {string} word
   */
  #similar(word) {
    if (word.length < 3 || !/^\p{L}+$/u.test(word)) return [];
    const isShort = word.length < SHORTEST;
    const others = isShort ? [...this.#inNames, ...this.#readers] : this.#words.sorted;
    /** @type {[number, string][]} */
    const found = [];
    for (const other of others) {
      const count = mayBeMeant(word, other) ? this.#distance(word, other) : Infinity;
      if (count < Infinity) found.push([count, other]);
    }
    return found.sort(([one], [other]) => one - other);
  }

  /**
   * Returns how unlikely it is that a word is meant by another, in slips.
   * @param {string} word
   * @param {string} other
   */
  #distance(word, other) {
    const count = this.#isNear(word, other) ? slipsBetween(word, other, mostSlips(word)) : Infinity;
    if (count > mostSlips(word)) return Infinity;
    return count + (this.#inNames.has(other) ? 0 : 0.25) + (other[0] === word[0] ? 0 : 0.5);
  }

  /**
   * Tells whether a short word may be meant by another: a letter is soon left out or typed before its
   * neighbor, and else half of all words are one slip away.
   * @param {string} word
   * @param {string} other
   */
  #isNear(word, other) {
    // With another end it is another form, or another word: teacher and teaches, party and part.
    const isOtherEnd = other.length <= word.length && other.startsWith(word.slice(0, -1));
    if (!this.#words.has(other) || isOtherEnd) return false;
    if (word.length > SHORTEST || isSwap(word, other)) return true;
    const isNamed = this.#inNames.has(other) || this.#readers.has(other);
    return isNamed && (word.length === SHORTEST || other.length > word.length);
  }

  /**
   * Returns the words that are a word in another form.
   * @param {string} word
   */
  #inflected(word) {
    for (const ending of this.#endings) {
      const base = word.slice(0, -ending.length);
      if (!word.endsWith(ending) || base.length < 4) continue;
      const isForm = (/** @type {string} */ other) =>
        other === base || this.#endings.includes(other.slice(base.length));
      const found = this.#words.startingWith(base, 4).filter(isForm);
      if (found.length) return found;
    }
    return [];
  }

  /**
   * Returns the longest word that a compound starts with, as Gehalt in Gehaltsspanne: one of those
   * that readers use, since any word starts with some other.
   * @param {string} word
   */
  #stemOfCompound(word) {
    for (let end = word.length - 3; end >= 6; end -= 1) {
      const start = word.slice(0, end);
      if (this.#readers.has(start) && this.#words.has(start)) return start;
    }
    return null;
  }
}
