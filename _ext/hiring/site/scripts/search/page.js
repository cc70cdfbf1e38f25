// The words of a page, as its file has them. What a record says is only read when the record comes
// into question.

/** @typedef {[label: string, said: string, kinds: string[]]} FactData */

/** @typedef {[kind: string, anchor: string, heading: string, lines: string, parents: string[], also: string[], kinds: string[], level: string, facts: FactData[], note: string]} RecordData */

/** @typedef {[path: string, title: string, audience: string, aliases: string[], about: string[], family: string, records: RecordData[], language: string]} PageData */

/** @typedef {{ tokens: Tokens, words: Words, passages: Passages, kinds: Kinds }} Reader */

const OF_INDEX = 0.45;
const UNENDED = /([^.:;,!?])\n/g; // a line that ends like none, as a heading or an item of a list

/** What readers call each kind of section or fact, by groups of words. */
class Kinds {
  #language;
  #tokens;
  #words;
  /** @type {Map<string, Set<number>>} */
  #known = new Map();

  /**
   * @param {Language} language
   * @param {Tokens} tokens
   * @param {Words} words
   */
  constructor(language, tokens, words) {
    this.#language = language;
    this.#tokens = tokens;
    this.#words = words;
    this.job = this.ofText(language.job.join(" "));
    this.company = this.ofText(language.company.join(" "));
    this.self = new Set(language.self);
    this.artifact = new Set(language.artifact);
    this.hirer = new Set(language.hirer);
    /** How much each thing tells that speaks for a page. */
    this.ranking = language.ranking;
    this.closed = new Set(language.closed);
    this.author = new Set(language.author);
    this.beside = this.ofText(language.beside.join(" "));
  }

  /** @param {string} text */
  ofText(text) {
    return new Set(this.#words.groupsOf(this.#tokens.all(text)).filter((group) => group >= 0));
  }

  /** @param {string} text */
  wordsOf(text) {
    return this.#tokens.telling(text);
  }

  /** @param {string} kind */
  groups(kind) {
    const found = this.#known.get(kind) ?? this.ofText(this.#language.kinds[kind] ?? "");
    this.#known.set(kind, found);
    return found;
  }

  /**
   * Returns the words that a fact is asked for by.
   * @param {FactData} fact
   */
  ofFact([label, , kinds]) {
    return new Set([...this.ofText(label), ...kinds.flatMap((kind) => [...this.groups(kind)])]);
  }
}

class ReadRecord {
  #reader;
  /** @type {(number | string)[][] | null} */
  #lines = null;

  /**
   * @param {Reader} reader
   * @param {RecordData} data
   */
  constructor(reader, [kind, anchor, heading, lines, parents, also, kinds, level, facts, note]) {
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
    this.alsoSaid = new Set(also.map((name) => reader.tokens.telling(name).join(" ")));
    /** The words that readers use for such a thing. */
    this.kinds = kinds.map((it) => reader.kinds.groups(it));
    this.level = level;
    this.facts = facts;
    this.note = note;
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
  constructor(reader, [path, title, audience, aliases, about, , records]) {
    this.#reader = reader;
    this.#data = records;
    /** What its text counts: the start of a folder leads elsewhere. */
    this.leads = /(?:^|\/)index\.md$/.test(path) ? OF_INDEX : 1;
    this.isPublic = audience === "public";
    this.isRole = records[0]?.[0] === "role";
    /** The groups of the words of each name that the page has. */
    this.names = [title, ...aliases].map((name) => this.#told(name));
    /** The same of what it states as its keywords; a job's page says there what its role is called. */
    this.keywords = about.slice(1).map((it) => this.#told(it));
    /** The names as they are written, small words too. */
    this.written = [title, ...aliases].map((name) => reader.tokens.all(name).join(" "));
    /** What the page says of itself, as a job says the names of its role. */
    this.about = new Set(
      about.flatMap((text) => reader.words.groupsOf(reader.tokens.telling(text))),
    );
  }

  /**
   * Returns the groups of a name's words, but for the company's, which tells none from another.
   * @param {string} name
   */
  #told(name) {
    const { words, tokens, kinds } = this.#reader;
    const groups = words.groupsOf(tokens.telling(name));
    const others = groups.filter((group) => !kinds.company.has(group));
    return others.length ? others : groups;
  }

  /** Returns all its records. */
  all() {
    return this.#data.map((_, at) => this.record(at));
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
