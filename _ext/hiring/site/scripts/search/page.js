// The words of a page, as its file has them. What a record says is only read when the record comes
// into question.

/** @typedef {[kind: string, anchor: string, heading: string, lines: string, parents: string[], also: string[]]} RecordData */

/** @typedef {[path: string, title: string, audience: string, aliases: string[], about: string[], family: string, records: RecordData[], language: string]} PageData */

/** @typedef {{ tokens: Tokens, words: Words, passages: Passages }} Reader */

const UNENDED = /([^.:;,!?])\n/g; // a line that ends like none, as a heading or an item of a list

class ReadRecord {
  #reader;
  /** @type {(number | string)[][] | null} */
  #lines = null;

  /**
   * @param {Reader} reader
   * @param {RecordData} data
   */
  constructor(reader, [kind, anchor, heading, lines, parents, also]) {
    const groups = (/** @type {string} */ text) =>
      reader.words.groupsOf(reader.tokens.telling(text));
    this.#reader = reader;
    this.kind = kind;
    this.anchor = anchor;
    this.heading = heading;
    this.parents = parents;
    this.text = lines.replace(UNENDED, "$1 · ").replaceAll("\n", " ");
    this.runs = reader.passages.read(this.text);
    /** The groups of its words; below, those of its name and of the other names it has. */
    this.words = this.runs.flatMap((run) => run.groups);
    this.name = groups(heading);
    this.also = also.map(groups);
    /** All words of its name. */
    this.said = new Set(reader.tokens.all(heading));
  }

  /** Returns every word in its order, as what stands in quotes is compared. */
  lines() {
    const { tokens, words } = this.#reader;
    this.#lines ??= [this.heading, this.text].map((text) => words.line(tokens.all(text)));
    return this.#lines;
  }
}

class ReadPage {
  #reader;
  #data;
  /** @type {Map<number, ReadRecord>} */
  #records = new Map();

  /**
   * @param {Reader} reader
   * @param {PageData} data
   */
  constructor(reader, [, title, , aliases, , , records]) {
    this.#reader = reader;
    this.#data = records;
    /** The groups of the words of each name that the page has. */
    this.names = [title, ...aliases].map((name) =>
      reader.words.groupsOf(reader.tokens.telling(name)),
    );
  }

  /**
   * @param {number} at Its place in the page.
   * @returns {ReadRecord}
   */
  record(at) {
    const record = this.#records.get(at) ?? new ReadRecord(this.#reader, this.#data[at]);
    this.#records.set(at, record);
    return record;
  }
}
