// The words of a query in units: a word, or a phrase, that says one thing, with what pages call it.

/** @typedef {{ word: string, meant: string[] }} Unit */

class Units {
  #tokens;
  #words;
  #meanings;
  #vernacular;
  #sorts;
  #company;

  /**
   * @param {{ tokens: Tokens, words: Words, meanings: Meanings }} read
   * @param {Vernacular} vernacular
   * @param {Sorts} sorts
   * @param {string[]} company Words that the company is called by: beside others they tell nothing.
   */
  constructor({ tokens, words, meanings }, vernacular, sorts, company) {
    this.#tokens = tokens;
    this.#words = words;
    this.#meanings = meanings;
    this.#vernacular = vernacular;
    this.#sorts = sorts;
    this.#company = new Set(company);
  }

  /**
   * Returns words with those in place of mistyped ones that make a saying of them.
   * @param {string[]} typed
   */
  spelled(typed) {
    const meant = typed.map((word) => this.#spelledAlone(word));
    if (meant.every((word, at) => word === typed[at])) return typed;
    const sayings = meant.map((_, at) => this.#saidAt(meant, at));
    const ofSayings = new Set(
      sayings.flatMap(({ phrase, at }) => (this.#vernacular.has(phrase) ? at : [])),
    );
    return typed.map((word, at) => (ofSayings.has(at) ? meant[at] : word));
  }

  /**
   * Returns a word, or one of a saying that may be meant by it where no page has any such word.
   * @param {string} word
   */
  #spelledAlone(word) {
    if (this.#words.has(word) || this.#tokens.isStop(word) || this.#sorts.isLight(word))
      return word;
    const { groups, slip } = this.#meanings.meant(word, false);
    // A slip in the first letter is rare.
    const isKnown = groups.size > 0 && (!slip || slip[0] === word[0]);
    return (isKnown ? null : this.#vernacular.mistyped(word)) ?? word;
  }

  /**
   * Returns words in units that say one thing each, without those that tell nothing.
   * @param {string[]} said
   */
  of(said) {
    /** @type {Unit[]} */
    const units = [];
    /** @type {Set<number>} */
    const taken = new Set();
    for (const at of said.keys()) {
      if (taken.has(at)) continue;
      const found = this.#saidAt(said, at);
      for (const place of found.at) taken.add(place);
      if (found.at.length > 1 || !this.#tokens.isStop(said[at])) {
        units.push(...this.#unitsOf(found.phrase, this.#meantBy(found)));
      }
    }
    const others = units.filter(({ word }) => !this.#company.has(word));
    return others.length ? others : units;
  }

  /**
   * Returns the phrase, or else the word, that stands at a place.
   * @param {string[]} said
   * @param {number} at
   * @returns {Said}
   */
  #saidAt(said, at) {
    const isLight = (/** @type {string} */ word) => this.#sorts.isLight(word);
    return this.#vernacular.phraseAt(said, at, isLight) ?? { phrase: said[at], at: [at] };
  }

  /**
   * Returns what somebody says as a unit for each thing that is meant.
   * @param {string} word
   * @param {string[][]} meant
   * @returns {Unit[]}
   */
  #unitsOf(word, [first = [], ...others]) {
    return [
      { word, meant: first },
      ...others.map((it) => ({ word: `${word} ${it[0]}`, meant: it })),
    ];
  }

  /**
   * Returns what pages call what is said: of a word that is on no page, another form may be known.
   * @param {Said} said
   */
  #meantBy({ phrase }) {
    if (this.#vernacular.has(phrase) || this.#words.has(phrase)) {
      return this.#vernacular.meant(phrase);
    }
    return this.#vernacular.meantByForm(phrase);
  }
}
