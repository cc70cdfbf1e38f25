// Whether what is found is an answer at all, or has words of the query by chance.

const NAMED_PARTS = ["skill", "level", "role"];
const ENOUGH = 1 / 2; // of what a query tells, for which a result must account
const IN_TEXT = 2 / 3; // what a word counts that a text says, against one that a thing is called by
const SLIP = 0.8; // what a word counts that was only guessed
const SEEN = 6; // results that are looked at

/** @typedef {{ hits: RankedHit[], pages: Map<number, ReadPage | null> }} Found */

/**
 * Returns the words by which a hit is known, and what readers call such a thing.
 * @param {ReadRecord} record
 * @param {ReadPage | null | undefined} page
 */
const calledBy = (record, page) =>
  new Set([
    ...(page?.names ?? []).flat(),
    ...(page?.keywords ?? []).flat(),
    ...record.name,
    ...record.also.flat(),
    ...record.kinds.flatMap((kind) => [...kind]),
  ]);

/**
 * Returns for how much of a query a hit accounts, from 0 to 1; a word that is nowhere counts as one
 * that stands in a single place.
 * @param {RankedHit} hit
 * @param {Asked} asked
 * @param {Found["pages"]} pages
 * @param {number} unknown What a word tells that is nowhere.
 */
const accountedFor = ({ page, record, share }, { terms, missing }, pages, unknown) => {
  const read = pages.get(page);
  if (!record) return share;
  const called = calledBy(record, read);
  const said = new Set([...record.words, ...(read?.about ?? [])]);
  let [most, found] = [missing.length * unknown, 0];
  for (const { groups, tells = 0, isOpen, slip } of terms) {
    if (isOpen) continue;
    const is = (/** @type {Set<number>} */ words) => [...groups.keys()].some((it) => words.has(it));
    found += tells * (slip ? SLIP : 1) * (is(called) ? 1 : is(said) ? IN_TEXT : 0);
    most += tells;
  }
  return most ? found / most : 1;
};

/**
 * Tells whether the whole name of a hit or its page is asked for, whatever else is.
 * @param {RankedHit} hit
 * @param {Term[]} telling
 * @param {Found["pages"]} pages
 */
const isWhollyCalled = ({ page, record }, telling, pages) => {
  const own = record && NAMED_PARTS.includes(record.kind) ? [record.name] : [];
  const called = [...(pages.get(page)?.names ?? []), ...own];
  return called.some((name) => name.length && name.every((it) => answers(telling, it)));
};

/**
 * Tells whether what is found answers a query.
 * @param {Asked} asked
 * @param {Found} found
 * @param {Kinds} kinds
 * @param {number} unknown What a word tells that is nowhere.
 */
const isAnswered = (asked, { hits, pages }, kinds, unknown) => {
  if (asked.quoted.length && !asked.missing.length) return true;
  const says = (/** @type {number} */ it) => kinds.job.has(it) || kinds.beside.has(it);
  const telling = asked.terms.filter(({ groups }) => ![...groups.keys()].some(says));
  if (asked.missing.length && !telling.length) return false;
  return hits
    .slice(0, SEEN)
    .some(
      (hit) =>
        isWhollyCalled(hit, telling, pages) || accountedFor(hit, asked, pages, unknown) >= ENOUGH,
    );
};
