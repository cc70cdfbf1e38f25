// Which records are shown: those with most points, after a close look at the best pages.

/** @typedef {{ page: number, number: number, points: number, record: ReadRecord }} RankedHit */

const OF_ONE_PAGE = 3; // parts of a page that are shown
const SHARE_OF_PAGE = 0.5; // what a part must have of its page's best points
const SHARE = 0.35; // what a record must have of the most that the index gives to any

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
 * Returns the records on loaded pages that come into question, the nearest first.
 * @param {Hit[]} found
 * @param {Asked} asked
 * @param {Catalog} catalog
 * @param {Map<number, ReadPage>} pages By number.
 */
const rankHits = (found, asked, catalog, pages) => {
  const most = found.reduce((least, { record, points }) => {
    return pages.has(catalog.pageOf(record)) ? Math.max(least, points) : least;
  }, 0);
  /** @type {RankedHit[]} */
  const hits = [];
  for (const { record: number, points: plain, itself } of found) {
    const page = catalog.pageOf(number);
    const text = pages.get(page);
    // Only what says nothing itself is left out unread: a name may be all that is asked for.
    if (!text || (plain < SHARE * most && itself < SHARE * most)) continue;
    const record = text.record(number - catalog.starts[page]);
    const near = nearness(text, record, asked);
    if (!near) continue;
    // What has the very name that is asked for comes first.
    hits.push({ page, number, record, points: (near >= NAME ? most : plain) * near });
  }
  return hits.sort((one, other) => other.points - one.points || one.number - other.number);
};

/**
 * Returns the hits of each page, the page with the best hit first.
 * @param {RankedHit[]} hits
 */
const groupHits = (hits) => {
  /** @type {Map<number, RankedHit[]>} */
  const groups = new Map();
  for (const hit of hits) {
    const before = groups.get(hit.page);
    if (!before) groups.set(hit.page, [hit]);
    else if (before.length < OF_ONE_PAGE && hit.points >= before[0].points * SHARE_OF_PAGE) {
      before.push(hit);
    }
  }
  return [...groups.values()];
};
