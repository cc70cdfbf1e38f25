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
