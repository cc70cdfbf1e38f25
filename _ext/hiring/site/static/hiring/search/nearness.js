// What the text itself says: how near a record comes to what is asked. The index knows words, and
// not in which order they stand, nor whether they are all of a name.
hiringSearch.nearness = (() => {
  const NAME = 3; // a record that has the very name which is asked for
  const ALSO = 1.6; // a question that people ask in these very words, too

  const answers = (terms, group) => terms.some(({ groups }) => groups.has(group));

  const isAll = (terms, name) =>
    name.length === terms.length && terms.every(({ groups }, at) => groups.has(name[at]));

  // Returns the most words of the query that stand side by side in a text, in their order.
  const longestRun = (terms, text) => {
    let longest = 0;
    for (let start = 0; start < text.length; start += 1) {
      if (!answers(terms, text[start])) continue;
      for (let from = 0; from < terms.length - longest; from += 1) {
        let length = 0;
        while (from + length < terms.length && terms[from + length].groups.has(text[start + length])) {
          length += 1;
        }
        longest = Math.max(longest, length);
      }
    }
    return longest;
  };

  const holds = (text, said) =>
    text.some((_, at) => said.every((group, more) => text[at + more] === group));

  // Returns the name of a page that a query says most of, and how many words of it.
  const bestName = ({ names }, terms) => {
    let best = [names[0], 0];
    for (const name of names) {
      const said = name.filter((group) => answers(terms, group)).length;
      if (said > best[1]) best = [name, said];
    }
    return best;
  };

  // Returns from 0 to 1 how well a heading says what is asked beside the name of the page.
  const likeness = (page, record, terms) => {
    const [title, named] = bestName(page, terms);
    const rest = terms.filter(({ groups }) => !title.some((group) => groups.has(group)));
    const own = record.name.filter((group) => group >= 0 && !title.includes(group));
    if (!rest.length) return record.anchor ? 0 : named / title.length;
    const precision = own.filter((group) => answers(rest, group)).length / (own.length || 1);
    const recall = rest.filter(({ groups }) => own.some((group) => groups.has(group))).length / rest.length;
    return precision && recall ? (2 * precision * recall) / (precision + recall) : 0;
  };

  const factor = (page, record, terms) => {
    if (!record.anchor && page.names.some((name) => isAll(terms, name))) return NAME + 1;
    if (isAll(terms, record.name)) return NAME;
    if (record.also.some((name) => isAll(terms, name))) return record.kind === "question" ? ALSO : NAME;
    const run = terms.length > 1 ? (longestRun(terms, record.words) - 1) / (terms.length - 1) : 0;
    return 1 + likeness(page, record, terms) + 0.4 * Math.max(run, 0);
  };

  // Returns by how much a record's points grow; 0 where it does not hold what stands in quotes.
  const of = (page, record, { terms, said, quoted }) => {
    const text = [...record.name, -1, ...record.words];
    if (!quoted.every((phrase) => holds(text, phrase))) return 0;
    // Words like "how" and "why" tell apart what is else the same.
    const alike = said.filter((word) => record.said.has(word)).length / said.length;
    return factor(page, record, terms) * (1 + 0.15 * alike) * (record.anchor ? 1 : 1.1);
  };

  return { of, NAME };
})();
