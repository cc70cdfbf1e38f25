// What one build's data says; what is not in the core is loaded when it is asked for.

class Index {
  #load;
  #isLenient;
  /** @type {Map<number, GroupPostings>} By group: where its words stand. */
  #postings = new Map();
  /** @type {Map<number, ReadPage>} By number: what each page says. */
  #pages = new Map();
  #reader;

  /**
   * @param {Core} core
   * @param {(files: string[], version: string) => Promise<Map<string, Packed>>} load
   * @param {boolean} isLenient Whether what is missing costs no more than itself.
   */
  constructor(core, load, isLenient) {
    this.#load = load;
    this.#isLenient = isLenient;
    this.catalog = new Catalog(core);
    const { tokens, words } = this.catalog;
    this.kinds = new Kinds(core.language, tokens, words);
    this.passages = new Passages(tokens, words);
    this.#reader = { tokens, words, passages: this.passages, kinds: this.kinds };
    /** Whether some data could not be loaded. */
    this.isPartial = false;
  }

  /**
   * Returns a part of the data by its name, as soon as it is there; undefined where it can't be had.
   * @param {string} file
   * @param {string} name
   * @param {string} own What all data has that is of the same build.
   */
  async #part(file, name, own) {
    const received = await this.#load([file], this.catalog.core.version);
    const data = received.get(name);
    return data?.[0] === own ? hiringSearch.open(data).catch(() => undefined) : undefined;
  }

  /**
   * Holds that parts are all there, or notes that some are not.
   * @param {unknown[]} parts
   */
  #check(parts) {
    if (parts.every((part) => part !== undefined)) return;
    if (!this.#isLenient) throw new Error("the files are damaged or of two builds");
    this.isPartial = true;
  }

  /**
   * Returns where the words of terms stand, by group.
   * @param {Term[]} terms
   */
  async postings(terms) {
    const { core } = this.catalog;
    const groups = terms.flatMap((term) => [...term.groups.keys()]);
    const wanted = groups.filter((group) => !this.#postings.has(group));
    const shards = [...new Set(wanted.map((group) => lastUpTo(core.shards, group)))];
    const load = (/** @type {number} */ shard) =>
      this.#part(`words/${shard}`, `words/${shard}`, core.ids[shard]);
    const loaded = await Promise.all(shards.map(load));
    this.#check(loaded);
    if (loaded.length && loaded.every((it) => it === undefined)) throw new Error("no words");
    loaded.forEach((text, at) => {
      const first = core.shards[shards[at]];
      const lines = (text ?? "").split(" ");
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
   * Returns what pages say, by number; null where a page can't be had.
   * @param {number[]} pages
   * @returns {Promise<Map<number, ReadPage | null>>}
   */
  async pages(pages) {
    const { core } = this.catalog;
    const wanted = pages.filter((page) => !this.#pages.has(page));
    const read = async (/** @type {number} */ page) => {
      const file = `pages/${lastUpTo(core.packs, page)}`;
      const data = await this.#part(file, `pages/${core.pages[page][0]}`, core.layout);
      if (data) this.#pages.set(page, new ReadPage(this.#reader, data));
      return data;
    };
    this.#check(await Promise.all(wanted.map(read)));
    return new Map(pages.map((page) => [page, this.#pages.get(page) ?? null]));
  }
}
