// What people type and pages call otherwise: by the very words, and by phrases however they are put.

/** @typedef {{ phrase: string, at: number[] }} Said A phrase, and the places of its words in a query. */

/** @typedef {{ word: string, at: number }} Placed */

/**
 * Tells whether a word says little of what is asked.
 * @typedef {(word: string) => boolean} IsLight
 */

const MOST_OF_PHRASE = 5; // words that say one thing together
const MOST_AHEAD = 12; // words among which they are
const PART = 3; // letters of a part of a word that is written as two
const BETWEEN = 1; // words that say little, between two of a phrase: switch to another team
const BASE = 3; // letters of a word that are left without its ending

/**
 * Returns a word without what tells its forms apart: switch, switches, switching.
 * @param {string} word
 */
const baseOf = (word) => {
  const base = word.replace(/(?:ing|ed|es|en|s|e)$/, "");
  return (base.length < BASE ? word : base).replace(/y$/, "i").replace(/(.)\1$/, "$1");
};

class Vernacular {
  #tokens;
  #endings;
  #articles;
  #links;
  /** @type {Map<string, string[][]>} By what is said: the words for each thing that is meant by it. */
  #meant = new Map();
  /** @type {Set<string>} */
  #words = new Set();
  /** @type {Map<string, { phrase: string, bases: string[] }[]>} By the base of the first word. */
  #phrases = new Map();

  /**
   * @param {Tokens} tokens
   * @param {Language} language
   */
  constructor(tokens, { vernacular, endings, article, link }) {
    this.#tokens = tokens;
    this.#endings = endings;
    this.#articles = new Set(article);
    this.#links = new Set(link);
    for (const [meant, all] of Object.entries(vernacular)) {
      const things = meant.split(" + ").map((it) => it.split(" "));
      for (const said of all.split(",")) this.#add(this.#plain(said), things);
    }
  }

  /**
   * Returns a saying without the words that it may have or not.
   * @param {string} said
   */
  #plain(said) {
    const words = said.split(" ");
    const others = words.filter((word) => !this.#articles.has(word));
    return (others.length ? others : words).join(" ");
  }

  /**
   * Adds what is meant by a saying: where it is said in two ways, of both each word.
   * @param {string} said
   * @param {string[][]} things
   */
  #add(said, things) {
    const known = this.#meant.get(said);
    this.#meant.set(said, known ? [[...known, ...things].flat()] : things);
    const words = said.split(" ");
    for (const word of words) this.#words.add(word);
    // What small words say is said by no others: pay of all roles is not the pay of a role.
    if (known || words.length < 2 || words.some((word) => this.#tokens.isStop(word))) return;
    const bases = words.map(baseOf);
    const others = this.#phrases.get(bases[0]);
    if (others) others.push({ phrase: said, bases });
    else this.#phrases.set(bases[0], [{ phrase: said, bases }]);
  }

  /** @param {string} said */
  has(said) {
    return this.#meant.has(said);
  }

  /**
   * Returns the word of a saying that somebody mistyped, or null: where one may start with it, none.
   * @param {string} word
   */
  mistyped(word) {
    /** @type {{ other: string | null, count: number }} */
    let nearest = { other: null, count: mostSlips(word) + 1 };
    if (word.length < SHORTEST) return null;
    for (const other of this.#words) {
      if (other.startsWith(word)) return null;
      // With another end it is another form, or a word of another language: mobile, mobil.
      if (word.startsWith(other) || other[0] !== word[0] || !mayBeMeant(word, other)) continue;
      const count = slipsBetween(word, other, mostSlips(word));
      if (count < nearest.count) nearest = { other, count };
    }
    return nearest.other;
  }

  /** Returns all that is said. */
  all() {
    return this.#meant.keys();
  }

  /**
   * Returns what pages call what somebody says: for each thing that is meant by it some words, of
   * which one is enough; nothing where that is not known.
   * @param {string} said
   */
  meant(said) {
    return this.#meant.get(said) ?? [];
  }

  /**
   * Returns the same of a word that is on no page: with another ending it may be known.
   * @param {string} word
   */
  meantByForm(word) {
    for (const ending of this.#endings) {
      const base = word.slice(0, -ending.length);
      if (!word.endsWith(ending) || base.length < STEM) continue;
      const other = [base, `${base}e`].find((it) => this.#meant.has(it));
      if (other) return this.meant(other);
    }
    return [];
  }

  /**
   * Returns the phrase that says most from a word on, or null.
   * @param {string[]} said
   * @param {number} start
   * @param {IsLight} isLight
   * @returns {Said | null}
   */
  phraseAt(said, start, isLight) {
    const ahead = said
      .map((word, at) => ({ word, at }))
      .slice(start, start + MOST_AHEAD)
      .filter(({ word, at }) => at === start || !this.#articles.has(word));
    const isTelling = (/** @type {Placed} */ { word }) => !this.#tokens.isStop(word);
    const exact = this.#exact(ahead);
    const end = ahead.findIndex(({ word }) => this.#links.has(word));
    const clause = end < 0 ? ahead : ahead.slice(0, end);
    const loose = isTelling(ahead[0]) ? this.#loose(clause.filter(isTelling), isLight) : null;
    if (!exact || !loose) return exact ?? loose;
    const telling = exact.at.filter((at) => !this.#tokens.isStop(said[at]));
    return loose.at.length > telling.length ? loose : exact;
  }

  /**
   * Returns the longest phrase that is said word for word; its last word may be one of many, as in
   * job ads, and two may be one word, as burn out.
   * @param {Placed[]} ahead
   * @returns {Said | null}
   */
  #exact(ahead) {
    for (let length = Math.min(MOST_OF_PHRASE, ahead.length); length; length -= 1) {
      const placed = ahead.slice(0, length);
      const words = placed.map(({ word }) => word);
      const phrase = words.join(" ");
      const forms = [phrase];
      if (length > 1) forms.push(phrase.replace(/s$/, ""));
      if (words.every((word) => word.length >= PART)) forms.push(words.join(""));
      const known = forms.find((form) => this.#meant.has(form));
      if (known) return { phrase: known, at: placed.map(({ at }) => at) };
    }
    return null;
  }

  /**
   * Returns the longest phrase whose words are said in their order, in whatever form, with small words
   * and one that says little between.
   * @param {Placed[]} ahead
   * @param {IsLight} isLight
   */
  #loose(ahead, isLight) {
    /** @type {Said | null} */
    let best = null;
    for (const { phrase, bases } of this.#phrases.get(baseOf(ahead[0].word)) ?? []) {
      if (best && bases.length <= best.at.length) continue;
      const at = this.#placesOf(bases, ahead, isLight);
      if (at) best = { phrase, at };
    }
    return best;
  }

  /**
   * Returns where the words of a phrase stand, the first of them at the start, or null.
   * @param {string[]} bases
   * @param {Placed[]} ahead
   * @param {IsLight} isLight
   */
  #placesOf(bases, ahead, isLight) {
    const places = [];
    let next = 0;
    for (const base of bases) {
      const isNext = (/** @type {number} */ at) =>
        at < ahead.length && baseOf(ahead[at].word) === base;
      const mayPass = places.length > 0 && next < ahead.length && isLight(ahead[next].word);
      if (!isNext(next) && mayPass) next += BETWEEN;
      if (!isNext(next)) return null;
      places.push(ahead[next].at);
      next += 1;
    }
    return places;
  }
}
