// Finds records: adds up what the index says of each word, then looks closely at the best pages.

/**
 * A query; `now`, in milliseconds since 1970, tells which jobs have closed since the build.
 * @typedef {{ query: string, filters?: Filters, most?: number, now?: number }} Question
 */

/**
 * A record as it is shown.
 * @typedef {object} ShownHit
 * @property {string} kind
 * @property {string[]} parents
 * @property {string} url
 * @property {Piece[]} heading
 * @property {Piece[]} passage
 * @property {string} note
 */

/**
 * A page's results; `lang` where it is not in the site's language.
 * @typedef {{ title: string, url: string, lang: string, hits: ShownHit[] }} ShownPage
 */

/**
 * @typedef {object} Answer
 * @property {ShownPage[]} groups The best first.
 * @property {boolean} more Whether there are more pages than these.
 * @property {Card | null} card
 * @property {Record<string, number>} counts How many results there are of each kind.
 * @property {string | null} correction The query as it was probably meant.
 * @property {string[]} known The words that some page has.
 * @property {string[]} missing The words that are on no page.
 * @property {boolean} common Whether there is nothing but words that tell nothing.
 * @property {boolean} partial Whether some of the data could not be loaded.
 */

const CLOSELY = 8; // pages whose text is looked at
const CLOSELY_QUOTED = 3; // times as many where something stands in quotes
const TITLED = 6; // pages that are looked at since their title starts with what is typed
const TOGETHER = 6; // pages in which two words are looked for that were written as one

/** Answers from one build's data. */
class Answers {
  #index;
  #queries;
  #scores;

  /** @param {Index} index */
  constructor(index) {
    this.#index = index;
    this.#queries = new Queries(index.catalog);
    this.#scores = new Scores(index.catalog.starts);
  }

