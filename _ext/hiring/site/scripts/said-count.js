// Words for a number of things.

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
