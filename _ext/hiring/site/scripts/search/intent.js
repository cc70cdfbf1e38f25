// What a reader wants beside the words: a job that is open, a page for everybody, a page to read.

const JOB = 1.3; // a job that all of the query fits, against a page that has the name asked for
const LIST = 1.35; // a page that lists jobs, where any job is asked for
const CLOSED = 0.5; // a job that nobody can apply for any more
const PLANNED = 0.7; // one that nobody can apply for yet
const OF_ONE_ROLE = 0.65; // what one role's page says, where no role is named
const OF_GUIDE = 0.5; // what is written for the authors of pages
const OF_READERS = 0.5; // what is not, where an author asks
const OF_SKILL = 0.8; // what is said of a skill, where another thing is asked for
const OF_FEWER = 0.9; // what not everybody may read, against what all may
const OF_JOB = 0.8; // what a job's page says, where no job is asked for
const AS_MUCH = 0.95; // of what a closed job answers, for an open one to come before it

/** @type {Record<string, number>} */
const OF_KIND = { closed: CLOSED, planned: PLANNED };

/** @param {string} kind */
const isJob = (kind) => kind === "opening" || kind in OF_KIND;

/**
 * Tells whether all terms ask for such a job: by its title, its role, place or terms, and one of
 * them by its place or by a word for jobs.
 * @param {ReadPage} page
 * @param {ReadRecord} record
 * @param {Term[]} terms
 * @param {Kinds} kinds
 */
const isJobFor = (page, record, terms, kinds) => {
  const places = new Set(record.also.flat());
  const stated = ["pay", "deadline"].flatMap((kind) => [...kinds.groups(kind)]);
  const own = new Set([...record.name, ...stated]);
  const has = (/** @type {Term} */ { groups }, /** @type {Set<number>[]} */ ...sets) =>
    [...groups.keys()].some((group) => sets.some((set) => set.has(group)));
  const asked = terms.filter(({ isOpen }) => !isOpen);
  return (
    asked.some((term) => has(term, places, kinds.job)) &&
    asked.every((term) => has(term, places, kinds.job, kinds.beside, own, page.about))
  );
};

/**
 * Tells whether terms ask for any job, and a page lists them.
 * @param {ReadRecord} record
 * @param {Term[]} terms
 * @param {Kinds} kinds
 */
const isListFor = (record, terms, kinds) =>
  record.kind === "page" &&
  record.kinds.includes(kinds.groups("openings")) &&
  terms.some(({ groups }) => [...groups.keys()].some((it) => kinds.job.has(it))) &&
  terms.every(({ groups }) =>
    [...groups.keys()].some((it) => kinds.job.has(it) || kinds.beside.has(it)),
  );

/**
 * Tells whether somebody asks who writes pages, by the first word that says something.
 * @param {Term[]} terms
 * @param {Kinds} kinds
 */
const areAuthors = (terms, kinds) =>
  kinds.author.has(terms.find(({ isBeside }) => !isBeside)?.word ?? "");

/**
 * Returns by how much a record's points grow for what the reader seems to want.
 * @param {{ page: ReadPage, record: ReadRecord, kindOfPage: string }} found
 * @param {number} near
 * @param {Asked} asked
 * @param {Kinds} kinds
 */
const withIntent = (found, near, { terms }, kinds) => {
  const { page, kindOfPage } = found;
  const isAuthors = areAuthors(terms, kinds);
  if (kindOfPage === "page") return withPage(found, near, isAuthors ? [] : terms, kinds);
  if (isAuthors) return near * (kindOfPage === "guide" ? 1 : OF_READERS);
  if (kindOfPage === "guide") return near * OF_GUIDE;
  if (kindOfPage === "role") return near * (bestName(page.names, terms).said ? 1 : OF_ONE_ROLE);
  return withJob(found, near, terms, kinds);
};

/**
 * Returns the same for a part of a page of no kind.
 * @param {{ page: ReadPage, record: ReadRecord }} found
 * @param {number} near
 * @param {Term[]} terms
 * @param {Kinds} kinds
 */
const withPage = ({ page, record }, near, terms, kinds) => {
  if (isListFor(record, terms, kinds)) return Math.max(near, LIST * NAME);
  if (record.kind === "skill" && near < ALMOST * NAME) return near * OF_SKILL;
  return near * (near < NAME ? page.leads : 1) * (page.isPublic ? 1 : OF_FEWER);
};

/**
 * Returns the same for a part of a job's page.
 * @param {{ page: ReadPage, record: ReadRecord, kindOfPage: string }} found
 * @param {number} near
 * @param {Term[]} terms
 * @param {Kinds} kinds
 */
const withJob = ({ page, record, kindOfPage }, near, terms, kinds) => {
  const asksClosed = terms.some(({ word }) => kinds.closed.has(word));
  const isOther = asksClosed && kindOfPage === "opening";
  const fits = !isOther && isJob(record.kind) && isJobFor(page, record, terms, kinds);
  const state = asksClosed ? 1 : (OF_KIND[kindOfPage] ?? 1);
  return state * (fits ? Math.max(near, JOB * NAME) : near * OF_JOB);
};

/**
 * Puts closed jobs behind all open ones that answer as much of the query, if none are asked for.
 * @param {{ kind: string, share: number, points: number }[]} hits
 * @param {Term[]} terms
 * @param {Kinds} kinds
 */
const putClosedLast = (hits, terms, kinds) => {
  if (terms.some(({ word }) => kinds.closed.has(word))) return;
  const open = hits.filter(({ kind }) => kind === "opening");
  for (const hit of hits) {
    if (!(hit.kind in OF_KIND)) continue;
    const before = open.filter(({ share }) => share >= AS_MUCH * hit.share);
    hit.points = Math.min(hit.points, ...before.map(({ points }) => 0.99 * points));
  }
};
