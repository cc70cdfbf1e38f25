// What has been chosen and typed, and what that means for a posting: the text of open facts, and what
// is left out.

/**
 * @typedef {object} GeneratorChoices
 * @property {string} role
 * @property {string} level
 * @property {string | null} work Null: as the role has it.
 * @property {string[]} places
 * @property {Record<string, string> | null} elsewhere Locality, region and country of another place.
 * @property {string[]} areas
 * @property {string[]} without The ids of sections and entries that are left out.
 * @property {Record<string, string>} facts What was typed, by the fact's name.
 */

// Facts that only an opening has; the form offers them beside the open facts of the text.
const OPENING_FACTS = ["requisition", "posted", "closes", "start", "positions"];

// Sections and entries that no posting does without.
const NEEDED_PARTS = new Set([
  ...["title", "responsibilities", "qualifications", "additional"],
  ...["employer", "location", "employment-type", "apply"],
]);

const ISO_DAY = /^\d{4}-\d\d-\d\d$/;

/** @returns {GeneratorChoices} */
const freshChoices = () => ({
  role: "",
  level: "",
  work: null,
  places: [],
  elsewhere: null,
  areas: [],
  without: [],
  facts: {},
});

/**
 * Returns the choices that there are: what an address asks for may not be there any more, and then
 * it is as if nobody had asked.
 * @param {GeneratorChoices} choices
 * @param {Known} known
 * @returns {GeneratorChoices}
 */
const checkedChoices = (choices, { role, common }) => {
  const { level, work } = choices;
  return {
    ...choices,
    role: role.key,
    level: role.versions.some(({ id }) => id === level) ? level : "",
    work: work === "" || (work !== null && common.arrangements[work]) ? work : null,
    places: choices.places.filter((key) => common.places[key]),
    areas: choices.areas.filter((code) => areaName(code, common)),
    without: choices.without.filter((id) => !NEEDED_PARTS.has(id)),
  };
};

/**
 * Returns what all roles share, with the words of the role's language.
 * @param {Known} known
 * @returns {SpokenData}
 */
const spokenData = ({ role, common }) => ({ ...common, ...common.speech[role.language] });

/**
 * Returns a day in words, nothing where it is none.
 * @param {string} iso
 * @param {SpokenData} spoken
 */
const dayInWords = (iso, { months, day, firstDay }) => {
  const [year, month, date] = iso.split("-").map(Number);
  /** @type {Record<string, string | number>} */
  const parts = { MMMM: months[month - 1], d: date === 1 ? firstDay : date, y: year };
  return months[month - 1] && date ? day.replace(/MMMM|d|y/g, (part) => `${parts[part]}`) : "";
};

/**
 * Tells whether what was typed is a day: a start may be one, or any words.
 * @param {string} name
 * @param {string} value
 * @param {CommonData} common
 */
const isDay = (name, value, { placeholders }) =>
  ["posted", "closes"].includes(name) ||
  placeholders[name]?.type === "date" ||
  (name === "start" && ISO_DAY.test(value));

/**
 * Returns the text of every fact that is known, by name.
 * @param {GeneratorChoices} choices
 * @param {Known} known
 */
const factValues = (choices, known) => {
  const { role } = known;
  const common = spokenData(known);
  /** @type {Record<string, string>} */
  const found = {};
  for (const [name, value] of Object.entries(choices.facts)) {
    found[name] = isDay(name, value, common) ? dayInWords(value, common) : plainLine(value);
  }
  const work = workOf(choices, role);
  const areas = choices.areas.map((code) => areaName(code, common)).join("; ");
  const places = placesOf(choices, known).map(({ words }) => words);
  const remote = areas && common.remoteIn.replace("{areas}", () => areas);
  found.location = work === "remote" ? remote : places.join("; ");
  found.work = common.work[work] ?? "";
  found["other-pay"] ||= versionOf(choices, role).otherPay ?? "";
  found.positions = Number(choices.facts.positions) > 1 ? String(choices.facts.positions) : "";
  return found;
};

/**
 * Returns the ids of sections and entries that are left out. A usual start is no fact of a
 * template; it is one of an opening.
 * @param {GeneratorChoices} choices
 * @param {CommonData} common
 */
const leftOut = (choices, common) => {
  const usual = common.placeholders.start.default ?? "";
  const { start = "", ...others } = choices.facts;
  const isOpening = OPENING_FACTS.some((name) => others[name]);
  const without = new Set(choices.without);
  if (!isOpening && start === usual) without.add("start");
  return without;
};

/**
 * Tells whether somebody has typed something.
 * @param {GeneratorChoices} choices
 * @param {CommonData} common
 */
const hasTyped = ({ elsewhere, facts }, { placeholders }) =>
  elsewhere !== null ||
  Object.entries(facts).some(([name, text]) => text !== (placeholders[name]?.default ?? ""));

/**
 * Tells whether nobody has chosen or typed anything yet, but for a role and its level.
 * @param {GeneratorChoices} choices
 * @param {CommonData} common
 */
const isUntouched = (choices, common) => {
  const { work, places, areas, without } = choices;
  return work === null && ![...places, ...areas, ...without].length && !hasTyped(choices, common);
};

/**
 * Returns the version of a role that is chosen.
 * @param {GeneratorChoices} choices
 * @param {RoleData} role
 */
const versionOf = ({ level }, role) =>
  role.versions.find(({ id }) => id === level) ?? role.versions[0];

/**
 * Returns the posting that is chosen.
 * @param {GeneratorChoices} choices
 * @param {Known} known
 * @returns {Posting}
 */
const chosenPosting = (choices, known) => {
  const { role, common } = known;
  const { title, sections } = versionOf(choices, role);
  return {
    title,
    sections: sections.map((number) => role.sections[number]),
    role,
    filling: { values: factValues(choices, known), without: leftOut(choices, common), common },
  };
};
