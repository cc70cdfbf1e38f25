// What the text itself says: how near a record comes to what is asked. The index knows words, and
// not in which order they stand, nor whether they are all of a name.

const NAME = 3; // a record that has the very name which is asked for
const SAME = 9; // a page whose name is what is typed, word for word, small words too
const SAME_PART = 4; // the same of a part of it
const SECTION = 2; // the same of a section: many pages have one on pay, or on benefits
const ALMOST = 0.9; // the same, with words that say nothing more, as job and role
const EXACT = 0.4; // a part that is called just what is asked for on its page
const RUN = 0.4; // a text in which all words of the query stand side by side
const PAGE = 1.35; // a part of the page whose whole name is in the query
const OTHER = 0.8; // what other words for a thing count, against its name
const ALSO = 1.6; // a question that people ask in these very words, too
const ALIKE = 0.5; // words like "how" and "why", which tell apart what is else the same
const KEYWORD = 2.4; // a page that states as a keyword just what is asked for
const ABOUT = 0.6; // a part of a page that states as keywords what is asked for
const WHOLE = 1.2; // a page against its parts
const STARTS = 2; // a page whose name starts with all that is typed so far, by how much of it is there

/**
 * Tells whether any term stands for a group of words.
 * @param {Term[]} terms
 * @param {number} group
 */
const answers = (terms, group) => terms.some(({ groups }) => groups.has(group));

/**
 * Tells whether a name is just what is asked for.
 * @param {Term[]} terms
 * @param {number[]} name
 */
const isAll = (terms, name) =>
  name.length === terms.length && terms.every(({ groups }, at) => groups.has(name[at]));

/**
 * Returns how many terms from one on stand side by side in a text, from some place on.
 * @param {Term[]} terms
 * @param {number} from
 * @param {number[]} text
 * @param {number} start
 */
const runFrom = (terms, from, text, start) => {
  let length = 0;
  while (from + length < terms.length && terms[from + length].groups.has(text[start + length])) {
    length += 1;
  }
  return length;
};

/**
 * Returns the most words of the query that stand side by side in a text, in their order.
 * @param {Term[]} terms
 * @param {number[]} text
 */
const longestRun = (terms, text) => {
  let longest = 0;
  for (let start = 0; start < text.length; start += 1) {
    if (!answers(terms, text[start])) continue;
    for (let from = 0; from < terms.length - longest; from += 1) {
      longest = Math.max(longest, runFrom(terms, from, text, start));
    }
  }
  return longest;
};

/**
 * Tells whether the words of a phrase stand side by side in a line.
 * @param {(number | string)[]} line
 * @param {(number | string)[]} phrase
 */
const holdsPhrase = (line, phrase) =>
  line.some((_, at) => phrase.every((word, more) => line[at + more] === word));

/**
 * Returns the name of a page that a query says most of, and how many words of it.
 * @param {number[][]} names
 * @param {Term[]} terms
 */
const bestName = (names, terms) => {
  let best = { name: names[0], said: 0 };
  for (const name of names) {
    const said = name.filter((group) => answers(terms, group)).length;
    // Of two that say as much, the one that is said in full: Electrician, not Electrician (m/w/d).
    const isShorter = said > 0 && said === best.said && name.length < best.name.length;
    if (said > best.said || isShorter) best = { name, said };
  }
  return best;
};

/**
 * Returns from 0 to 1 how much of a name is asked for, and how much of what is asked it says.
 * @param {number[]} name
 * @param {Term[]} terms
 */
const overlap = (name, terms) => {
  const precision = name.filter((group) => answers(terms, group)).length / (name.length || 1);
  const said = terms.filter(({ groups }) => name.some((group) => groups.has(group)));
  const recall = said.length / terms.length;
  return precision && recall ? (2 * precision * recall) / (precision + recall) : 0;
};

/**
 * Returns from 0 to 1 how well a record's names say what is asked beside the name of its page.
 * @param {{ name: number[], said: number }} title
 * @param {ReadRecord} record
 * @param {Term[]} terms
 */
const likeness = ({ name: title, said }, record, terms) => {
  const rest = terms.filter(({ groups }) => !title.some((group) => groups.has(group)));
  // Who asks for more than the page's name wants a part of it, and who does not, the whole.
  if (!record.anchor) return rest.length ? 0 : said / title.length;
  if (!rest.length) return 0;
  const own = (/** @type {number[]} */ name) =>
    overlap(
      name.filter((group) => group >= 0 && !title.includes(group)),
      rest,
    );
  return Math.max(own(record.name), ...record.also.map((name) => OTHER * own(name)));
};

