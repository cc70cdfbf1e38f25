// Which records are shown: those with most points, after a close look at the best pages.

/**
 * A record in its place; a page whose text could not be loaded has none.
 * @typedef {object} RankedHit
 * @property {number} page
 * @property {number} number
 * @property {string} kind
 * @property {number} points
 * @property {number} plain What the index alone gives it.
 * @property {number} share
 * @property {ReadRecord | null} record
 */

const OF_ONE_PAGE = 3; // parts of a page that are shown
const BEGINS = 1.6; // what it says for a page that its name starts with what is typed
const SHARE_OF_PAGE = 0.5; // what a part must have of its page's best points

/**
 * Returns the pages of the records with most points, each page by its best record.
 * @param {Hit[]} found
 * @param {Catalog} catalog
 * @param {number} count
 * @param {(hit: Hit) => number} points
 */
const bestPages = (found, catalog, count, points) => {
  /** @type {Map<number, number>} */
  const byPage = new Map();
  for (const hit of found) {
    const page = catalog.pageOf(hit.record);
    byPage.set(page, Math.max(byPage.get(page) ?? 0, points(hit)));
  }
  const sorted = [...byPage].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
  return sorted.slice(0, count).map(([page]) => page);
};

/**
 * Returns how likely a record comes first, by what its page is: one role's only where it is named.
 * @param {Hit} hit
 * @param {Catalog} catalog
 * @param {boolean} isAuthors Whether somebody asks who writes pages.
 */
const likely = ({ record, points, itself }, catalog, isAuthors) => {
  const kind = catalog.kindOfPage(catalog.pageOf(record));
  if (isAuthors) return kind === "guide" ? 1 : OF_READERS;
  if (kind === "role") return points > itself ? 1 : OF_ONE_ROLE;
  return kind === "guide" ? OF_GUIDE : (OF_KIND[kind] ?? 1);
};

/**
 * Returns the points of a record after a close look: 0 where it is no answer.
 * @param {{ page: ReadPage | null, record: ReadRecord | null, kindOfPage: string }} found
 * @param {{ plain: number, most: number }} points What the index gives it, and the most it gives any.
 * @param {Asked} asked
 * @param {Kinds} kinds
 */
const pointsOf = ({ page, record, kindOfPage }, { plain, most }, asked, kinds) => {
  if (!page || !record) return plain;
  const plainly = nearness(page, record, asked);
  // What has the very name that is asked for comes first, or one that starts so.
  const start = record.anchor ? 0 : startOfName(page, asked.said);
  // A name may begin with words that tell nothing: how we.
  if (!plainly) return asked.terms.length || !start ? 0 : most * (BEGINS + start);
  const near = withIntent({ page, record, kindOfPage }, plainly, asked, kinds);
  return Math.max((near >= NAME ? most : plain) * near, start && most * (BEGINS + start));
};

/**
 * Returns the records on the best pages that come into question, the nearest first.
 * @param {Hit[]} records
 * @param {Asked} asked
 * @param {{ catalog: Catalog, kinds: Kinds }} known
 * @param {Map<number, ReadPage | null>} pages By number; null where a page could not be loaded.
 */
const rankHits = (records, asked, { catalog, kinds }, pages) => {
  const most = records.reduce((least, { record, points }) => {
    return pages.has(catalog.pageOf(record)) ? Math.max(least, points) : least;
  }, 0);
  /** @type {RankedHit[]} */
  const hits = [];
  for (const { record: number, points: plain, share } of records) {
    const page = catalog.pageOf(number);
    const text = pages.get(page);
    if (text === undefined) continue;
    const hit = { page, number, kind: catalog.kindOf(number), plain, share };
    const record = text?.record(number - catalog.starts[page]) ?? null;
    const found = { page: text, record, kindOfPage: catalog.kindOfPage(page) };
    const points = pointsOf(found, { plain, most }, asked, kinds);
    if (points) hits.push({ ...hit, points, record });
  }
  putClosedLast(hits, asked.terms, kinds);
  return hits.sort(
    (one, other) =>
      other.points - one.points || other.plain - one.plain || one.number - other.number,
  );
};

/**
 * Returns the function that tells whether a hit is shown, where one is the best of its page.
 * @param {RankedHit} best
 */
const isShownBehind = (best) => (/** @type {RankedHit} */ hit) =>
  hit === best || (hit.record !== null && hit.points >= best.points * SHARE_OF_PAGE);

/**
 * Returns the function that tells how much speaks for a page, of all that come into question.
 * @param {RankedHit[]} hits
 * @param {Asked} asked
 * @param {{ catalog: Catalog, kinds: Kinds }} known
 * @param {Map<number, ReadPage | null>} pages By number; null where a page could not be loaded.
 */
const evidenceIn = (hits, asked, { catalog, kinds }, pages) => {
  const rivals = rivalsIn(hits, asked, pages);
  return (/** @type {RankedHit[]} */ own) => {
    const [{ page: number, record, points }] = own;
    const page = pages.get(number);
    if (!page || !record) return kinds.ranking.points * Math.log(points / rivals.points);
    const kindOfPage = catalog.kindOfPage(number);
    /** @type {[start: number, end: number]} */
    const records = [catalog.starts[number], catalog.starts[number + 1]];
    const candidate = { hits: own, page, record, kindOfPage, records };
    const evidence = evidenceOf(candidate, asked, kinds, rivals);
    hiringSearch.note?.(catalog.core.pages[number][0], evidence);
    return summed(evidence, kinds.ranking);
  };
};

/**
 * Returns the hits of each page, the page for which most speaks first; one of a page without a text.
 * @param {RankedHit[]} hits
 * @param {Asked} asked
 * @param {{ catalog: Catalog, kinds: Kinds }} known
 * @param {Map<number, ReadPage | null>} pages By number; null where a page could not be loaded.
 */
const groupHits = (hits, asked, known, pages) => {
  const evidence = evidenceIn(hits, asked, known, pages);
  const groups = byPage(hits).map((own) => {
    const [{ kind, share }] = own;
    return { own, kind, share, points: Math.exp(evidence(own)) };
  });
  putClosedLast(groups, asked.terms, known.kinds);
  return groups
    .sort((one, other) => other.points - one.points)
    .map(({ own }) => own.filter(isShownBehind(own[0])).slice(0, OF_ONE_PAGE));
};

/**
 * Returns groups with that of one page first.
 * @param {RankedHit[][]} groups
 * @param {number | undefined} page
 */
const withFirst = (groups, page) => {
  const isFirst = (/** @type {RankedHit[]} */ hits) => hits[0].page === page;
  return [...groups.filter(isFirst), ...groups.filter((group) => !isFirst(group))];
};

/**
 * Returns how many hits there are of each kind that readers can choose.
 * @param {RankedHit[][]} groups
 */
const countKinds = (groups) => {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const { kind } of groups.flat()) {
    const name = KIND_GROUP[kind];
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
};
