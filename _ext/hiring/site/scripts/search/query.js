// What a reader asks: the words of a query, and what each stands for.

/**
 * A word of a query, or some words that say one thing, with what it stands for.
 * @typedef {object} MoreOfTerm
 * @property {string} word
 * @property {boolean} [isOpen] Whether the reader has only begun it: then it ranks, and asks nothing.
 * @property {boolean} [goesOn] Whether the reader may go on with it, as another word of a name.
 * @property {boolean} [isBeside] Whether it says next to nothing beside other words.
 * @property {boolean} [isManner] Whether it says how, and not what.
 * @property {boolean} [isTrade] Whether it is what somebody is by trade.
 * @property {number} [tells] How much it tells, as the index counts it.
 * @property {Float32Array} [own] How much each record says of it, by itself.
 * @property {string[]} [cutFrom] The two words that one word was cut into.
 */

/** @typedef {MoreOfTerm & Meaning} Term */

/**
 * @typedef {object} Asked
 * @property {Term[]} terms The words that tell something and are on some page.
 * @property {string[]} missing Those that are nowhere.
 * @property {number} lost How many those are, where one that says how counts little.
 * @property {string[]} said All words, in their order.
 * @property {Map<string, string>} slips Those that were mistyped, and are of a saying.
 * @property {boolean} typing Whether the reader may go on with the last word.
 * @property {(number | string)[][]} quoted What stands in quotes: it must stand there together.
 * @property {(number | string)[][]} things What is one thing in several words, as it is said.
 */

const MOST_SIGNS = 1000;
const MOST_TERMS = 20;
const SHORT = 5; // letters
const BEGUN = 2; // letters of a last word that only ranks, beside other words
const GUESS = 0.5; // what a guess at so short a word counts beside words that are known
const JOINED = 0.9; // what two words count that are one in the text
const OF_MANNER = 0.4; // what a word counts that says how, of what is to be answered
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
  #meanings;
  #vernacular;
  #sorts;
  #units;
  #things;

  /** @param {Catalog} catalog */
  constructor({ core, tokens, words }) {
    const { language } = core;
    this.#tokens = tokens;
    this.#words = words;
    this.#meanings = new Meanings(core, tokens, words);
    this.#vernacular = new Vernacular(tokens, language);
    this.#sorts = new Sorts(language, this.#vernacular);
    const read = { tokens, words, meanings: this.#meanings };
    this.#units = new Units(read, this.#vernacular, this.#sorts, language.company);
    this.#things = language.things.map((it) => it.split(" "));
  }

  /**
   * Returns a query as words, with what each stands for.
   * @param {string} query
   * @param {boolean} [mayCut] Whether an unknown word may be two that were written as one.
   * @returns {Asked}
   */
  understand(query, mayCut = true) {
    const text = query.slice(0, MOST_SIGNS);
    const phrases = [...text.matchAll(QUOTED)].map(([, said]) => this.#tokens.all(said));
    const typing = /[\p{L}\p{N}]$/u.test(text);
    const typed = this.#tokens.all(text);
    const said = this.#units.spelled(typed);
    const units = this.#units.of(said).slice(0, MOST_TERMS);
    // A small word may become another one.
    if (!units.length && typing && said.length === 1) units.push({ word: said[0], meant: [] });
    const all = this.#terms(units, typing, mayCut);
    const terms = all.filter(({ groups }) => groups.size);
    this.#sorts.mark(terms);
    joinTerms(terms, this.#words);
    lowerGuesses(terms);
    const missing = all.filter((term) => this.#isMissed(term)).map(({ word }) => word);
    return {
      terms,
      missing,
      lost: missing.reduce((sum, word) => sum + (this.#sorts.isManner(word) ? OF_MANNER : 1), 0),
      said,
      slips: new Map(typed.flatMap((word, at) => (word === said[at] ? [] : [[word, said[at]]]))),
      typing,
      quoted: phrases.filter((it) => it.length).map((it) => this.#words.line(it)),
      things: this.#things
        .filter((thing) => holdsPhrase(said, thing))
        .map((it) => this.#words.line(it)),
    };
  }

  /**
   * Tells whether a word is nowhere and would say something.
   * @param {Term} term
   */
  #isMissed({ word, groups, isOpen }) {
    return !groups.size && !isOpen && !this.#tokens.isStop(word) && !this.#sorts.isBeside(word);
  }

  /**
   * @param {Unit[]} units
   * @param {boolean} typing
   * @param {boolean} mayCut
   * @returns {Term[]}
   */
  #terms(units, typing, mayCut) {
    return units.flatMap((unit, at) => {
      const isLast = typing && at === units.length - 1;
      const term = this.#term(unit, isLast, isLast && units.length > 1);
      return (mayCut && !term.groups.size && !term.isOpen && this.#cut(unit.word)) || [term];
    });
  }

  /**
   * Returns what two words stand for that were written as one, or null.
   * @param {string} word
   * @returns {Term[] | null}
   */
  #cut(word) {
    const two = this.#words.parted(word);
    return (
      two?.map((it) => ({ word: it, ...this.#meanings.meant(it, false), cutFrom: two })) ?? null
    );
  }

  /**
   * @param {Unit} unit
   * @param {boolean} typing
   * @param {boolean} isBeside Whether other words say what is asked.
   * @returns {Term}
   */
  #term({ word, meant }, typing, isBeside) {
    const own = this.#meanings.meant(word, typing);
    const isOpen = isBeside && this.#isBegun(word, own);
    if (isOpen) return { word, isOpen, groups: this.#meanings.begun(word) };
    const groups = this.#words.known(meant);
    if (groups.size && (word.includes(" ") || own.slip)) return { word, groups };
    for (const [group, factor] of own.groups) {
      groups.set(group, Math.max(factor, groups.get(group) ?? 0));
    }
    return { ...own, word, groups, goesOn: typing && this.#meanings.goesOn(word) };
  }

  /**
   * Tells whether a last word is only begun, and says nothing yet: a few letters, or some of a word
   * that tells nothing.
   * @param {string} word
   * @param {Meaning} own
   */
  #isBegun(word, { groups }) {
    if (this.#vernacular.has(word)) return false;
    return word.length <= BEGUN || (!groups.size && this.#tokens.beginsStop(word));
  }

  /**
   * Returns the query with the words that were probably meant, or null where none is a slip.
   * @param {string} query
   * @param {Asked} asked
   */
  correction(query, { terms, slips: ofSayings }) {
    const ofPages = terms.flatMap(({ word, slip }) =>
      slip ? [/** @type {const} */ ([word, slip])] : [],
    );
    const slips = new Map([...ofSayings, ...ofPages]);
    if (!slips.size) return null;
    const parts = query.trim().split(/\s+/).slice(0, MOST_TERMS);
    return parts.map((part) => this.#corrected(part, slips)).join(" ");
  }

  /**
   * Returns a part of a query with its word mended, and what stands around it as it was.
   * @param {string} part
   * @param {Map<string, string>} slips
   */
  #corrected(part, slips) {
    const [word, ...more] = this.#tokens.all(part);
    if (more.length || !slips.has(word)) return part;
    const [, before, after] = part.match(AROUND) ?? ["", "", ""];
    return before + slips.get(word) + after;
  }
}
