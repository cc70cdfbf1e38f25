// What a reader asks: the words of a query, and what each stands for.

/** @typedef {{ word: string } & Meaning} Term */

/**
 * @typedef {object} Asked
 * @property {Term[]} terms The words that tell something, with what each stands for.
 * @property {string[]} said All words, in their order.
 * @property {(number | string)[][]} quoted What stands in quotes: it must stand there together.
 */

const MOST_SIGNS = 1000;
const MOST_TERMS = 20;
const SHORT = 5; // letters
const GUESS = 0.5; // what a guess at so short a word counts beside words that are known
const JOINED = 0.9; // what two words count that are one in the text
const QUOTED = /["“„]([^"“”„]+)["”“]/g;
const AROUND = /^([^\p{L}]*).*?([^\p{L}]*)$/su; // quotes and the like before and after a word

/**
 * Lets two words stand for the one that they are in the text: data base, ci cd.
 * @param {Term[]} terms
 * @param {Words} words
 */
const joinTerms = (terms, words) => {
  for (let at = 1; at < terms.length; at += 1) {
    const joined = terms[at - 1].word + terms[at].word;
    if (!words.has(joined)) continue;
    terms[at - 1].groups.set(words.groupOf(joined), JOINED);
    terms[at].groups.set(words.groupOf(joined), JOINED);
  }
};

/**
 * Lowers guesses at short words, which have many neighbors: what else is asked for says more.
 * @param {Term[]} terms
 */
const lowerGuesses = (terms) => {
  if (!terms.some(({ groups, slip }) => groups.size && !slip)) return;
  for (const { word, groups, slip } of terms) {
    if (!slip || word.length > SHORT) continue;
    for (const [group, factor] of groups) groups.set(group, GUESS * factor);
  }
};

class Queries {
  #tokens;
  #words;

  /**
   * @param {Tokens} tokens
   * @param {Words} words
   */
  constructor(tokens, words) {
    this.#tokens = tokens;
    this.#words = words;
  }

  /**
   * Returns a query as words, with what each stands for.
   * @param {string} query
   * @returns {Asked}
   */
  understand(query) {
    const text = query.slice(0, MOST_SIGNS);
    const phrases = [...text.matchAll(QUOTED)].map(([, said]) => this.#tokens.all(said));
    const terms = this.#terms(text);
    joinTerms(terms, this.#words);
    lowerGuesses(terms);
    return {
      terms,
      said: this.#tokens.all(text),
      quoted: phrases.filter((said) => said.length).map((said) => this.#words.line(said)),
    };
  }

  /**
   * @param {string} text
   * @returns {Term[]}
   */
  #terms(text) {
    const words = this.#words;
    const typing = /[\p{L}\p{N}]$/u.test(text);
    const asked = this.#tokens.telling(text).slice(0, MOST_TERMS);
    const isTyped = (/** @type {string[]} */ list, /** @type {number} */ at) =>
      typing && at === list.length - 1;
    const parted = asked.flatMap((word, at) => {
      const known = words.has(word) || words.meant(word, isTyped(asked, at)).groups.size;
      return (known ? null : words.parted(word)) ?? [word];
    });
    return parted.map((word, at) => ({ word, ...words.meant(word, isTyped(parted, at)) }));
  }

  /**
   * Returns the query with the words that were probably meant, or null where none is a slip.
   * @param {string} query
   * @param {Asked} asked
   */
  correction(query, { terms }) {
    const slips = new Map(terms.filter(({ slip }) => slip).map(({ word, slip }) => [word, slip]));
    if (!slips.size) return null;
    const parts = query.trim().split(/\s+/).slice(0, MOST_TERMS);
    return parts.map((part) => this.#corrected(part, slips)).join(" ");
  }

  /**
   * Returns a part of a query with its word mended, and what stands around it as it was.
   * @param {string} part
   * @param {Map<string, string | undefined>} slips
   */
  #corrected(part, slips) {
    const [word, ...more] = this.#tokens.all(part);
    if (more.length || !slips.has(word)) return part;
    const [, before, after] = part.match(AROUND) ?? ["", "", ""];
    return before + slips.get(word) + after;
  }
}
