// The answer itself, where a query names a role or a job, a fact, and maybe a level.

/**
 * A fact that answers a query: whose it is, what it says, and the same of each level.
 * @typedef {object} Card
 * @property {string} of
 * @property {string} label
 * @property {string} said
 * @property {string} url
 * @property {[level: string, said: string][]} levels
 */

/** @typedef {{ page: ReadPage, others: ReadPage[], title: string, url: string }} Named */

/**
 * Returns the name of a role that a query says: all of it, or what it ends in where no other role is
 * as much asked for, as nurse; else null.
 * @param {Named} named
 * @param {Term[]} terms
 */
const nameSaid = ({ page, others }, terms) => {
  const { name, said } = bestName(page.names, terms);
  if (said && said === name.length) return name;
  const ends = page.names.find((it) => answers(terms, it[it.length - 1]));
  const isOnly = others.every((other) => bestName(other.names, terms).said < said);
  return ends && isOnly ? ends : null;
};

/**
 * Returns the terms that a name says nothing of.
 * @param {Term[]} terms
 * @param {number[]} name
 */
const termsBeside = (terms, name) =>
  terms.filter(({ groups }) => !name.some((group) => groups.has(group)));

/**
 * Returns how far terms ask for a fact: by the words for its kind, then by how much of its name they
 * are and how much they mean, then by what it says. The latter tell facts of one kind apart, as hours
 * and shifts.
 * @param {FactData} fact
 * @param {Term[]} terms
 * @param {Kinds} kinds
 */
const askedFor = (fact, terms, kinds) => {
  const [label, said] = fact;
  const count = (/** @type {Set<number>} */ words) =>
    terms.filter((term) => isAmong(term, words)).length;
  const name = kinds.wordsOf(label);
  const verbatim = terms.filter(({ word }) => name.includes(word)).length;
  const named = [verbatim, count(kinds.ofText(label))].map((it) => it / (name.length || 1));
  return [count(kinds.ofFact(fact)), ...named, count(kinds.ofText(said))];
};

/**
 * Returns the fact of a record that all these terms ask for, if there is one.
 * @param {ReadRecord} record
 * @param {Term[]} terms
 * @param {Kinds} kinds
 */
const factFor = (record, terms, kinds) => {
  const isAskedByAll = (/** @type {FactData} */ fact) => {
    const words = kinds.ofFact(fact);
    return terms.every((term) => isAmong(term, words) || isAmong(term, kinds.beside));
  };
  const found = record.facts
    .filter(isAskedByAll)
    .map((fact) => ({ fact, asked: askedFor(fact, terms, kinds) }))
    .filter(({ asked: [count] }) => count > 0);
  const order = (/** @type {number[]} */ one, /** @type {number[]} */ other) =>
    other.map((count, at) => count - one[at]).find(Boolean) ?? 0;
  return found.sort((one, other) => order(one.asked, other.asked))[0]?.fact ?? null;
};

/**
 * Returns the level that terms name, and the terms beside it and the role. Its name may hold the
 * role's, as Electrician II, and says more than that.
 * @param {ReadRecord[]} records
 * @param {Term[]} terms
 * @param {Term[]} besideRole
 * @param {(text: string) => number[]} groupsOf
 */
const levelIn = (records, terms, besideRole, groupsOf) => {
  const says = (/** @type {Term[]} */ some, /** @type {number} */ group) =>
    some.some(({ groups }) => groups.get(group) === 1);
  for (const record of records) {
    if (record.kind !== "level") continue;
    const name = groupsOf(record.level);
    const isNamed = name.every((it) => says(terms, it)) && name.some((it) => says(besideRole, it));
    if (isNamed) return { record, rest: termsBeside(besideRole, name) };
  }
  return null;
};

/**
 * Returns what levels state under a label.
 * @param {ReadRecord[]} records
 * @param {string} label
 */
const ofLevels = (records, label) =>
  records
    .filter(({ kind }) => kind === "level")
    .flatMap(({ level, facts }) =>
      facts
        .filter(([own]) => own === label)
        .map(([, said]) => /** @type {[string, string]} */ ([level, said])),
    );

/**
 * Returns the answer that a page's facts give, or null.
 * @param {Named} named
 * @param {Term[]} asked
 * @param {Kinds} kinds
 * @param {(text: string) => number[]} groupsOf
 * @returns {Card | null}
 */
const cardOf = (named, asked, kinds, groupsOf) => {
  const { page, title, url } = named;
  const terms = asked.filter(({ isOpen }) => !isOpen);
  const name = nameSaid(named, terms);
  if (!name) return null;
  const rest = termsBeside(terms, name);
  const records = page.all();
  const level = levelIn(records, terms, rest, groupsOf);
  const fact = factFor(level?.record ?? records[0], level?.rest ?? rest, kinds);
  if (!fact) return null;
  const [label, said] = fact;
  if (level) {
    const { heading, anchor } = level.record;
    return { of: heading, label, said, url: `${url}#${anchor}`, levels: [] };
  }
  return { of: title, label, said, url, levels: ofLevels(records, label) };
};
