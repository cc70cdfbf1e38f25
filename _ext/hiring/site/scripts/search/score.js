// What the index alone says: how well each record answers each word of a query.

/**
 * What the index says of a record: points for all that is known of it, and for what it says itself,
 * without its page's name.
 * @typedef {{ record: number, points: number, itself: number }} Hit
 */

/** @typedef {{ ofPages: Postings, ofRecords: Postings }} GroupPostings */

/**
 * How well each record answers a term, and how much the term tells.
 * @typedef {object} Weighed
 * @property {Float32Array} best Of each record, its page's name counted in.
 * @property {Float32Array} own Of each record, by itself.
 * @property {number} tells
 * @property {boolean} isKnown Whether any record answers it.
 */

const OF_PAGE = 0.6; // what a word of the page's name says about each part of it
const LEAST = 0.5; // the share of a query that a record must answer
const LEAST_OF_FEW = 0.2; // the same where else there is next to nothing
const LEAST_OF_UNKNOWN = 0.7; // the same where a word of the query is nowhere
const UNKNOWN = 3; // what such a word weighs, or as much as the word that tells most
const FEW = 5;

class Scores {
  #starts;
  #count;
  #scratch;

  /**
   * @param {number[]} starts The first record of each page, and the count of all records.
   */
  constructor(starts) {
    this.#starts = starts;
    this.#count = starts[starts.length - 1];
    this.#scratch = new Float32Array(this.#count);
  }

  /**
   * Adds what one group of words says to the best that is known of each record.
   * @param {{ best: Float32Array, own: Float32Array }} found
   * @param {GroupPostings} postings
   * @param {number} factor
   */
  #add({ best, own }, { ofPages, ofRecords }, factor) {
    const [starts, scratch] = [this.#starts, this.#scratch];
    /** @type {number[]} */
    const touched = [];
    ofPages.numbers.forEach((page, at) => {
      for (let record = starts[page]; record < starts[page + 1]; record += 1) {
        scratch[record] = factor * OF_PAGE * ofPages.weights[at];
        touched.push(record);
      }
    });
    ofRecords.numbers.forEach((record, at) => {
      const weight = factor * ofRecords.weights[at];
      if (!scratch[record]) touched.push(record);
      scratch[record] = Math.max(scratch[record], weight);
      if (weight > own[record]) own[record] = weight;
    });
    for (const record of touched) {
      if (scratch[record] > best[record]) best[record] = scratch[record];
      scratch[record] = 0;
    }
  }

  /**
   * @param {Term} term
   * @param {Map<number, GroupPostings>} postings By group.
   * @returns {Weighed}
   */
  #weigh({ groups }, postings) {
    const count = this.#count;
    const found = { best: new Float32Array(count), own: new Float32Array(count) };
    for (const [group, factor] of groups) {
      const known = postings.get(group);
      if (!known) throw new Error(`the words of group ${group} are missing`);
      this.#add(found, known, factor);
    }
    const records = found.best.reduce((sum, points) => sum + (points ? 1 : 0), 0);
    const tells = records ? Math.log(1 + count / (records + 1)) + 0.1 : UNKNOWN;
    return { ...found, tells, isKnown: records > 0 };
  }

  /**
   * Returns the records that answer enough of a query.
   * @param {Term[]} terms
   * @param {Map<number, GroupPostings>} postings By group.
   * @param {(record: number) => boolean} allowed
   */
  all(terms, postings, allowed) {
    const weighed = terms.map((term) => this.#weigh(term, postings));
    const among = (/** @type {number} */ least) => this.#answering(weighed, least, allowed);
    if (!weighed.every(({ isKnown }) => isKnown)) return among(LEAST_OF_UNKNOWN);
    const found = among(LEAST);
    return found.length < FEW ? among(LEAST_OF_FEW) : found;
  }

  /**
   * Returns the records that answer at least some share of a query.
   * @param {Weighed[]} weighed
   * @param {number} least
   * @param {(record: number) => boolean} allowed
   */
  #answering(weighed, least, allowed) {
    const most = Math.max(...weighed.map(({ tells }) => tells));
    const whole = weighed.reduce((sum, { tells, isKnown }) => sum + (isKnown ? tells : most), 0);
    /** @type {Hit[]} */
    const found = [];
    for (let record = 0; record < this.#count; record += 1) {
      let [points, itself, answered] = [0, 0, 0];
      for (const { best, own, tells } of weighed) {
        if (!best[record]) continue;
        points += tells * best[record];
        itself += tells * own[record];
        answered += tells;
      }
      const share = answered / whole;
      if (share < least || !allowed(record)) continue;
      found.push({ record, points: points * share, itself: itself * share });
    }
    return found;
  }
}
