// What every query needs: which page, level and kind each record is of, and the words of the index.

/**
 * A page; its language is there where that is not the site's.
 * @typedef {[path: string, title: string, family: number, audience: number, records: number, language?: string]} CorePage
 */

/**
 * The data of `search/core.js`, as search/files.py writes it.
 * @typedef {object} Core
 * @property {string} id What the files of words say: by it the same numbers mean the same words.
 * @property {string} layout What those of pages say: the same numbers mean the same records.
 * @property {string} version A part of their addresses, another for other contents.
 * @property {string} suffix What the address of a page ends in.
 * @property {Language} language
 * @property {string} words
 * @property {number[]} shards The first group of each portion of the words.
 * @property {string[]} families
 * @property {string[]} audiences
 * @property {string[]} kinds
 * @property {string} kindOf A sign for each record.
 * @property {Record<string, string>} levels The records of each level.
 * @property {CorePage[]} pages
 */

/**
 * What a reader narrows a search to; an empty value narrows nothing.
 * @typedef {{ kind?: string, family?: string, level?: string, audience?: string }} Filters
 */

/** What is known of all records, before any of their words is loaded. */
class Catalog {
  #pageOf;
  /** @type {Map<number, string>} */
  #levelOf = new Map();

  /** @param {Core} core */
  constructor(core) {
    this.core = core;
    /** The first record of each page, and the count of all records. */
    this.starts = [0];
    let count = 0;
    for (const { 4: records } of core.pages) {
      count += records;
      this.starts.push(count);
    }
    this.#pageOf = new Uint32Array(count);
    for (const page of core.pages.keys()) {
      this.#pageOf.fill(page, this.starts[page], this.starts[page + 1]);
    }
    for (const [name, numbers] of Object.entries(core.levels)) {
      for (const record of readNumbers(numbers)) this.#levelOf.set(record, name);
    }
    this.tokens = new Tokens(core.language);
    this.words = new Words(core);
  }

  /**
   * Returns the number of the page that a record is on.
   * @param {number} record
   */
  pageOf(record) {
    return this.#pageOf[record];
  }

  /**
   * Returns the portion that a group of words is in.
   * @param {number} group
   */
  shardOf(group) {
    const { shards } = this.core;
    let [low, high] = [0, shards.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (shards[middle] <= group) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /**
   * Returns the function that tells whether a record is among those a reader wants.
   * @param {Filters} [filters]
   * @returns {(record: number) => boolean}
   */
  filter({ kind, family, level, audience } = {}) {
    const { core } = this;
    const familyAt = core.families.indexOf(family ?? "");
    const audienceAt = core.audiences.indexOf(audience ?? "");
    return (record) => {
      const page = core.pages[this.pageOf(record)];
      const is = core.kinds[readSign(core.kindOf, record)];
      return (
        (!kind || kind === (is === "section" ? "page" : is)) &&
        (!family || page[2] === familyAt) &&
        (!level || this.#levelOf.get(record) === level) &&
        (!audience || page[3] === audienceAt)
      );
    };
  }

  /** Returns what results can be narrowed to. */
  choices() {
    const { core } = this;
    const signs = new Set([...core.kindOf].map((_, at) => readSign(core.kindOf, at)));
    return {
      kinds: core.kinds.filter((kind, at) => kind !== "section" && signs.has(at)),
      families: core.families,
      levels: Object.keys(core.levels),
      audiences: core.audiences.filter((_, at) => core.pages.some((page) => page[3] === at)),
    };
  }
}
