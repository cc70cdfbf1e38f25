// The part of a text that answers a query, with the words that do: built from the record alone.
hiringSearch.passage = ({ tokens, words }) => {
  const LENGTH = 230;
  const BEFORE = 60;
  const EDGES = /^[^\p{L}\p{N}.]*(.*?)[^\p{L}\p{N}+#)]*$/su;

  // Returns the words of a text: where each starts and ends, and its groups in the index.
  const read = (text) =>
    [...text.matchAll(/\S+/gu)].map(({ 0: run, index }) => {
      const [, inner] = run.match(EDGES);
      const start = index + run.indexOf(inner);
      return { start, end: start + inner.length, groups: words.groupsOf(tokens.telling(run)) };
    });

  // Returns what is to be marked: start, end and term of each. In scripts without spaces a word
  // may start at any sign.
  const marksOf = (text, runs, terms) => {
    const marks = [];
    for (const { start, end, groups } of runs) {
      const term = terms.findIndex(({ groups: meant }) => groups.some((group) => meant.has(group)));
      if (term < 0) continue;
      const run = text.slice(start, end);
      if (run.search(tokens.unspaced) < 0) {
        marks.push({ start, end, term });
        continue;
      }
      terms.forEach(({ word }, number) => {
        for (let at = run.indexOf(word); at >= 0; at = run.indexOf(word, at + 1)) {
          marks.push({ start: start + at, end: start + at + word.length, term: number });
        }
      });
    }
    return marks.sort((one, other) => one.start - other.start);
  };

  // Returns a stretch of a text in pieces: [words, whether they are marked].
  const pieces = (text, marks, from, to) => {
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

  const heading = (text, terms) => pieces(text, marksOf(text, read(text), terms), 0, text.length);

  // Returns the stretch of a text in which most of the terms stand.
  const passage = (text, runs, terms) => {
    const marks = marksOf(text, runs, terms);
    let [from, most] = [0, -1];
    for (const { start } of marks) {
      const within = marks.filter((mark) => mark.start >= start && mark.end <= start + LENGTH - BEFORE);
      const count = new Set(within.map(({ term }) => term)).size + within.length / 100;
      if (count > most) [from, most] = [start, count];
    }
    from = Math.max(0, from - BEFORE);
    if (text.length - from < LENGTH) from = Math.max(0, text.length - LENGTH);
    if (from) from = text.indexOf(" ", from) + 1; // whole words alone
    if (text.startsWith("· ", from)) from += 2;
    const ends = text.length <= from + LENGTH;
    const to = ends ? text.length : Math.max(text.lastIndexOf(" ", from + LENGTH), from + 1);
    const parts = pieces(text, marks, from, to);
    if (from) parts.unshift(["… ", false]);
    if (!ends) parts.push([" …", false]);
    return parts;
  };

  return { read, heading, passage };
};
