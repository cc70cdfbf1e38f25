// What the text itself says: how near a record comes to what is asked. The index knows words, and
// not in which order they stand, nor whether they are all of a name.
hiringSearch.nearness = (() => {
  const NAME = 3; // a record that has the very name which is asked for
  const EXACT = 0.4; // a part that is called just what is asked for on its page
  const RUN = 0.4; // a text in which all words of the query stand side by side
  const PAGE = 1.35; // a part of the page whose whole name is in the query
  const OTHER = 0.8; // what other words for a thing count, against its name
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

  const holds = (line, phrase) =>
    line.some((_, at) => phrase.every((word, more) => line[at + more] === word));

  // Returns the name of a page that a query says most of, and how many words of it.
  const bestName = ({ names }, terms) => {
    let best = [names[0], 0];
    for (const name of names) {
      const said = name.filter((group) => answers(terms, group)).length;
      if (said > best[1]) best = [name, said];
    }
    return best;
  };

  // Returns from 0 to 1 how much of a name is asked for, and how much of what is asked it says.
  const overlap = (name, terms) => {
    const precision = name.filter((group) => answers(terms, group)).length / (name.length || 1);
    const recall = terms.filter(({ groups }) => name.some((group) => groups.has(group))).length / terms.length;
    return precision && recall ? (2 * precision * recall) / (precision + recall) : 0;
  };

  // Returns from 0 to 1 how well a record's names say what is asked beside the name of its page.
  const likeness = ([title, named], record, terms) => {
    const rest = terms.filter(({ groups }) => !title.some((group) => groups.has(group)));
    // Who asks for more than the page's name wants a part of it, and who does not, the whole.
    if (!record.anchor) return rest.length ? 0 : named / title.length;
    if (!rest.length) return 0;
    const own = (name) => overlap(name.filter((group) => group >= 0 && !title.includes(group)), rest);
    return Math.max(own(record.name), ...record.also.map((name) => OTHER * own(name)));
  };

  const factor = (page, record, terms) => {
    if (isAll(terms, record.name)) return NAME;
    if (!record.anchor && page.names.some((name) => isAll(terms, name))) return NAME;
    if (record.also.some((name) => isAll(terms, name))) return record.kind === "question" ? ALSO : NAME;
    const run = terms.length > 1 ? (longestRun(terms, record.words) - 1) / (terms.length - 1) : 0;
    const name = bestName(page, terms);
    const whole = name[1] === name[0].length ? PAGE : 1;
    const like = likeness(name, record, terms);
    return whole * (1 + like + (like === 1 ? EXACT : 0) + RUN * Math.max(run, 0));
  };

  // Returns by how much a record's points grow; 0 where it does not hold what stands in quotes.
  const of = (page, record, { terms, said, quoted }) => {
    if (quoted.length) {
      record.lines ??= record.readLines();
      if (!quoted.every((phrase) => record.lines.some((line) => holds(line, phrase)))) return 0;
    }
    // Words like "how" and "why" tell apart what is else the same.
    const alike = said.filter((word) => record.said.has(word)).length / said.length;
    if (alike === 1 && said.length === record.said.size) return NAME + 1;
    return factor(page, record, terms) * (1 + 0.15 * alike) * (record.anchor ? 1 : 1.1);
  };

  return { of, NAME };
})();
