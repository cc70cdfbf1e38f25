// The part of a text that answers a query, with the words that do: built from the record alone.

/**
 * A word of a text: where it starts and ends, and its groups in the index.
 * @typedef {{ start: number, end: number, groups: number[] }} Run
 */

/**
 * What is to be marked: start, end and the number of the term.
 * @typedef {{ start: number, end: number, term: number }} Mark
 */

/**
 * Some words, and whether they are marked.
 * @typedef {[words: string, isMarked: boolean]} Piece
 */

const LENGTH = 230; // letters of a passage
const BEFORE = 60; // letters before its first mark
const EDGES = /^[^\p{L}\p{N}.]*(.*?)[^\p{L}\p{N}+#)]*$/su;

/**
 * Returns a stretch of a text in pieces.
 * @param {string} text
 * @param {Mark[]} marks
 * @param {number} from
 * @param {number} to
 */
const piecesOf = (text, marks, from, to) => {
  /** @type {Piece[]} */
  const parts = [];
  let end = from;
  for (const mark of marks) {
    if (mark.end <= end || mark.start >= to) continue;
    const start = Math.max(mark.start, end);
    if (start > end) parts.push([text.slice(end, start), false]);
    parts.push([text.slice(start, mark.end), true]);
    end = mark.end;
  }
  if (end < to) parts.push([text.slice(end, to), false]);
  return parts;
};

/**
 * Returns the mark from which on most terms stand within a passage, and among those most marks.
 * @param {Mark[]} marks
 */
const densest = (marks) => {
  let [from, most] = [0, -1];
  for (const { start } of marks) {
    const within = marks.filter((it) => it.start >= start && it.end <= start + LENGTH - BEFORE);
    const count = new Set(within.map(({ term }) => term)).size + within.length / 100;
    if (count > most) [from, most] = [start, count];
  }
  return from;
};

/**
 * Returns where a passage starts that has a mark in it: at a whole word, after the dot that parts
 * two lines.
 * @param {string} text
 * @param {number} mark
 */
const startBefore = (text, mark) => {
  let from = Math.max(0, mark - BEFORE);
  if (text.length - from < LENGTH) from = Math.max(0, text.length - LENGTH);
  if (from) from = text.indexOf(" ", from) + 1;
  return text.startsWith("· ", from) ? from + 2 : from;
};

class Passages {
  #tokens;
  #words;
  /** @type {Map<string, number[]>} By what stands between two spaces: most of it stands there often. */
  #known = new Map();

  /**
   * @param {Tokens} tokens
   * @param {Words} words
   */
  constructor(tokens, words) {
    this.#tokens = tokens;
    this.#words = words;
  }

  /**
   * Returns the words of a text.
   * @param {string} text
   * @returns {Run[]}
   */
  read(text) {
    return [...text.matchAll(/\S+/gu)].map(({ 0: run, index }) => {
      const inner = run.match(EDGES)?.[1] ?? "";
      const start = index + run.indexOf(inner);
      const groups = this.#groups(run);
      return { start, end: start + inner.length, groups };
    });
  }

  /** @param {string} run */
  #groups(run) {
    const found = this.#known.get(run) ?? this.#words.groupsOf(this.#tokens.telling(run));
    this.#known.set(run, found);
    return found;
  }

  /**
   * Returns what is to be marked in a text.
   * @param {string} text
   * @param {Run[]} runs
   * @param {Term[]} terms
   */
  #marks(text, runs, terms) {
    /** @type {Mark[]} */
    const marks = [];
    for (const { start, end, groups } of runs) {
      const term = terms.findIndex(({ groups: meant }) => groups.some((group) => meant.has(group)));
      if (term < 0) continue;
      const run = text.slice(start, end);
      if (run.search(this.#tokens.unspaced) < 0) marks.push({ start, end, term });
      else marks.push(...this.#marksWithin(run, start, terms));
    }
    return marks.sort((one, other) => one.start - other.start);
  }

  /**
   * Yields the marks in a run of a script without spaces, in which a word may start at any sign.
   * @param {string} run
   * @param {number} start
   * @param {Term[]} terms
   * @returns {Generator<Mark>}
   */
  *#marksWithin(run, start, terms) {
    for (const [term, { word }] of terms.entries()) {
      for (let at = run.indexOf(word); at >= 0; at = run.indexOf(word, at + 1)) {
        yield { start: start + at, end: start + at + word.length, term };
      }
    }
  }

  /**
   * Returns a whole text in pieces.
   * @param {string} text
   * @param {Term[]} terms
   */
  heading(text, terms) {
    return piecesOf(text, this.#marks(text, this.read(text), terms), 0, text.length);
  }

  /**
   * Returns the stretch of a text in which most of the terms stand.
   * @param {string} text
   * @param {Run[]} runs
   * @param {Term[]} terms
   */
  passage(text, runs, terms) {
    const marks = this.#marks(text, runs, terms);
    const from = startBefore(text, densest(marks));
    const ends = text.length <= from + LENGTH;
    const to = ends ? text.length : Math.max(text.lastIndexOf(" ", from + LENGTH), from + 1);
    const parts = piecesOf(text, marks, from, to);
    if (from) parts.unshift(["… ", false]);
    if (!ends) parts.push([" …", false]);
    return parts;
  }
}
