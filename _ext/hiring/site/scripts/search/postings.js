// Where each word stands: numbers and weights, as search/index.py writes them.

/**
 * @typedef {object} Postings
 * @property {number[]} numbers Ascending.
 * @property {number[]} weights Of each number, from 0 to 1.
 */

const ENDS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const MORE = "!$()*+,;=?@[]{}|";
const MARK = 64; // above this, a value is that of a sign in MORE
const VALUE = new Int16Array(128).fill(-1);
for (const [value, sign] of [...ENDS].entries()) VALUE[sign.charCodeAt(0)] = value;
for (const [value, sign] of [...MORE].entries()) VALUE[sign.charCodeAt(0)] = MARK + value;

/**
 * Returns ascending numbers, and the weight of each.
 * @param {string} text
 * @returns {Postings}
 */
const readPostings = (text) => {
  /** @type {Postings} */
  const found = { numbers: [], weights: [] };
  let [number, more] = [-1, 0];
  for (let at = 0; at < text.length; at += 1) {
    const value = VALUE[text.charCodeAt(at)];
    if (value >= MARK) {
      more = more * MORE.length + value - MARK;
      continue;
    }
    number += more * ENDS.length + value;
    more = 0;
    at += 1;
    found.numbers.push(number);
    found.weights.push((VALUE[text.charCodeAt(at)] - MARK + 1) / MORE.length);
  }
  return found;
};

/**
 * Returns ascending numbers that stand without weights.
 * @param {string} text
 */
const readNumbers = (text) =>
  readPostings(text ? `${text.replaceAll("'", MORE[0])}${MORE[0]}` : "").numbers;

/**
 * Returns the small number that one sign of a text stands for.
 * @param {string} text
 * @param {number} at
 */
const readSign = (text, at) => VALUE[text.charCodeAt(at)] - MARK;
