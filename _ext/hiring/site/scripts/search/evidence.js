// What speaks for a page, as numbers from 0 to 1: the best of its records, the others, and what the
// page is. How much each tells was learned from questions and stands in data/search.toml.

/**
 * A page that comes into question: its records, the nearest first, and what it is.
 * @typedef {object} Candidate
 * @property {RankedHit[]} hits
 * @property {ReadPage} page
 * @property {ReadRecord} record The nearest of its records.
 * @property {string} kindOfPage
 * @property {[start: number, end: number]} records The numbers of its records.
 */

/**
 * What holds for all pages that come into question.
 * @typedef {object} Rivals
 * @property {number} points The most that any record has.
 * @property {number} sum The most that the records of any page have by the index alone.
 * @property {boolean} isRoleNamed Whether the whole name of some role is asked for.
 */

/** @typedef {Record<string, number | boolean | undefined>} Evidence */

const NEAR = 0.5; // of the best record's points, for another to speak for its page, too
const MOST_SUMMED = 8; // records of a page
const LONG_QUESTION = 4; // words of which it is more than a name

/**
 * Returns the hits of each page, in their order.
 * @param {RankedHit[]} hits
 */
const byPage = (hits) => {
  /** @type {Map<number, RankedHit[]>} */
  const pages = new Map();
  for (const hit of hits) {
    const own = pages.get(hit.page);
    if (own) own.push(hit);
    else pages.set(hit.page, [hit]);
  }
  return [...pages.values()];
};

/**
 * Returns the sum of what the index gives to the nearest records of a page.
 * @param {RankedHit[]} hits
 */
const sumOf = (hits) => hits.slice(0, MOST_SUMMED).reduce((sum, { plain }) => sum + plain, 0);

/**
 * Returns what holds for all pages that come into question.
 * @param {RankedHit[]} hits
 * @param {Asked} asked
 * @param {Map<number, ReadPage | null>} pages By number.
 * @returns {Rivals}
 */
const rivalsIn = (hits, { terms }, pages) => {
  const isNamed = (/** @type {ReadPage} */ { names }) => {
    const { name, said } = bestName(names, terms);
    return said > 0 && said === name.length;
  };
  return {
    points: hits.reduce((most, hit) => Math.max(most, hit.points), 0) || 1,
    sum: byPage(hits).map(sumOf).reduce(larger, 0) || 1,
    isRoleNamed: [...pages.values()].some((page) => page?.isRole && isNamed(page)),
  };
};

/**
 * Returns the function that tells how much of what a query tells some terms say, from 0 to 1.
 * @param {Term[]} terms
 */
const shareBy = (terms) => {
  const whole = terms.reduce((sum, { tells = 0 }) => sum + tells, 0) || 1;
  return (/** @type {(term: Term) => number | boolean} */ says) =>
    terms.reduce((sum, term) => sum + (term.tells ?? 0) * Number(says(term)), 0) / whole;
};

/**
 * Returns the most that any record of a page says of a term.
 * @param {Term} term
 * @param {[start: number, end: number]} records
 */
const mostSaid = ({ own }, [start, end]) => own?.subarray(start, end).reduce(larger, 0) ?? 0;

/**
 * @param {number} one
 * @param {number} other
 */
const larger = (one, other) => Math.max(one, other);

/**
 * Returns what the words of a query find on a page.
 * @param {Candidate} candidate
 * @param {Asked} asked
 * @param {Term[]} terms
 */
const evidenceOfWords = ({ page, record, records }, { said }, terms) => {
  const share = shareBy(terms);
  const names = new Set(page.names.flat());
  const keywords = new Set(page.keywords.flat());
  const also = new Set(record.anchor ? record.also.flat() : []);
  const all = new Set([...record.words, ...record.name, ...names]);
  const isVerbatim = (/** @type {Term} */ { groups }) =>
    [...groups].some(([group, factor]) => factor === 1 && all.has(group));
  const { name, said: named } = bestName(page.names, terms);
  return {
    name: name.length ? named / name.length : 0,
    page: share((term) => mostSaid(term, records)),
    keywords: share((term) => isAmong(term, keywords)),
    about: share((term) => isAmong(term, page.about)),
    also: share((term) => isAmong(term, also)),
    verbatim: share(isVerbatim),
    alike: said.filter((word) => record.said.has(word)).length / (said.length || 1),
  };
};

