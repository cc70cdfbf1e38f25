// The words of a text as the search compares them: the same here and in search/tokens.py. What a
// word is comes with the index, from data/search.toml.
hiringSearch.tokens = (language) => {
  const ALNUM = "[\\p{L}\\p{N}]";
  const token = new RegExp(language.pattern.replaceAll("ALNUM", ALNUM), "gu");
  const dropped = new RegExp(language.dropped, "gu");
  const unspaced = new RegExp(`[${language.unspaced.join("")}]+`, "gu");
  const letters = new RegExp(`[${Object.keys(language.letters).join("")}]`, "gu");
  const stop = new Set(language.stop);

  const folded = (text) =>
    text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[\u0300-\u036f]+/g, "")
      .normalize("NFC")
      .replace(letters, (letter) => language.letters[letter]);

  const shortened = (text) => [...text].slice(0, language.longest).join("");

  const pairs = (run) => {
    const signs = [...run];
    if (signs.length === 1) return signs;
    return signs.slice(1).map((sign, at) => signs[at] + sign);
  };

  const pieces = (text) => {
    const found = [];
    let end = 0;
    for (const run of text.matchAll(unspaced)) {
      found.push(shortened(text.slice(end, run.index)), ...pairs(run[0]));
      end = run.index + run[0].length;
    }
    found.push(shortened(text.slice(end)));
    return found;
  };

  // Returns the tokens of a text in its order, stop words among them.
  const all = (text) =>
    (folded(text).match(token) ?? [])
      .flatMap((run) => pieces(run.replace(dropped, "")))
      .filter(Boolean);

  // Returns the tokens of a text without the stop words.
  const telling = (text) => all(text).filter((word) => !stop.has(word));

  return { all, telling, unspaced };
};
