// Answers from the data in a folder, whichever build it is of.

/** Answers from the data in a folder, whichever build it is of. */
class SearchEngine {
  #folder;
  /** @type {Promise<{ index: Index, answers: Answers }> | null} */
  #started = null;
  #fresh = ""; // what makes the addresses of all files new ones

  /** @param {string} folder It ends with a slash. */
  constructor(folder) {
    this.#folder = folder;
  }

  /** Loads what every query needs, before there is one. */
  warm() {
    this.#start().catch(() => {
      this.#started = null; // who asks is told
    });
  }

  /**
   * Returns what answers a query, grouped by page.
   * @param {Question} question
   */
  ask(question) {
    return this.#surely(({ answers: it }) => it.ask(question));
  }

  /** Returns what results can be narrowed to. */
  choices() {
    return this.#surely(async ({ index }) => index.catalog.choices());
  }

  #start() {
    this.#started ??= this.#read();
    return this.#started;
  }

  async #read() {
    const fresh = this.#fresh;
    const load = (/** @type {string[]} */ files, /** @type {string} */ version) =>
      hiringSearch.load(this.#folder, files, `?v=${version}${fresh && `-${fresh}`}`);
    const received = await hiringSearch.load(this.#folder, ["core"], fresh && `?v=${fresh}`);
    const data = received.get("core");
    if (!data) throw new Error("the core is damaged");
    const core = { ...(await hiringSearch.open(data)), version: data[0] };
    const index = new Index(core, load, fresh !== "");
    return { index, answers: new Answers(index) };
  }

  /**
   * Does some work with the index, a second time where the first fails. A browser may keep files
   * of two builds, since the first one has the same address in all of them: then all are loaded
   * anew, once. What is missing then is done without.
   * @template T
   * @param {(started: { index: Index, answers: Answers }) => Promise<T>} work
   */
  async #surely(work) {
    const before = this.#fresh;
    try {
      return await work(await this.#start());
    } catch {
      if (this.#fresh === before) {
        hiringSearch.forget();
        this.#started = null;
        this.#fresh = `${Date.now()}`;
      }
      return work(await this.#start());
    }
  }
}

// For the page that has no worker, and for the tests, which compare these with Python's.
Object.assign(hiringSearch, {
  Engine: SearchEngine,
  Tokens,
  postings: { read: readPostings, numbers: readNumbers },
});
