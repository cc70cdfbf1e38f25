// What a reader asks: the words of a query, and what each stands for.
hiringSearch.query = ({ tokens, words }) => {
  const MOST_SIGNS = 1000;
  const MOST_WORDS = 20;
  const SHORT = 5; // letters
  const GUESS = 0.5; // what a guess at so short a word counts beside words that are known
  const AROUND = /^([^\p{L}]*).*?([^\p{L}]*)$/su; // quotes and the like before and after a word

  // Returns the words with what each stands for. What stands in quotes must stand there together.
  const understand = (query) => {
    const text = query.slice(0, MOST_SIGNS);
    const phrases = [...text.matchAll(/["“„]([^"“”„]+)["”“]/g)].map(([, said]) => tokens.all(said));
    const typing = /[\p{L}\p{N}]$/u.test(text);
    const asked = tokens.telling(text).slice(0, MOST_WORDS);
    const isTyped = (list, at) => typing && at === list.length - 1;
    const parted = asked.flatMap((word, at) => {
      const known = words.has(word) || words.meant(word, isTyped(asked, at)).groups.size;
      return (known ? null : words.parted(word)) ?? [word];
    });
    const terms = parted.map((word, at) => ({ word, ...words.meant(word, isTyped(parted, at)) }));
    // Two words may be one in the text: data base, ci cd.
    for (let at = 1; at < terms.length; at += 1) {
      const joined = words.groupOf.get(terms[at - 1].word + terms[at].word);
      if (joined === undefined) continue;
      terms[at - 1].groups.set(joined, 0.9);
      terms[at].groups.set(joined, 0.9);
    }
    // What else is asked for says more than a guess at a short word, which has many neighbors.
    if (terms.some(({ groups, slip }) => groups.size && !slip)) {
      for (const { word, groups, slip } of terms) {
        if (slip && word.length <= SHORT) groups.forEach((factor, group) => groups.set(group, GUESS * factor));
      }
    }
    return {
      terms,
      said: tokens.all(text),
      quoted: phrases.filter((said) => said.length).map(words.line),
    };
  };

  // Returns the query with the words that were probably meant, or null where none is a slip.
  const correction = (query, { terms }) => {
    const slips = new Map(terms.filter(({ slip }) => slip).map(({ word, slip }) => [word, slip]));
    if (!slips.size) return null;
    const corrected = query.trim().split(/\s+/).slice(0, MOST_WORDS).map((part) => {
      const [word, ...more] = tokens.all(part);
      if (more.length || !slips.has(word)) return part;
      const [, before, after] = part.match(AROUND);
      return before + slips.get(word) + after;
    });
    return corrected.join(" ");
  };

  return { understand, correction };
};