/**
 * Tells whether a record, or the page that it stands for, is called just what is asked for.
 * @param {ReadPage} page
 * @param {ReadRecord} record
 * @param {Term[]} terms
 */
const isCalled = (page, record, terms) =>
  isAll(terms, record.name) || (!record.anchor && page.names.some((name) => isAll(terms, name)));

/**
 * Tells whether a record is called what is asked for but for words that say nothing more.
 * @param {ReadPage} page
 * @param {ReadRecord} record
 * @param {Term[]} terms
 */
const isAlmostCalled = (page, record, terms) => {
  if (terms.every(({ isBeside }) => isBeside)) return false;
  const names = record.anchor ? [record.name] : [record.name, ...page.names];
  return names.some((name) => {
    const said = (/** @type {Term} */ { groups }) => name.some((group) => groups.has(group));
    return isAll(
      terms.filter((term) => !term.isBeside || said(term)),
      name,
    );
  });
};

/**
 * Tells whether other words for a thing are not its name: those of a question; and of a skill, where
 * another form is asked for, as who interviews, which is no interviewing.
 * @param {ReadRecord} record
 * @param {Term[]} terms
 */
const isOnlyAlike = (record, terms) => {
  if (record.kind !== "skill") return record.kind === "question";
  return !record.alsoSaid.has(terms.map(({ word }) => word).join(" "));
};

/**
 * Returns by how much a record's points grow whose name is all that is asked for; else 0.
 * @param {ReadPage} page
 * @param {ReadRecord} record
 * @param {Term[]} terms
 */
const factorOfName = (page, record, terms) => {
  const called = record.kind === "section" ? SECTION : NAME;
  if (isCalled(page, record, terms)) return called;
  if (isAlmostCalled(page, record, terms)) return ALMOST * called;
  const isOne = (/** @type {number[]} */ name) => isAll(terms, name);
  if (record.also.some(isOne)) return isOnlyAlike(record, terms) ? ALSO : NAME;
  return !record.anchor && page.keywords.some(isOne) ? KEYWORD : 0;
};

/**
 * Returns by how much a record's points grow for its words and their order.
 * @param {ReadPage} page
 * @param {ReadRecord} record
 * @param {Term[]} terms
 */
const factorOfWords = (page, record, terms) => {
  const run = terms.length > 1 ? (longestRun(terms, record.words) - 1) / (terms.length - 1) : 0;
  const best = bestName(page.names, terms);
  const whole = best.said === best.name.length ? PAGE : 1;
  const like = likeness(best, record, terms);
  const stated = page.keywords.flat();
  const about = terms.filter(({ groups }) => stated.some((it) => groups.has(it))).length;
  const more = like + (like === 1 ? EXACT : 0) + RUN * Math.max(run, 0);
  return whole * (1 + more + (ABOUT * about) / terms.length);
};

/**
 * Returns from 0 to 1 how much of one of a page's names is typed, where what is typed starts it.
 * @param {ReadPage} page
 * @param {string[]} said
 */
const startOfName = (page, said) => {
  const start = said.join(" ");
  const names = page.written.filter((name) => name.startsWith(start));
  return Math.max(0, ...names.map((name) => start.length / name.length));
};

/**
 * Returns by how much a record's points grow; 0 where it does not hold what stands in quotes.
 * @param {ReadPage} page
 * @param {ReadRecord} record
 * @param {Asked} asked
 */
const nearness = (page, record, { terms, said, quoted }) => {
  if (quoted.length) {
    const lines = record.lines();
    if (!quoted.every((phrase) => lines.some((line) => holdsPhrase(line, phrase)))) return 0;
  }
  const alike = said.filter((word) => record.said.has(word)).length / said.length;
  const isSame = alike === 1 && said.length === record.said.size;
  if (isSame) return record.anchor ? SAME_PART : SAME;
  const words = factorOfName(page, record, terms) || factorOfWords(page, record, terms);
  const factor = words * (1 + ALIKE * alike);
  return record.anchor ? factor : factor * WHOLE * (1 + STARTS * startOfName(page, said));
};
