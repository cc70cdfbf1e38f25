// Whether what is found is an answer at all: where words are nowhere, or stand on pages by chance.

const NAMED_PARTS = ["skill", "level", "role"];
const MOSTLY = 0.75; // the share of a query that is no chance
const MANY = 3; // words that say what is asked, though another is nowhere

/** @typedef {{ hits: RankedHit[], pages: Map<number, ReadPage | null> }} Found */

/**
 * Returns all names by which a hit is known, and what readers call such a thing.
 * @param {RankedHit} hit
 * @param {Found["pages"]} pages
 */
const namesOf = ({ page, record }, pages) => {
  const own = record ? [record.name, ...record.also, ...record.kinds.map((kind) => [...kind])] : [];
  return [...(pages.get(page)?.names ?? []), ...own];
};

/**
 * Tells whether words stand on pages by chance: no part has both, nor one of them in its name.
 * @param {Term[]} terms
 * @param {Found} found
 */
const areChance = (terms, { hits, pages }) => {
  if (terms.filter(({ isOpen, isBeside }) => !isOpen && !isBeside).length !== 2) return false;
  const says = (/** @type {number[]} */ name) => name.some((group) => answers(terms, group));
  return hits.every((hit) => hit.record && hit.share < MOSTLY && !namesOf(hit, pages).some(says));
};

/**
 * Tells whether a hit answers the words that are left where others are nowhere: it is called so, or
 * says all of them in its names, or there are many and it says them all.
 * @param {RankedHit} hit
 * @param {Term[]} terms
 * @param {Term[]} telling
 * @param {Found["pages"]} pages
 */
const answersRest = (hit, terms, telling, pages) => {
  const { page, record, share } = hit;
  const own = record && NAMED_PARTS.includes(record.kind) ? [record.name] : [];
  const called = [...(pages.get(page)?.names ?? []), ...own];
  if (called.some((name) => name.length && name.every((it) => answers(terms, it)))) return true;
  const said = new Set(namesOf(hit, pages).flat());
  const isSaid = (/** @type {Term} */ { groups }) => [...groups.keys()].some((it) => said.has(it));
  if (telling.length > 1 && telling.every(isSaid)) return true;
  return telling.length >= MANY && share > 0.999;
};

/**
 * Tells whether what is found answers a query.
 * @param {Asked} asked
 * @param {Found} found
 * @param {Kinds} kinds
 */
const isAnswered = ({ terms, missing, quoted }, found, kinds) => {
  if (!missing.length) return quoted.length > 0 || !areChance(terms, found);
  const says = (/** @type {number} */ it) => kinds.job.has(it) || kinds.beside.has(it);
  const telling = terms.filter(({ groups }) => ![...groups.keys()].some(says));
  if (!telling.length) return false;
  return found.hits.slice(0, 3).some((hit) => answersRest(hit, terms, telling, found.pages));
};
