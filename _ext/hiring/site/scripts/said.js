// The words that scripts say, in the site's language or the page's: the build hands them over.

/** @type {Record<string, string>} */
let wordsSaid = {};
let languageSaid = "en";

/**
 * Takes the words of a language, by their names.
 * @param {string} language
 * @param {Record<string, string>} words
 */
const speakWords = (language, words) => {
  languageSaid = language;
  wordsSaid = words;
};

/**
 * Returns the words of a name, with parts of their own.
 * @param {string} name
 * @param {Record<string, string | number>} [parts]
 */
const say = (name, parts = {}) =>
  (wordsSaid[name] ?? name).replace(/\{(\w+)\}/g, (_, part) => `${parts[part]}`);

/**
 * Returns the words of a name for a number of things: a language has forms of its own.
 * @param {string} name
 * @param {number} count
 */
const sayCount = (name, count) => {
  const form = `${name}.${new Intl.PluralRules(languageSaid).select(count)}`;
  const number = count.toLocaleString(languageSaid);
  return say(form in wordsSaid ? form : `${name}.other`, { count: number });
};

/**
 * Returns the words of a name with elements among them.
 * @param {string} name
 * @param {Record<string, (Node | string)[]>} parts
 * @returns {(Node | string)[]}
 */
const sayAround = (name, parts) =>
  (wordsSaid[name] ?? name)
    .split(/\{(\w+)\}/)
    .flatMap((text, at) => (at % 2 ? parts[text] : [text]))
    .filter((part) => part !== "");
