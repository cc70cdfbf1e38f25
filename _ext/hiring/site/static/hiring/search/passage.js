// The part of a text that answers a query, with the words that do: built from the record alone.
hiringSearch.passage = ({ tokens, words, terms }) => {
  const LENGTH = 230;
  const EDGE = /^[^\p{L}\p{N}]+|(?![+#])[^\p{L}\p{N}]+$/gu;

  // Returns which term a word of a text answers, or -1.
  const termOf = (group) => terms.findIndex(({ groups }) => groups.has(group));

  const answered = (text) => {
    for (const group of words.groupsOf(tokens.telling(text))) {
      const term = group < 0 ? -1 : termOf(group);
      if (term >= 0) return term;
    }
    return -1;
  };

  // Returns what is to be marked in a text: start, end and term of each. Scripts without spaces
  // are looked through sign by sign, since a word may start at any.
  const found = (text) => {
    const marks = [];
    for (const { 0: run, index } of text.matchAll(/\S+/gu)) {
      if (run.search(tokens.unspaced) < 0) {
        const term = answered(run);
        if (term < 0) continue;
        const lead = run.match(/^[^\p{L}\p{N}.]*/u)[0].length;
        marks.push({ start: index + lead, end: index + run.replace(EDGE, "").length + lead, term });
        continue;
      }
      terms.forEach(({ word }, term) => {
        for (let at = run.indexOf(word); at >= 0; at = run.indexOf(word, at + 1)) {
          marks.push({ start: index + at, end: index + at + word.length, term });
        }
      });
    }
    return marks.sort((one, other) => one.start - other.start);
  };

  // Returns a text in pieces: [words, whether they are marked].
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

  const heading = (text) => pieces(text, found(text), 0, text.length);

  // Returns the stretch of a text in which most of the terms stand.
  const passage = (lines) => {
    const text = lines.replace(/([^.:;,!?])\n/g, "$1 · ").replace(/\n/g, " ");
    const marks = found(text);
    let [from, most] = [0, -1];
    for (const { start } of marks) {
      const within = marks.filter((mark) => mark.start >= start && mark.end <= start + LENGTH - 60);
      const count = new Set(within.map(({ term }) => term)).size + within.length / 100;
      if (count > most) [from, most] = [start, count];
    }
    from = Math.max(0, from - 60);
    if (text.length - from < LENGTH) from = Math.max(0, text.length - LENGTH);
    // Whole words alone, from the start of a sentence where one is near.
    if (from) from = text.indexOf(" ", from) + 1;
    const ends = text.length <= from + LENGTH;
    const to = ends ? text.length : Math.max(text.lastIndexOf(" ", from + LENGTH), from + 1);
    const parts = pieces(text, marks, from, to);
    if (from) parts.unshift(["… ", false]);
    if (!ends) parts.push([" …", false]);
    return parts;
  };

  return { heading, passage };
};
