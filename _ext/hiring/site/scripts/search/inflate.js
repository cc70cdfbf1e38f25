// Opens what zlib has compressed (RFC 1950 and 1951) in browsers that can't do it by themselves, as
// Safari before 16.4 and Firefox before 113: no other loads this.

/** @typedef {{ counts: Uint16Array, symbols: number[] }} Codes Of each length how many; in order. */

const LONGEST_CODE = 15; // bits
const HEADER = 16; // bits before the first block
const END_OF_BLOCK = 256;
const MOST_COPIED = 258;
const ORDER_OF_LENGTHS = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
/** Of the three signs that repeat a length: how many bits say how often, from what number on. */
const REPEATS = [
  [2, 3],
  [3, 3],
  [7, 11],
];

/** @param {number} sign @returns {number} The bits that follow the sign of a length. */
const bitsOfLength = (sign) => (sign < 8 || sign === 28 ? 0 : (sign >> 2) - 1);

/** @param {number} sign @returns {number} The bits that follow the sign of a distance. */
const bitsOfDistance = (sign) => (sign < 4 ? 0 : (sign >> 1) - 1);

/**
 * Returns the number that each sign stands for, before the bits that follow it are added.
 * @param {number} first
 * @param {number} count
 * @param {(sign: number) => number} bits
 */
const numbersOf = (first, count, bits) => {
  const found = [first];
  for (let sign = 1; sign < count; sign += 1) found.push(found[sign - 1] + 2 ** bits(sign - 1));
  return found;
};

const COPIED = [...numbersOf(3, 28, bitsOfLength), MOST_COPIED];
const DISTANCES = numbersOf(1, 30, bitsOfDistance);

/**
 * Returns the codes of signs by their lengths in bits.
 * @param {number[]} lengths
 * @returns {Codes}
 */
const codesOf = (lengths) => {
  const counts = new Uint16Array(LONGEST_CODE + 1);
  const symbols = [];
  for (let length = 1; length <= LONGEST_CODE; length += 1) {
    for (const [symbol, its] of lengths.entries()) if (its === length) symbols.push(symbol);
    counts[length] = symbols.length;
  }
  for (let length = LONGEST_CODE; length; length -= 1) counts[length] -= counts[length - 1];
  return { counts, symbols };
};

const FIXED_LENGTHS = Array.from({ length: 288 }, (_, sign) => {
  if (sign < 144) return 8;
  if (sign < 256) return 9;
  return sign < 280 ? 7 : 8;
});
const FIXED = [codesOf(FIXED_LENGTHS), codesOf(Array(30).fill(5))];

class Inflater {
  #bytes;
  #at = HEADER;
  /** @type {number[]} */
  #found = [];

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.#bytes = bytes;
  }

  /** Returns all that was compressed; fails where it is damaged. */
  all() {
    let isLast = false;
    while (!isLast) {
      isLast = this.#bits(1) === 1;
      const kind = this.#bits(2);
      if (kind === 0) this.#copy();
      else this.#block(kind === 1 ? FIXED : this.#codes());
    }
    return Uint8Array.from(this.#found);
  }

  /**
   * Returns the next bits as a number, the lowest first.
   * @param {number} count
   */
  #bits(count) {
    let value = 0;
    for (let bit = 0; bit < count; bit += 1) {
      if (this.#at >> 3 >= this.#bytes.length) throw new Error("the data is cut short");
      value |= ((this.#bytes[this.#at >> 3] >> (this.#at & 7)) & 1) << bit;
      this.#at += 1;
    }
    return value;
  }

  /** @param {Codes} codes */
  #symbol({ counts, symbols }) {
    let [code, first, before] = [0, 0, 0];
    for (let length = 1; length <= LONGEST_CODE; length += 1) {
      code = 2 * code + this.#bits(1);
      if (code - first < counts[length]) return symbols[before + code - first];
      before += counts[length];
      first = 2 * (first + counts[length]);
    }
    throw new Error("the data is damaged");
  }

  /** Takes a block that is not compressed: it starts with a whole byte. */
  #copy() {
    this.#at = (this.#at + 7) & ~7;
    const length = this.#bits(16);
    this.#bits(16);
    for (let byte = 0; byte < length; byte += 1) this.#found.push(this.#bits(8));
  }

  /** Returns the codes that stand before a block, which are compressed as well. */
  #codes() {
    const [signs, distances, count] = [this.#bits(5) + 257, this.#bits(5) + 1, this.#bits(4) + 4];
    const own = Array(ORDER_OF_LENGTHS.length).fill(0);
    for (const sign of ORDER_OF_LENGTHS.slice(0, count)) own[sign] = this.#bits(3);
    const codes = codesOf(own);
    /** @type {number[]} */
    const lengths = [];
    while (lengths.length < signs + distances) {
      const symbol = this.#symbol(codes);
      if (symbol <= LONGEST_CODE) {
        lengths.push(symbol);
        continue;
      }
      const [bits, least] = REPEATS[symbol - LONGEST_CODE - 1];
      const again = symbol === LONGEST_CODE + 1 ? lengths[lengths.length - 1] : 0;
      for (let left = least + this.#bits(bits); left; left -= 1) lengths.push(again);
    }
    return [codesOf(lengths.slice(0, signs)), codesOf(lengths.slice(signs))];
  }

  /** @param {Codes[]} codes Of signs, and of distances. */
  #block([signs, distances]) {
    const found = this.#found;
    for (let symbol = this.#symbol(signs); symbol !== END_OF_BLOCK; symbol = this.#symbol(signs)) {
      if (symbol < END_OF_BLOCK) {
        found.push(symbol);
        continue;
      }
      const sign = symbol - END_OF_BLOCK - 1;
      const length = COPIED[sign] + this.#bits(bitsOfLength(sign));
      const far = this.#symbol(distances);
      const distance = DISTANCES[far] + this.#bits(bitsOfDistance(far));
      for (let left = length; left; left -= 1) found.push(found[found.length - distance]);
    }
  }
}

hiringSearch.inflate = (compressed) => new Inflater(compressed).all();
