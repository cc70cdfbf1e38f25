// What sort of word one is, whatever it says: a word for jobs, a trade, one that says how.

const STEM = 4; // letters that a word must have without its ending, to be another form of one

class Sorts {
  #beside;
  #job;
  #trades;
  #manner;
  #topics;
  #endings;

  /**
   * @param {Language} language
   * @param {Vernacular} vernacular
   */
  constructor({ beside, job, closed, author, trades, manner, kinds, endings }, vernacular) {
    const called = Object.values(kinds).flatMap((words) => words.split(" "));
    this.#beside = new Set(beside);
    this.#job = new Set(job);
    this.#trades = new Set(trades);
    this.#manner = new Set(manner);
    /** What readers call a section by, or pages call otherwise. */
    this.#topics = new Set([...called, ...vernacular.all(), ...job, ...closed, ...author]);
    this.#endings = endings;
  }

  /** @param {string} word */
  isBeside(word) {
    return this.#beside.has(word);
  }

  /**
   * Tells whether a word says little of what is asked, wherever it stands.
   * @param {string} word
   */
  isLight(word) {
    return this.isManner(word) || (this.#beside.has(word) && !this.#topics.has(word));
  }

  /**
   * Tells whether a word says how, and not what, in whatever form.
   * @param {string} word
   */
  isManner(word) {
    if (this.#topics.has(word)) return false;
    if (this.#manner.has(word)) return true;
    return this.#endings.some((ending) => {
      const base = word.slice(0, -ending.length);
      if (!word.endsWith(ending) || base.length < STEM) return false;
      return this.#manner.has(base) || this.#manner.has(`${base}e`);
    });
  }

  /**
   * Marks of each term which sort it is.
   * @param {Term[]} terms
   */
  mark(terms) {
    this.#markBeside(terms);
    for (const term of terms) {
      const { word } = term;
      term.isManner = this.isManner(word);
      // Of what pages call otherwise it is known whom they mean.
      term.isTrade = this.#trades.has(word) && !this.#topics.has(word) && !term.goesOn;
    }
  }

  /**
   * Marks what says next to nothing beside others: words for jobs do so beside what else is asked.
   * @param {Term[]} terms
   */
  #markBeside(terms) {
    const isBeside = (/** @type {Term} */ { word }) => this.#beside.has(word);
    const isJob = (/** @type {Term} */ { word }) => this.#job.has(word);
    const others = terms.filter((term) => !isBeside(term));
    if (!others.length) return;
    const isMore = !others.every(isJob);
    for (const term of terms) term.isBeside = isBeside(term) || (isMore && isJob(term));
  }
}