  /**
   * Returns what answers a query; `most` is the count of pages.
   * @param {Question} question
   * @returns {Promise<Answer>}
   */
  async ask({ query, filters = {}, most = 8, now = 0 }) {
    const { catalog, kinds } = this.#index;
    catalog.settle(now);
    this.#index.isPartial = false;
    const asked = await this.#understand(query);
    const titled = catalog.titled(asked.said, TITLED);
    const { kind, ...others } = filters;
    const all = await this.#hits(asked, titled, catalog.filter(others), most);
    const unfiltered = this.#grouped(all, asked);
    const found = kind ? await this.#hits(asked, titled, catalog.filter(filters), most) : all;
    const card = kind ? null : this.#card(unfiltered, asked, all.pages);
    const groups = kind ? this.#grouped(found, asked) : withFirst(unfiltered, card?.page);
    const counts = countKinds(unfiltered);
    if (kind) counts[kind] = groups.flat().length;
    const answers = isAnswered(asked, all, kinds, this.#scores.telling(1)) ? groups : [];
    return {
      groups: answers.slice(0, most).map((hits) => this.#shown(hits, asked.terms)),
      more: answers.length > most,
      card: answers.length ? card : null,
      counts: answers.length ? counts : {},
      correction: this.#queries.correction(query, asked),
      known: asked.terms.map(({ word }) => word),
      missing: asked.missing,
      common: !asked.terms.length && !asked.missing.length && asked.said.length > 0,
      partial: this.#index.isPartial,
    };
  }

  /**
   * Returns a query as words. One word is only taken for two where both stand together somewhere.
   * @param {string} query
   */
  async #understand(query) {
    const asked = this.#queries.understand(query);
    const cuts = asked.terms.flatMap(({ cutFrom }) => (cutFrom ? [cutFrom] : []));
    for (const two of new Set(cuts)) {
      if (!(await this.#standTogether(two))) return this.#queries.understand(query, false);
    }
    return asked;
  }

  /** @param {string[]} two */
  async #standTogether(two) {
    const { catalog } = this.#index;
    const groups = catalog.words.groupsOf(two);
    const terms = two.map((word, at) => ({ word, groups: new Map([[groups[at], 1]]) }));
    const postings = await this.#index.postings(terms);
    const found = this.#scores.all(terms, postings, () => true);
    const whole = found.filter(({ share }) => share > 0.999);
    const best = bestPages(whole, catalog, TOGETHER, ({ itself }) => itself);
    const pages = await this.#index.pages(best);
    return whole.some(({ record }) => {
      const page = catalog.pageOf(record);
      const read = pages.get(page)?.record(record - catalog.starts[page]);
      return read?.lines().some((line) => holdsPhrase(line, groups));
    });
  }

  /**
   * @param {Found} found
   * @param {Asked} asked
   */
  #grouped({ hits, pages }, asked) {
    return groupHits(hits, asked, this.#index, pages);
  }

  /**
   * @param {Asked} asked
   * @param {number[]} titled
   * @param {(record: number) => boolean} allowed
   * @param {number} most
   */
  async #hits(asked, titled, allowed, most) {
    const { catalog, kinds } = this.#index;
    const { terms, quoted } = asked;
    const found = terms.length
      ? this.#scores.all(terms, await this.#index.postings(terms), allowed)
      : [];
    const points = found.reduce((so, hit) => Math.max(so, hit.points), 0) || 1;
    const known = new Set(found.map(({ record }) => record));
    for (const page of titled) {
      const record = catalog.starts[page];
      if (known.has(record) || !allowed(record)) continue;
      found.push({ record, points, itself: points, share: 1 });
    }
    const count = Math.max(CLOSELY, most + 1) * (quoted.length ? CLOSELY_QUOTED : 1);
    const isAuthors = areAuthors(terms, kinds);
    // A thing may have the very name that is asked for, and its page another.
    const best = new Set([
      ...bestPages(found, catalog, count, (hit) => hit.points * likely(hit, catalog, isAuthors)),
      ...bestPages(found, catalog, CLOSELY / 2, ({ itself }) => itself),
      ...titled.filter((page) => allowed(catalog.starts[page])),
    ]);
    const pages = await this.#index.pages([...best]);
    return { hits: rankHits(found, asked, { catalog, kinds }, pages), pages };
  }

  /**
   * @param {RankedHit[][]} groups
   * @param {Asked} asked
   * @param {Map<number, ReadPage | null>} pages
   */
  #card(groups, { terms, quoted, missing }, pages) {
    if (quoted.length || missing.length) return null;
    const { catalog, kinds } = this.#index;
    const { core, tokens, words } = catalog;
    const groupsOf = (/** @type {string} */ text) => words.groupsOf(tokens.telling(text));
    const roles = [...pages.values()].filter((it) => it?.isRole);
    for (const [{ page }] of groups.slice(0, 4)) {
      const read = pages.get(page);
      if (!read || catalog.kindOfPage(page) !== "role") continue;
      const [path, title] = core.pages[page];
      const others = /** @type {ReadPage[]} */ (roles.filter((it) => it !== read));
      const named = { page: read, others, title, url: pageAddress(path, core.suffix) };
      const card = cardOf(named, terms, kinds, groupsOf);
      if (card) return { ...card, page };
    }
    return null;
  }

  /**
   * @param {RankedHit[]} hits All of one page.
   * @param {Term[]} terms
   * @returns {ShownPage}
   */
  #shown(hits, terms) {
    const { catalog, passages } = this.#index;
    const { core } = catalog;
    const [path, title, , , , lang = ""] = core.pages[hits[0].page];
    const url = pageAddress(path, core.suffix);
    const shown = hits.map(({ kind, record }) => {
      if (!record) {
        const heading = passages.heading(title, terms);
        return { kind, parents: [], url, heading, passage: [], note: "" };
      }
      const { anchor, heading, parents, text, runs, note } = record;
      return {
        kind,
        parents,
        url: anchor ? `${url}#${anchor}` : url,
        heading: passages.heading(heading, terms),
        passage: passages.passage(text, runs, terms),
        note,
      };
    });
    return { title, url, lang, hits: shown };
  }
}