/**
 * Returns what a page is, and its nearest record, for who asks so long a question.
 * @param {Candidate} candidate
 * @param {Asked} asked
 */
const evidenceOfKind = ({ hits: [{ kind }], kindOfPage }, { said }) => {
  const isLong = said.length >= LONG_QUESTION;
  return {
    "is-role": kindOfPage === "role",
    "is-page": kindOfPage === "page",
    "record-is-role": kind === "role",
    "record-is-skill": kind === "skill",
    "record-is-opening": kind === "opening",
    "record-is-level": kind === "level",
    "record-is-question": kind === "question",
    "record-is-listed": kind === "listed",
    "skill-for-long": kind === "skill" && isLong,
  };
};

/**
 * Returns what it says for a role's page which roles are named.
 * @param {Candidate} candidate
 * @param {Term[]} terms
 * @param {Rivals} rivals
 */
const evidenceOfRole = ({ page, kindOfPage }, terms, { isRoleNamed }) => {
  if (kindOfPage !== "role") return {};
  const { name, said } = bestName(page.names, terms);
  const isWhole = said > 0 && said === name.length;
  return {
    "role-in-part": said > 0 && !isWhole,
    "role-unnamed": !said,
    "other-role-named": !isWhole && isRoleNamed,
  };
};

/**
 * Returns what it says for a page whether jobs are asked for, and who asks.
 * @param {Candidate} candidate
 * @param {Asked} asked
 * @param {Term[]} terms
 * @param {Kinds} kinds
 */
const evidenceOfIntent = ({ hits: [{ kind }], page, kindOfPage }, { said }, terms, kinds) => {
  const asksJob = terms.some((term) => isAmong(term, kinds.job));
  const places = new Set(page.record(0).also.flat());
  const asksPlace = terms.some((term) => isAmong(term, places));
  const isGuide = kindOfPage === "guide";
  const asks = (/** @type {Set<string>} */ words) => said.some((word) => words.has(word));
  return {
    "opening-unasked": kindOfPage === "opening" && !asksJob && !asksPlace,
    "role-for-job": kindOfPage === "role" && asksJob,
    "guide-for-job": isGuide && asksJob,
    "guide-for-self": isGuide && asks(kinds.self),
    "guide-for-artifact": isGuide && asks(kinds.artifact),
    "listed-for-hirer": kind === "listed" && asks(kinds.hirer),
    "listed-for-self": kind === "listed" && asks(kinds.self),
    "guide-for-hirer": isGuide && asks(kinds.hirer),
    "opening-for-place": kindOfPage === "opening" && asksPlace,
  };
};

/**
 * Returns all that speaks for a page, by name.
 * @param {Candidate} candidate
 * @param {Asked} asked
 * @param {Kinds} kinds
 * @param {Rivals} rivals
 * @returns {Evidence}
 */
const evidenceOf = (candidate, asked, kinds, rivals) => {
  const { hits } = candidate;
  const terms = asked.terms.filter(({ isOpen }) => !isOpen);
  const near = hits.filter(({ points }) => points > NEAR * hits[0].points);
  return {
    points: Math.log(hits[0].points / rivals.points),
    near: Math.log(1 + near.length),
    sum: sumOf(hits) / rivals.sum,
    ...evidenceOfWords(candidate, asked, terms),
    ...evidenceOfKind(candidate, asked),
    ...evidenceOfRole(candidate, terms, rivals),
    ...evidenceOfIntent(candidate, asked, terms, kinds),
  };
};

/**
 * Returns the whole of what speaks for a page, as the logarithm of its points is counted.
 * @param {Evidence} evidence
 * @param {Record<string, number>} weights
 */
const summed = (evidence, weights) =>
  Object.entries(evidence).reduce(
    (sum, [name, it]) => sum + (weights[name] ?? 0) * Number(it ?? 0),
    0,
  );
