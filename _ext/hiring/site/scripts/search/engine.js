// Finds records: adds up what the index says of each word, then looks closely at the best pages.

/** @typedef {{ query: string, filters?: Filters, most?: number }} Question */

/**
 * A record as it is shown.
 * @typedef {object} ShownHit
 * @property {string} kind
 * @property {string[]} parents
 * @property {string} url
 * @property {Piece[]} heading
 * @property {Piece[]} passage
 */

/** A page's results; `lang` where it is not in the site's. @typedef {{ title: string, url: string, lang: string, hits: ShownHit[] }} ShownPage */

/**
 * @typedef {object} Answer
 * @property {ShownPage[]} groups The best first.
 * @property {boolean} more Whether there are more pages than these.
 * @property {string | null} correction The query as it was probably meant.
 * @property {string[]} known The words that some page has.
 * @property {boolean} unknown Whether any word is on no page.
 * @property {boolean} common Whether there is nothing but words that tell nothing.
 */

const CLOSELY = 12; // pages whose text is looked at
const CLOSELY_QUOTED = 3; // times as many where something stands in quotes

/** What one build's data says; what is not in the core is loaded when it is asked for. */
class Index {
  #load;
  /** @type {Map<number, GroupPostings>} By group: where its words stand. */
  #postings = new Map();
  /** @type {Map<number, ReadPage>} By number: what each page says. */
  #pages = new Map();

  /**
   * @param {Core} core
   * @param {(names: string[], version: string) => Promise<[id: string, data: any][]>} load
   */
  constructor(core, load) {
    this.#load = load;
    this.catalog = new Catalog(core);
    const { tokens, words } = this.catalog;
    this.queries = new Queries(tokens, words);
    this.passages = new Passages(tokens, words);
    this.scores = new Scores(this.catalog.starts);
  }

  /**
   * Returns the data of files, whose numbers all mean what they do in the core.
   * @param {string[]} names
   * @param {string} own What the core has as well.
   */
  async #loadOwn(names, own) {
    const loaded = await this.#load(names, this.catalog.core.version);
    if (loaded.some(([id]) => id !== own)) throw new Error("the files are of two builds");
    return loaded.map(([, data]) => data);
  }

  /**
   * Returns where the words of terms stand, by group.
   * @param {Term[]} terms
   */
  async postings(terms) {
    const { catalog } = this;
    const groups = terms.flatMap((term) => [...term.groups.keys()]);
    const wanted = groups.filter((group) => !this.#postings.has(group));
    const shards = [...new Set(wanted.map((group) => catalog.shardOf(group)))];
    const loaded = await this.#loadOwn(
      shards.map((shard) => `words/${shard}`),
      catalog.core.id,
    );
    loaded.forEach((/** @type {string} */ text, at) => {
      const first = catalog.core.shards[shards[at]];
      const lines = text.split(" ");
      for (const group of wanted) {
        const [ofPages, ofRecords] = lines[group - first]?.split("'") ?? [];
        if (ofRecords === undefined) continue;
        const found = { ofPages: readPostings(ofPages), ofRecords: readPostings(ofRecords) };
        this.#postings.set(group, found);
      }
    });
    return this.#postings;
  }

  /**
   * Returns what pages say, by number.
   * @param {number[]} pages
   */
  async pages(pages) {
    const { core, tokens, words } = this.catalog;
    const wanted = pages.filter((page) => !this.#pages.has(page));
    const names = wanted.map((page) => `pages/${core.pages[page][0]}`);
    const loaded = await this.#loadOwn(names, core.layout);
    const reader = { tokens, words, passages: this.passages };
    loaded.forEach((/** @type {PageData} */ data, at) => {
      this.#pages.set(wanted[at], new ReadPage(reader, data));
    });
    return new Map(pages.map((page) => [page, /** @type {ReadPage} */ (this.#pages.get(page))]));
  }

  /**
   * Returns what answers a query; `most` is the count of pages.
   * @param {Question} question
   * @returns {Promise<Answer>}
   */
  async ask({ query, filters, most = 8 }) {
    const { catalog } = this;
    const asked = this.queries.understand(query);
    const { terms, said, quoted } = asked;
    if (!terms.length) {
      const none = { groups: [], more: false, correction: null, known: [], unknown: false };
      return { ...none, common: said.length > 0 };
    }
    const found = this.scores.all(terms, await this.postings(terms), catalog.filter(filters));
    const count = Math.max(CLOSELY, most + 1) * (quoted.length ? CLOSELY_QUOTED : 1);
    // A thing may have the very name that is asked for, and its page another.
    const best = new Set([
      ...bestPages(found, catalog, count, ({ points }) => points),
      ...bestPages(found, catalog, CLOSELY / 2, ({ itself }) => itself),
    ]);
    const groups = groupHits(rankHits(found, asked, catalog, await this.pages([...best])));
    return {
      groups: groups.slice(0, most).map((hits) => this.#shown(hits, terms)),
      more: groups.length > most,
      correction: this.queries.correction(query, asked),
      known: terms.filter(({ groups: it }) => it.size).map(({ word }) => word),
      unknown: terms.some(({ groups: it }) => !it.size),
      common: false,
    };
  }

  /**
   * @param {RankedHit[]} hits All of one page.
   * @param {Term[]} terms
   * @returns {ShownPage}
   */
  #shown(hits, terms) {
    const { passages } = this;
    const { core } = this.catalog;
    const [path, title, , , , lang = ""] = core.pages[hits[0].page];
    const url = `${path}${core.suffix}`;
    const shown = hits.map(({ record: { kind, anchor, heading, parents, text, runs } }) => ({
      kind,
      parents,
      url: anchor ? `${url}#${anchor}` : url,
      heading: passages.heading(heading, terms),
      passage: passages.passage(text, runs, terms),
    }));
    return { title, url, lang, hits: shown };
  }
}

/** Answers from the data in a folder, whichever build it is of. */
class SearchEngine {
  #folder;
  /** @type {Promise<Index> | null} */
  #started = null;
  #fresh = ""; // what makes the addresses of all files new ones

  /** @param {string} folder It ends with a slash. */
  constructor(folder) {
    this.#folder = folder;
  }

  /**
   * Returns what answers a query, grouped by page.
   * @param {Question} question
   */
  ask(question) {
    return this.#surely((index) => index.ask(question));
  }

  /** Returns what results can be narrowed to. */
  choices() {
    return this.#surely(async (index) => index.catalog.choices());
  }

  #start() {
    const fresh = this.#fresh;
    const load = (/** @type {string[]} */ names, /** @type {string} */ version) =>
      hiringSearch.load(this.#folder, names, `?v=${version}${fresh && `-${fresh}`}`);
    this.#started ??= hiringSearch
      .load(this.#folder, ["core"], fresh && `?v=${fresh}`)
      .then(([core]) => new Index(core, load));
    return this.#started;
  }

  /**
   * Does some work with the index, a second time where the first fails. A browser may keep files
   * of two builds, since the first one has the same address in all of them: then all are loaded
   * anew, once.
   * @template T
   * @param {(index: Index) => Promise<T>} work
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
