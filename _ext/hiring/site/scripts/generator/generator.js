// Keeps preview, notes, form and address of one generator in step with what is chosen.

class Generator {
  #page;
  #choices = freshChoices();
  /** What is loaded. @type {Known | null} */
  #known = null;
  /** @type {Posting | null} */
  #posting = null;
  /** Counts what was opened: only the last may show itself. */
  #opened = 0;
  /**
   * What was chosen while a role was on its way.
   * @type {Partial<GeneratorChoices> | null}
   */
  #meanwhile = null;

  /** @param {GeneratorPage} page */
  constructor(page) {
    this.#page = page;
  }

  /** What is shown, or null until it is. */
  get shown() {
    const [known, posting] = [this.#known, this.#posting];
    return known && posting && { known, posting, choices: this.#choices };
  }

  /** Whether a role is on its way. */
  get isOpening() {
    return this.#meanwhile !== null;
  }

  /** @param {Partial<GeneratorChoices>} changed */
  change(changed) {
    Object.assign(this.#choices, changed);
    if (this.#meanwhile) Object.assign(this.#meanwhile, changed);
    if (this.#known) this.#show(this.#known);
    this.#writeAddress();
  }

  /**
   * Shows what the first address asks for, and what was typed before a reload.
   * @param {string} hash
   */
  async start(hash) {
    const typed = keptTyped(this.#page.name);
    const asked = choicesIn(hash);
    await this.open({ ...asked, ...typed });
    if (asked.role && isArrival()) this.#page.land();
  }

  /**
   * Shows what an address asks for; what was typed stays.
   * @param {string} hash
   */
  async follow(hash) {
    const asked = choicesIn(hash);
    if (!asked.role) return;
    await this.open({ ...asked, facts: this.#choices.facts });
    this.#page.land();
  }

  /** @param {Partial<GeneratorChoices>} changed What may need other files. */
  async reopen(changed) {
    await this.open({ ...this.#choices, ...changed });
    this.#writeAddress();
  }

  /** Forgets what was typed. */
  async forget() {
    await this.reopen({ facts: {}, elsewhere: null });
    this.#page.tell(say("forgotten"));
  }

  /** @param {GeneratorChoices} asked */
  async open(asked) {
    this.#opened += 1;
    const own = this.#opened;
    this.#meanwhile = {};
    const offered = [...this.#page.selects.role.options].map(({ value }) => value);
    const key = offered.includes(asked.role) ? asked.role : offered[0];
    try {
      const known = await loadRole(key, this.#page.files);
      // Something else may have been chosen in the meantime.
      if (own === this.#opened) this.#start({ ...asked, ...this.#meanwhile }, known);
    } catch (error) {
      if (own === this.#opened) this.#meanwhile = null;
      this.#page.tell(this.#page.root.dataset.failed ?? "");
      throw error;
    }
  }

  /**
   * @param {GeneratorChoices} asked
   * @param {Known} known
   */
  #start(asked, known) {
    this.#known = known;
    this.#meanwhile = null;
    this.#choices = checkedChoices(asked, known);
    this.#page.selects.role.value = known.role.key;
    this.#fillForm(known);
    this.#show(known);
    this.#page.showControls();
  }

  /** @param {Known} known */
  #show(known) {
    const posting = chosenPosting(this.#choices, known);
    const notes = missingNotes(posting, this.#choices, known);
    const isFresh = isUntouched(this.#choices, known.common);
    const typed = hasTyped(this.#choices, known.common);
    this.#posting = posting;
    this.#page.preview.replaceChildren(...previewOf(posting, this.#page.level));
    this.#page.preview.lang = known.role.language;
    this.#page.preview.dir = known.role.direction;
    this.#page.showWhere(workOf(this.#choices, known.role) === "remote");
    this.#page.showStatus(openFacts(posting).length, notes, isFresh);
    this.#page.showNotes(notes, known.common);
    this.#page.showTyped(typed);
    this.#page.showWays(hashOf({ ...freshChoices(), role: known.role.key }));
    keepTyped(this.#page.name, typed ? this.#choices : null);
  }

  /**
   * Makes the fields; a role may arrive while the reader has gone on to one, which is made anew.
   * @param {Known} known
   */
  #fillForm(known) {
    const { name = "", selectionStart: at = null } = /** @type {Partial<HTMLInputElement>} */ (
      document.activeElement ?? {}
    );
    this.#makeFields(known);
    const field = name && this.#page.field(name);
    if (!(field instanceof HTMLElement) || field === document.activeElement) return;
    field.focus();
    if (field instanceof HTMLInputElement && at !== null) field.setSelectionRange(at, at);
  }

  /** @param {Known} known */
  #makeFields(known) {
    const choices = this.#choices;
    const whole = chosenPosting(choices, known);
    const nothing = { values: {}, without: new Set(), common: known.common };
    const asked = openFacts({ ...whole, filling: nothing }).filter((name) => name !== "location");
    for (const name of [...asked, "start"]) {
      choices.facts[name] ??= known.common.placeholders[name].default ?? "";
    }
    const page = this.#page;
    const state = { choices, change: this.change.bind(this), ...known };
    setLevels(page.selects.level, state);
    setArrangements(page.selects.work, state);
    page.setGroup("places", placeFields(state));
    const setAreas = () => page.setGroup("areas", areaFields(state, setAreas));
    setAreas();
    page.setGroup("facts", askedFields(state, asked));
    page.setGroup("opening", openingFields(state, asked));
    page.setGroup("parts", partFields(state, whole.sections));
  }

  #writeAddress() {
    history.replaceState(null, "", hashOf(this.#choices));
  }
}
