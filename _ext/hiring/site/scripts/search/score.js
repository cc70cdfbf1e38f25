// What the index alone says: how well each record answers each word of a query.

/**
 * What the index says of a record: points for all that is known of it, and for what it says itself,
 * without its page's name; and which share of the query it answers.
 * @typedef {{ record: number, points: number, itself: number, share: number }} Hit
 */

/** @typedef {{ ofPages: Postings, ofRecords: Postings }} GroupPostings */

/**
 * How well each record answers a term, and how much the term tells.
 * @typedef {object} Weighed
 * @property {Float32Array} best Of each record, its page's name counted in.
 * @property {Float32Array} own Of each record, by itself.
 * @property {number} tells
 * @property {boolean} isAsked Whether a record must answer it: not what is only begun.
 */

const OF_PAGE = 0.6; // what a word of the page's name says about each part of it
const LEAST = 0.3; // the share of a query that a record must answer
const LEAST_OF_FEW = 0.2; // the same where else there is next to nothing
const SHARE = 0.1; // what a record must have of the most that the index gives to any
const FEW = 5;
const BESIDE = 0.1; // what a word tells that says next to nothing beside others
const MANNER = 0.5; // the same of one that says how, and not what

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
  #weigh({ groups, isOpen, isBeside, isManner }, postings) {
    const count = this.#count;
    const found = { best: new Float32Array(count), own: new Float32Array(count) };
    for (const [group, factor] of groups) {
      const known = postings.get(group);
      if (known) this.#add(found, known, factor);
    }
    const records = found.best.reduce((sum, points) => sum + (points ? 1 : 0), 0);
    const share = isBeside ? BESIDE : isManner ? MANNER : 1;
    const tells = records ? share * this.telling(records) : 0;
    return { ...found, tells, isAsked: !isOpen };
  }

  /**
   * Returns how much a word tells that so many records have.
   * @param {number} records
   */
  telling(records) {
    return Math.log(1 + this.#count / (records + 1)) + 0.1;
  }

  /**
   * Returns the records that answer enough of a query, and notes of each term how much it tells, and where.
   * @param {Term[]} terms
   * @param {Map<number, GroupPostings>} postings By group.
   * @param {(record: number) => boolean} allowed
   */
  all(terms, postings, allowed) {
    const weighed = terms.map((term) => this.#weigh(term, postings));
    weighed.forEach(({ tells, own }, at) => {
      Object.assign(terms[at], { tells, own });
    });
    const found = this.#answering(weighed, LEAST, allowed);
    return found.length < FEW ? this.#answering(weighed, LEAST_OF_FEW, allowed) : found;
  }

  /**
   * Returns the records that answer at least some share of a query, and have not next to nothing
   * beside the best: of many thousands few come into question.
   * @param {Weighed[]} weighed
   * @param {number} least
   * @param {(record: number) => boolean} allowed
   */
  #answering(weighed, least, allowed) {
    const { points, itself, shares } = this.#sum(weighed);
    const asked = [...this.#records()].filter((it) => shares[it] >= least && allowed(it));
    const most = asked.reduce((so, record) => Math.max(so, points[record]), 0);
    const isWeak = (/** @type {number} */ it) => Math.max(points[it], itself[it]) < SHARE * most;
    const found = asked.length < FEW ? asked : asked.filter((record) => !isWeak(record));
    return found.map((record) => ({
      record,
      points: points[record],
      itself: itself[record],
      share: shares[record],
    }));
  }

  /** Returns the numbers of all records. */
  #records() {
    return this.#scratch.keys();
  }

  /**
   * Adds up what each record has of all terms, by the share of the query that it answers.
   * @param {Weighed[]} weighed
   */
  #sum(weighed) {
    const count = this.#count;
    const points = new Float32Array(count);
    const itself = new Float32Array(count);
    const shares = new Float32Array(count);
    const whole = weighed.reduce((sum, { tells, isAsked }) => sum + (isAsked ? tells : 0), 0);
    for (const { best, own, tells, isAsked } of weighed) {
      for (let record = 0; record < count; record += 1) {
        if (!best[record]) continue;
        points[record] += tells * best[record];
        itself[record] += tells * own[record];
        shares[record] += isAsked ? tells / whole : 0;
      }
    }
    if (!whole) shares.set(points.map((it) => (it ? 1 : 0)));
    const shared = (/** @type {Float32Array} */ all) =>
      all.map((it, record) => it * shares[record]);
    return { points: shared(points), itself: shared(itself), shares };
  }
}
