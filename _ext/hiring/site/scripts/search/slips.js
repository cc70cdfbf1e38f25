// How far apart two words are, as somebody mistypes one for the other.

/**
 * Returns the most slips that a word may have.
 * @param {string} word
 */
const mostSlips = (word) => (word.length < 8 ? 1 : 2);

/**
 * Tells whether it is worth a look how far another word is from one: most are not.
 * @param {string} word
 * @param {string} other
 */
const mayBeMeant = (word, other) => {
  if (
    other.length < Math.min(4, word.length + 1) ||
    Math.abs(other.length - word.length) > mostSlips(word)
  )
    return false;
  // A slip in the first letter is rare: it is looked for only where the rest is long.
  return other[0] === word[0] || (word.length >= 6 && other[1] === word[1]);
};

/**
 * Tells whether the two letters before a place in one word are those of another, swapped.
 * @param {string} one
 * @param {number} i
 * @param {string} other
 * @param {number} j
 */
const areSwapped = (one, i, other, j) =>
  i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];

/**
 * Tells whether two words have the same letters.
 * @param {string} one
 * @param {string} other
 */
const isSwap = (one, other) => [...one].sort().join("") === [...other].sort().join("");

/**
 * Returns in how many slips the first letters of one word become those of another, for all counts
 * of the other's letters; `row` says it for one letter less of the one, `before` for two.
 * @param {string} one
 * @param {number} i
 * @param {string} other
 * @param {number[]} row
 * @param {number[]} before
 */
const slipsOfRow = (one, i, other, row, before) => {
  const next = [i];
  for (let j = 1; j <= other.length; j += 1) {
    const differs = one[i - 1] === other[j - 1] ? 0 : 1;
    next[j] = Math.min(row[j - 1] + differs, row[j] + 1, next[j - 1] + 1);
    if (areSwapped(one, i, other, j)) next[j] = Math.min(next[j], before[j - 2] + 1);
  }
  return next;
};

/**
 * Returns in how many slips one word becomes another (Damerau and Levenshtein, optimal string
 * alignment), or more than `most`.
 * @param {string} one
 * @param {string} other
 * @param {number} most
 */
const slipsBetween = (one, other, most) => {
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = slipsOfRow(one, i, other, row, before);
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[other.length];
};
