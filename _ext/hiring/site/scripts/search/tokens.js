// The words of a text as the search compares them: the same here and in search/tokens.py. What a
// word is comes with the index, from data/search.toml.

/**
 * @typedef {object} Language
 * @property {string} pattern What a word is, as a regular expression.
 * @property {string} dropped What is left out of a word.
 * @property {string[]} unspaced Ranges of the scripts without spaces.
 * @property {number} longest The most letters of a word that are compared.
 * @property {Record<string, string>} letters What a letter is compared as.
 * @property {string[]} stop Words that tell nothing.
 * @property {string[]} article Those of them that a phrase may have or not.
 * @property {string[]} link Those that a phrase does not go over.
 * @property {string[]} job Words of who wants a job that is open.
 * @property {string[]} closed Words of who wants one that is not.
 * @property {string[]} author Words that who writes pages starts with.
 * @property {string[]} self Words of who asks for themselves.
 * @property {string[]} artifact Words of who works on pages.
 * @property {string[]} hirer Words of who hires.
 * @property {Record<string, number>} ranking How much each thing tells that speaks for a page.
 * @property {string[]} company What everybody calls the company.
 * @property {string[]} skills Words that skills are called by.
 * @property {string[]} trades What people are by trade.
 * @property {string[]} manner Words that say how, and not what.
 * @property {string[]} things What is one thing in several words.
 * @property {string[]} beside Words that say nothing more of a fact.
 * @property {Record<string, string>} kinds What readers call each kind of section or fact.
 * @property {Record<string, string>} vernacular By what pages call it: what people type, with commas.
 * @property {string[]} endings What an inflected word may end in.
 */

/**
 * Returns signs in pairs, each sign but the first and last in two: words without spaces.
 * @param {string} run
 */
const pairsOf = (run) => {
  const signs = [...run];
  if (signs.length === 1) return signs;
  return signs.slice(1).map((sign, at) => signs[at] + sign);
};

/**
 * Tells whether a text has none but the plainest signs, as most have: little is to be done then.
 * @param {string} text
 */
const isPlain = (text) => !/[^ -~]/.test(text);

class Tokens {
  #language;
  #token;
  #dropped;
  #letters;
  #stop;

  /** @param {Language} language */
  constructor(language) {
    const letter = "[\\p{L}\\p{N}]";
    this.#language = language;
    this.#token = new RegExp(language.pattern.replaceAll("ALNUM", letter), "gu");
    this.#dropped = new RegExp(language.dropped.replaceAll("ALNUM", letter), "gu");
    this.#letters = new RegExp(`[${Object.keys(language.letters).join("")}]`, "gu");
    this.#stop = new Set(language.stop);
    this.unspaced = new RegExp(`[${language.unspaced.join("")}]+`, "gu");
  }

  /** @param {string} text */
  #folded(text) {
    if (isPlain(text)) return text.toLowerCase();
    return text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[\u0300-\u036f]+/g, "")
      .normalize("NFC")
      .replace(this.#letters, (letter) => this.#language.letters[letter]);
  }

  /** @param {string} text */
  #shortened(text) {
    if (text.length <= this.#language.longest) return text;
    return [...text].slice(0, this.#language.longest).join("");
  }

  /**
   * Returns a run of letters in pieces: those of scripts without spaces apart from the others.
   * @param {string} text
   */
  #pieces(text) {
    if (isPlain(text)) return [this.#shortened(text)];
    const found = [];
    let end = 0;
    for (const run of text.matchAll(this.unspaced)) {
      found.push(this.#shortened(text.slice(end, run.index)), ...pairsOf(run[0]));
      end = run.index + run[0].length;
    }
    found.push(this.#shortened(text.slice(end)));
    return found;
  }

  /**
   * Returns the tokens of a text in its order, stop words among them.
   * @param {string} text
   */
  all(text) {
    return (this.#folded(text).match(this.#token) ?? [])
      .flatMap((run) => this.#pieces(run.replace(this.#dropped, "")))
      .filter(Boolean);
  }

  /**
   * Tells whether a word tells nothing.
   * @param {string} word
   */
  isStop(word) {
    return this.#stop.has(word);
  }

  /**
   * Tells whether a word may become one that tells nothing: withi.
   * @param {string} word
   */
  beginsStop(word) {
    return this.#language.stop.some((it) => it.startsWith(word));
  }

  /**
   * Returns the tokens of a text without the stop words.
   * @param {string} text
   */
  telling(text) {
    return this.all(text).filter((word) => !this.#stop.has(word));
  }
}
