// Whether what is found is an answer at all, or has words of the query by chance.

const NAMED_PARTS = ["skill", "level"];
const ENOUGH = 1 / 2; // of what a query tells, for which a result must account
const ENOUGH_NAMED = 1 / 3; // the same of one whose whole name is asked for; a role needs none
const ENOUGH_LISTED = 2 / 3; // the same of one of many rules, which have a word of everything
const IN_TEXT = 2 / 3; // what a word counts that a text says, against one that a thing is called by
const SLIP = 0.8; // what a word counts that was only guessed
const SEEN = 6; // results that are looked at
const SHORT_QUESTION = 5; // words of a question; a longer one asks less of its answer

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
 * Tells whether a term stands for any of some words.
 * @param {Term} term
 * @param {Set<number>} words
 */
const isAmong = ({ groups }, words) => [...groups.keys()].some((group) => words.has(group));

/**
 * Returns how far a thing accounts for a term, from 0 to 1.
 * @param {Term} term
 * @param {Set<number>} called
 * @param {Set<number>} said
 */
const accountsFor = (term, called, said) => {
  const surely = term.slip ? SLIP : 1;
  if (isAmong(term, called)) return surely;
  return isAmong(term, said) ? surely * IN_TEXT : 0;
};

/**
 * Tells whether a term is a trade that a page does not go by, though it may have the word.
 * @param {Term} term
 * @param {ReadPage | null | undefined} page
 */
const isOfOthers = ({ word, isTrade }, page) =>
  isTrade === true && !page?.written.some((name) => name.split(" ").includes(word));

/**
 * Tells whether a term is a word of something that a record says nowhere, though it may have the word.
 * @param {Term} term
 * @param {Asked["things"]} things
 * @param {ReadRecord} record
 */
const isOfThing = ({ groups }, things, record) =>
  things.some(
    (thing) =>
      thing.some((word) => groups.has(Number(word))) &&
      !record.lines().some((line) => holdsPhrase(line, thing)),
  );

/**
 * Returns how much a term tells that an answer must account for.
 * @param {Term} term
 * @param {number} unknown What a word tells that is nowhere.
 */
const demanded = ({ tells = 0, isTrade, isManner }, unknown) =>
  Math.max(tells, isTrade ? unknown : 0) * (isManner ? OF_MANNER : 1);

/**
 * Returns for how much of a query a hit accounts, from 0 to 1; a word that is nowhere counts as one
 * that stands in a single place.
 * @param {RankedHit} hit
 * @param {Asked} asked
 * @param {Found["pages"]} pages
 * @param {number} unknown What a word tells that is nowhere.
 */
const accountedFor = ({ page, record, share }, { terms, lost, things }, pages, unknown) => {
  if (!record) return share;
  const read = pages.get(page);
  const called = calledBy(record, read);
  const said = new Set([...record.words, ...(read?.about ?? [])]);
  const isOther = (/** @type {Term} */ term) =>
    isOfOthers(term, read) || isOfThing(term, things, record);
  let [most, found] = [lost * unknown, 0];
  for (const term of terms.filter(({ isOpen }) => !isOpen)) {
    const wanted = demanded(term, unknown);
    found += isOther(term) ? 0 : wanted * accountsFor(term, called, said);
    most += wanted;
  }
  return most ? found / most : 1;
};

/**
 * Returns for how much of a query a hit must account: for little where its whole name is asked for.
 * @param {RankedHit} hit
 * @param {Term[]} telling
 * @param {Found["pages"]} pages
 */
const enoughFor = ({ page, record }, telling, pages) => {
  const isWhole = (/** @type {number[]} */ name) =>
    name.length > 0 && name.every((group) => answers(telling, group));
  const read = pages.get(page);
  if (!read || !record) return ENOUGH;
  if (record.kind === "listed") return ENOUGH_LISTED;
  if (read.names.some(isWhole)) return read.isRole ? 0 : ENOUGH_NAMED;
  return NAMED_PARTS.includes(record.kind) && isWhole(record.name) ? ENOUGH_NAMED : ENOUGH;
};

/**
 * Returns how much less a hit must account for where much is said: who tells a story says more than
 * what is asked for, and most of it in words that no page has.
 * @param {Asked} asked
 */
const easeFor = ({ said }) => Math.min(1, SHORT_QUESTION / said.length);

/**
 * Tells whether what is found answers a query.
 * @param {Asked} asked
 * @param {Found} found
 * @param {Kinds} kinds
 * @param {number} unknown What a word tells that is nowhere.
 */
const isAnswered = (asked, { hits, pages }, kinds, unknown) => {
  if (asked.quoted.length && !asked.missing.length) return true;
  const telling = asked.terms.filter(
    (term) => !isAmong(term, kinds.job) && !isAmong(term, kinds.beside),
  );
  const ease = easeFor(asked);
  if (asked.missing.length && !telling.length && ease === 1) return false;
  const isEnough = (/** @type {RankedHit} */ hit) =>
    accountedFor(hit, asked, pages, unknown) >= ease * enoughFor(hit, telling, pages);
  return hits.slice(0, SEEN).some(isEnough);
};
