// What the form asks for. Each group is made anew when what it offers changes; what was typed is
// kept in the choices.

/**
 * What is chosen, what of, and what to call with what changes.
 * @typedef {Known & { choices: GeneratorChoices, change: (changed: Partial<GeneratorChoices>) => void }} FormState
 */

/** @type {Record<string, string>} */
const FIELD_TYPES = { text: "text", date: "date", email: "email", url: "url" };
// The facts that only an opening has, each with the type of its field; the words have a name for each.
const OPENING_FIELDS = {
  requisition: "text",
  posted: "date",
  closes: "date",
  start: "text",
  positions: "number",
  vacancy: "text",
  "other-pay": "text",
};

/** @param {string} text */
const sentenceOf = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Returns a list with a value, or without it.
 * @param {string[]} list
 * @param {string} value
 * @param {boolean} on
 */
const toggled = (list, value, on) => {
  const others = list.filter((it) => it !== value);
  return on ? [...others, value] : others;
};

/**
 * Returns the fields of a place that the company does not have.
 * @param {FormState} state
 */
const elsewhereFields = ({ choices, common, change }) => {
  const other = choices.elsewhere ?? {};
  /** @type {(name: string) => (value: string) => void} */
  const use = (name) => (value) => change({ elsewhere: { ...choices.elsewhere, [name]: value } });
  const hint = say("letters");
  const called = (/** @type {string} */ code) => common.regions[code] ?? say("region");
  const label = called(other.country ?? "");
  const region = makeField({ name: "region", label, value: other.region, hint }, use("region"));
  const country = makeSelect("country", common.countries, other.country ?? "");
  country.addEventListener("change", () => {
    region.querySelector("label")?.replaceChildren(called(country.value));
    use("country")(country.value);
  });
  return makeElement(
    "div",
    { className: "hiring-inner", hidden: !choices.elsewhere },
    makeField({ name: "city", label: say("city"), value: other.locality }, use("locality")),
    region,
    labelledSelect(country, say("country")),
  );
};

/** @param {FormState} state */
const placeFields = (state) => {
  const { choices, common, change } = state;
  const known = Object.entries(common.places).map(([key, { words }]) => {
    // In the order of the company's list, whatever was chosen first.
    const use = (/** @type {boolean} */ on) => {
      const all = toggled(choices.places, key, on);
      change({ places: Object.keys(common.places).filter((it) => all.includes(it)) });
    };
    return makeBox([words], choices.places.includes(key), use, `place ${key}`);
  });
  const details = elsewhereFields(state);
  const use = (/** @type {boolean} */ on) => {
    details.hidden = !on;
    change({ elsewhere: on ? {} : null });
  };
  const another = makeBox([say("another-place")], Boolean(choices.elsewhere), use, "elsewhere");
  return [makeElement("div", { className: "hiring-boxes" }, ...known), another, details];
};

/**
 * @param {FormState} state
 * @param {() => void} again Makes the fields anew.
 */
const areaFields = ({ choices, common, change }, again) => {
  const offered = [...new Set([...Object.keys(common.areas), ...choices.areas])];
  const boxes = offered.map((code) => {
    const use = (/** @type {boolean} */ on) => {
      const all = toggled(choices.areas, code, on);
      change({ areas: offered.filter((it) => all.includes(it)) });
    };
    return makeBox([areaName(code, common)], choices.areas.includes(code), use, `area ${code}`);
  });
  const more = makeSelect("another", { ...common.countries, ...common.states }, "");
  more.addEventListener("change", () => {
    if (!more.value) return;
    change({ areas: [...toggled(choices.areas, more.value, false), more.value] });
    again();
  });
  return [
    makeElement("div", { className: "hiring-boxes" }, ...boxes),
    labelledSelect(more, say("another-area")),
  ];
};

/**
 * Returns the field of a fact.
 * @param {FormState} state
 * @param {FieldOptions} options
 */
const factField = ({ choices, change }, options) =>
  makeField({ ...options, value: choices.facts[options.name] }, (text) =>
    change({ facts: { ...choices.facts, [options.name]: text } }),
  );

/**
 * Returns the fields of the open facts that the text asks for.
 * @param {FormState} state
 * @param {string[]} names
 */
const askedFields = (state, names) =>
  names.map((name) => {
    const { placeholders, company } = state.common;
    const { label, hint, type } = placeholders[name];
    const offer = name === "apply" ? company.apply : "";
    return factField(state, {
      name,
      label: sentenceOf(label),
      hint,
      type: FIELD_TYPES[type],
      offer,
    });
  });

/**
 * Returns the fields of what only an opening has.
 * @param {FormState} state
 * @param {string[]} asked The names of those that the text asks for.
 */
const openingFields = (state, asked) => {
  const left = Object.entries(OPENING_FIELDS).filter(([name]) => !asked.includes(name));
  return left.map(([name, type]) => {
    const hint = say(`${name}.hint`) || state.common.placeholders[name].hint;
    return factField(state, { name, label: say(`${name}.label`), type, hint });
  });
};

/**
 * Returns a box for each section and entry that may be left out.
 * @param {FormState} state
 * @param {SectionData[]} sections
 */
const partFields = ({ choices, change }, sections) => {
  const entries = sections.flatMap((it) => Object.entries(it.entries ?? {}));
  const offered = [
    ...sections.filter(({ id }) => !NEEDED_PARTS.has(id)).map(({ id, title }) => [id, title]),
    ...entries,
  ];
  return offered.map(([id, label]) => {
    const use = (/** @type {boolean} */ on) =>
      change({ without: toggled(choices.without, id, !on) });
    return makeBox([label], !choices.without.includes(id), use, `part ${id}`);
  });
};

/**
 * @param {HTMLSelectElement} select
 * @param {FormState} state
 */
const setLevels = (select, { choices, role }) =>
  setOptions(
    select,
    role.versions.map(({ id, name }) => [id, id ? name : say("no-level")]),
    choices.level,
  );

/**
 * @param {HTMLSelectElement} select
 * @param {FormState} state
 */
const setArrangements = (select, { choices, role, common }) => {
  const stated = Object.entries(common.arrangements);
  const offered = role.work
    ? stated
    : [/** @type {[string, string]} */ (["", say("not-stated")]), ...stated];
  setOptions(select, offered, workOf(choices, role));
};
