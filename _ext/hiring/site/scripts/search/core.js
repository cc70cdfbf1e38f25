// What every query needs: which page, level and kind each record is of, and the words of the index.

/**
 * A page; its language is there where that is not the site's.
 * @typedef {[path: string, title: string, family: number, audience: number, records: number, language?: string]} CorePage
 */

/**
 * The data of `search/core.js`, as search/files.py writes it; its build is the version.
 * @typedef {object} Core
 * @property {string[]} ids What each portion of the words says: by it the same numbers mean the same words.
 * @property {string} layout What those of pages say: the same numbers mean the same records.
 * @property {string} version A part of their addresses, another for other contents.
 * @property {string} report Where one tells what is missing: the words take the place of WORDS.
 * @property {string} suffix What the address of a page ends in.
 * @property {Language} language
 * @property {string} words
 * @property {number[]} shards The first group of each portion of the words.
 * @property {number[]} packs The first page of each file of pages.
 * @property {string[]} families
 * @property {string[]} audiences
 * @property {string[]} kinds
 * @property {string} kindOf A sign for each record.
 * @property {[page: number, seconds: number][]} closings Until when people can apply, since 1970.
 * @property {[page: number, words: string][]} sought What people look for who want a page.
 * @property {Record<string, string>} levels The records of each level.
 * @property {CorePage[]} pages
 */

/**
 * What a reader narrows a search to; an empty value narrows nothing.
 * @typedef {{ kind?: string, family?: string, level?: string, audience?: string }} Filters
 */

/**
 * What readers take for one kind.
 * @type {Record<string, string>}
 */
const KIND_GROUP = {
  role: "roles",
  level: "roles",
  opening: "jobs",
  planned: "planned-jobs",
  closed: "closed-jobs",
  question: "questions",
  skill: "skills",
  page: "pages",
  section: "pages",
  listed: "pages",
  guide: "pages",
};

/**
 * Returns the place of the last number that is not above one.
 * @param {number[]} starts Ascending.
 * @param {number} number
 */
const lastUpTo = (starts, number) => {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= number) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** @typedef {{ title: string, initials: string, url: string }} RoleLink */

const MOST_ROLES = 24;
const MOST_SOUGHT = 8;

/**
 * Returns the address of a page. Where each is in a folder of its own, an index is its folder's.
 * @param {string} path
 * @param {string} suffix
 */
const pageAddress = (path, suffix) => `${path}${suffix}`.replace(/(^|\/)index\/$/, "$1");

/** What is known of all records, before any of their words is loaded. */
class Catalog {
  #pageOf;
  /** @type {Map<number, string>} */
  #levelOf = new Map();
  /** @type {string[]} By page: its title in plain words, where it was asked for. */
  #titles = [];

  /** @type {Set<number>} The pages of jobs that have closed since the site was built. */
  #over = new Set();

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
   * Takes the time: what has closed by then counts as closed, whenever the site was built.
   * @param {number} now Milliseconds since 1970.
   */
  settle(now) {
    const past = this.core.closings.filter(([, seconds]) => seconds * 1000 < now);
    this.#over = new Set(past.map(([page]) => page));
  }

  /**
   * Returns the number of the page that a record is on.
   * @param {number} record
   */
  pageOf(record) {
    return this.#pageOf[record];
  }

  /**
   * Returns what kind of thing a record is.
   * @param {number} record
   */
  kindOf(record) {
    const kind = this.core.kinds[readSign(this.core.kindOf, record)];
    return kind === "opening" && this.#over.has(this.#pageOf[record]) ? "closed" : kind;
  }

  /**
   * Returns what kind of thing a page is as a whole.
   * @param {number} page
   */
  kindOfPage(page) {
    return this.kindOf(this.starts[page]);
  }

  /**
   * Returns the pages whose title starts with what is said.
   * @param {string[]} said
   * @param {number} most
   */
  titled(said, most) {
    const start = said.join(" ");
    /** @type {number[]} */
    const found = [];
    if (!start) return found;
    for (const [page, { 1: title }] of this.core.pages.entries()) {
      this.#titles[page] ??= this.tokens.all(title).join(" ");
      if (this.#titles[page].startsWith(start)) found.push(page);
    }
    const length = (/** @type {number} */ page) => this.#titles[page].length;
    return found.sort((one, other) => length(one) - length(other)).slice(0, most);
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
      const is = this.kindOf(record);
      return (
        (!kind || kind === is || kind === KIND_GROUP[is]) &&
        (!family || page[2] === familyAt) &&
        (!level || this.#levelOf.get(record) === level) &&
        (!audience || page[3] === audienceAt)
      );
    };
  }

  /** Returns the roles, with their initials, where they are few enough to be looked through. */
  #roles() {
    const { core, tokens } = this;
    const pages = [...core.pages.keys()].filter((page) => this.kindOfPage(page) === "role");
    if (pages.length > MOST_ROLES) return [];
    return pages.map((page) => {
      const [path, title] = core.pages[page];
      const words = tokens.telling(title);
      const initials = words.map(([letter]) => letter.toUpperCase()).join("");
      return {
        title,
        initials: words.length > 1 ? initials : "",
        url: pageAddress(path, core.suffix),
      };
    });
  }

  /** Returns what people often look for: first what is there for everybody. */
  #sought() {
    const { pages, sought } = this.core;
    const audience = (/** @type {[number, string]} */ [page]) => pages[page][3];
    const found = [...sought].sort((one, other) => audience(one) - audience(other));
    return found.slice(0, MOST_SOUGHT).map(([, words]) => words);
  }

  /** Returns what there is to choose from before anything is typed, and to narrow results to. */
  choices() {
    const { core } = this;
    return {
      roles: this.#roles(),
      sought: this.#sought(),
      report: core.report,
      families: core.families,
      levels: Object.keys(core.levels),
      audiences: core.audiences.filter((_, at) => core.pages.some((page) => page[3] === at)),
    };
  }
}
