// The words of the index: which one a reader means, however they write it.
hiringSearch.words = (core) => {
  const forms = core.words.split(" ").map((group) => group.split(","));
  const groupOf = new Map(forms.flatMap((words, group) => words.map((word) => [word, group])));
  const sorted = [...groupOf.keys()].sort((one, other) => (one < other ? -1 : 1));
  const MOST = 30;

  const firstFrom = (text) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < text) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  // Returns the words that start with a text and go on for at most some letters.
  const startingWith = (text, more = 99) => {
    const found = [];
    for (let at = firstFrom(text); sorted[at]?.startsWith(text); at += 1) {
      if (sorted[at].length - text.length <= more) found.push(sorted[at]);
    }
    return found.sort((one, other) => one.length - other.length).slice(0, MOST);
  };

  // Returns in how many slips one word becomes another (Damerau and Levenshtein, optimal string
  // alignment), or more than `most`.
  const slips = (one, other, most) => {
    let [before, row, next] = [[], [], []];
    for (let at = 0; at <= other.length; at += 1) row[at] = at;
    for (let i = 1; i <= one.length; i += 1) {
      next = [i];
      let least = i;
      for (let j = 1; j <= other.length; j += 1) {
        const same = one[i - 1] === other[j - 1];
        next[j] = Math.min(row[j - 1] + !same, row[j] + 1, next[j - 1] + 1);
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          next[j] = Math.min(next[j], before[j - 2] + 1);
        }
        least = Math.min(least, next[j]);
      }
      if (least > most) return most + 1;
      [before, row] = [row, next];
    }
    return row[other.length];
  };

  // Returns the words that somebody may have meant, those with the fewest slips first.
  const similar = (word) => {
    if (word.length < 4 || !/^\p{L}+$/u.test(word)) return [];
    const most = word.length < 8 ? 1 : 2;
    const found = [];
    for (const other of sorted) {
      if (other.length < 4 || Math.abs(other.length - word.length) > most) continue;
      // A slip in the first letter is rare: it is looked for only where the rest is long.
      if (other[0] !== word[0] && (word.length < 6 || other[1] !== word[1])) continue;
      const count = slips(word, other, most);
      if (count <= most) found.push([count + (other[0] === word[0] ? 0 : 0.5), other]);
    }
    return found.sort(([one], [other]) => one - other);
  };

  const inflected = (word) => {
    for (const ending of core.language.endings) {
      const base = word.slice(0, -ending.length);
      if (!word.endsWith(ending) || base.length < 4) continue;
      const found = startingWith(base, 4);
      if (found.length) return found;
    }
    return [];
  };

  // Returns the longest word that a compound starts with, as Gehalt in Gehaltsspanne.
  const stemOfCompound = (word) => {
    for (let end = word.length - 3; end >= 6; end -= 1) {
      if (groupOf.has(word.slice(0, end))) return word.slice(0, end);
    }
    return null;
  };

  const scored = (words, factor) => {
    const found = new Map();
    for (const word of words) {
      const group = groupOf.get(word);
      found.set(group, Math.max(found.get(group) ?? 0, factor(word)));
    }
    return found;
  };

  // Returns what a word of a query stands for: groups of words, each with how surely it is meant.
  // `typing` tells that the reader may go on with the word. `slip` is what was probably meant.
  const meant = (word, typing) => {
    const exact = groupOf.has(word);
    const more = typing ? word.length >= 2 : word.length >= 3 && !exact;
    const longer = more && (!exact || word.length >= 3) ? startingWith(word) : [];
    if (exact || longer.length) {
      const share = exact ? 0.35 : 0.85;
      const groups = scored(longer, (other) => (share * (word.length + 2)) / (other.length + 2));
      if (exact) groups.set(groupOf.get(word), 1);
      return { groups };
    }
    const inflections = inflected(word);
    if (inflections.length) return { groups: scored(inflections, () => 0.7) };
    const near = similar(word);
    if (near.length) {
      const [[least, slip]] = near;
      const closest = near.filter(([count]) => count <= least).map(([, other]) => other);
      return { groups: scored(closest, () => 0.7 - 0.1 * least), slip };
    }
    const start = stemOfCompound(word);
    return { groups: start ? scored([start], () => 0.5) : new Map() };
  };

  // Returns two words that were written as one, or nothing.
  const parted = (word) => {
    for (let at = 3; at <= word.length - 3; at += 1) {
      const two = [word.slice(0, at), word.slice(at)];
      if (two.every((part) => groupOf.has(part))) return two;
    }
    return null;
  };

  const groupsOf = (words) => words.map((word) => groupOf.get(word) ?? -1);

  // Returns words so that those of one group are the same; a stop word is in none.
  const line = (words) => words.map((word) => groupOf.get(word) ?? word);

  return { line, has: (word) => groupOf.has(word), groupOf, groupsOf, meant, parted };
};
