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
 * Returns the fact of a record that all these terms ask for, if there is one.
 * @param {ReadRecord} record
 * @param {Term[]} terms
 * @param {Kinds} kinds
 */
const factFor = (record, terms, kinds) => {
  let best = { fact: /** @type {FactData | null} */ (null), count: 0 };
  for (const fact of record.facts) {
    const words = kinds.ofFact(fact);
    const asks = (/** @type {Term} */ { groups }) =>
      [...groups.keys()].some((group) => words.has(group));
    const asked = terms.filter(asks);
    const others = terms.filter((term) => !asks(term));
    const isAll = others.every(({ groups }) =>
      [...groups.keys()].some((it) => kinds.beside.has(it)),
    );
    if (isAll && asked.length > best.count) best = { fact, count: asked.length };
  }
  return best.fact;
};

/**
 * Returns the level that terms name, and the terms beside it.
 * @param {ReadRecord[]} records
 * @param {Term[]} terms
 * @param {(text: string) => number[]} groupsOf
 */
const levelIn = (records, terms, groupsOf) => {
  for (const record of records) {
    if (record.kind !== "level") continue;
    const name = groupsOf(record.level);
    const isNamed =
      name.length > 0 && name.every((it) => terms.some(({ groups }) => groups.get(it) === 1));
    if (isNamed) return { record, rest: termsBeside(terms, name) };
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
  const level = levelIn(records, rest, groupsOf);
  const fact = factFor(level?.record ?? records[0], level?.rest ?? rest, kinds);
  if (!fact) return null;
  const [label, said] = fact;
  if (level) {
    const { heading, anchor } = level.record;
    return { of: heading, label, said, url: `${url}#${anchor}`, levels: [] };
  }
  return { of: title, label, said, url, levels: ofLevels(records, label) };
};
