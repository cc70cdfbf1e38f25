// What job boards and pay laws would miss in a posting. The rules come from the build, which states
// each with the name of the test below that must hold.

/**
 * Everything that a test asks: the posting's words, its sections and entries, dates and places.
 * Dates are written 2026-11-20, so that text is in the order of time.
 * @typedef {object} NoteFacts
 * @property {string} title
 * @property {string} company
 * @property {string} text
 * @property {Set<string>} sections
 * @property {Set<string>} entries
 * @property {boolean} remote
 * @property {Place[]} places
 * @property {string[]} areas
 * @property {string} posted
 * @property {string} closes
 * @property {string} requisition
 * @property {CommonData} common
 */

/** What is missing; `wants` names what must hold. @typedef {{ rule: string, severity: string, says: string, wants: string }} Note */

const todayHere = () => {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
};

/**
 * @param {Posting} posting
 * @param {GeneratorChoices} choices
 * @param {Known} known
 * @returns {NoteFacts}
 */
const noteFacts = (posting, choices, known) => {
  const sections = keptSections(posting).filter(({ id }) => id !== "title");
  const { posted = "", closes = "", requisition = "" } = choices.facts;
  return {
    title: posting.title,
    company: known.common.company.name,
    text: sections
      .map((it) => contentText(it, posting))
      .join("\n")
      .toLowerCase(),
    sections: new Set(sections.map(({ id }) => id)),
    entries: keptEntries(posting),
    remote: workOf(choices, known.role) === "remote",
    places: placesOf(choices, known),
    areas: choices.areas,
    posted,
    closes,
    requisition: requisition.trim(),
    common: known.common,
  };
};

/** @type {Record<string, (it: NoteFacts) => unknown>} */
const NOTE_TESTS = {
  posted: (it) => it.posted,
  "posted-by-today": (it) => it.posted <= todayHere(),
  "plain-title": (it) =>
    !/\b(19|20)\d\d\b|\p{Sc}/u.test(it.title) && !it.title.includes(it.company),
  complete: (it) =>
    ["brief", "responsibilities", "qualifications"].every((id) => it.sections.has(id)),
  country: (it) => it.remote || (it.places.length && it.places.every((at) => at.parts.country)),
  areas: (it) => !it.remote || it.areas.length,
  closes: (it) => it.closes,
  "closes-after-posted": (it) => !it.closes || !it.posted || it.posted < it.closes,
  "closes-in-time": (it) => !it.closes || todayHere() <= it.closes,
  "employment-type": (it) => it.entries.has("employment-type"),
  pay: (it) => it.entries.has("pay"),
  requisition: (it) => it.requisition,
  education: (it) => it.entries.has("education"),
  experience: (it) => it.entries.has("experience"),
  "plain-pay": (it) => !it.common.vaguePay.some((words) => it.text.includes(words)),
};

/**
 * Whether what a law asks for is there.
 * @type {Record<string, (it: NoteFacts) => unknown>}
 */
const LAW_TESTS = {
  range: NOTE_TESTS.pay,
  benefits: (it) => it.sections.has("benefits"),
  deadline: NOTE_TESTS.closes,
  "other-compensation": (it) =>
    it.entries.has("other-pay") ||
    it.common.otherCompensation.some((word) => it.text.includes(word)),
  "gender-neutral-title": (it) => {
    const words = ` ${it.title.toLowerCase().replace(/[^a-z]+/g, " ")} `;
    return !it.common.gendered.some((word) => words.includes(` ${word} `));
  },
};

/**
 * The controls of the form that mend what is missing, by what is wanted, the better one first: a
 * field's name, or the part of the form that asks where the work is.
 * @type {Record<string, string[]>}
 */
const CONTROLS_OF_NOTES = {
  posted: ["posted"],
  "posted-by-today": ["posted"],
  country: ["places"],
  areas: ["areas"],
  closes: ["closes"],
  "closes-after-posted": ["closes"],
  "closes-in-time": ["closes"],
  deadline: ["closes"],
  requisition: ["requisition"],
  "other-compensation": ["other-pay"],
  pay: ["part pay"],
  range: ["part pay"],
  benefits: ["part benefits"],
  education: ["part education"],
  experience: ["part experience", "level"],
  complete: ["part brief"],
};

/**
 * Tells whether a law counts in an area: one of a part of a country does for who works there, and
 * where people in the whole country may apply.
 * @param {string} place
 * @param {string} area
 */
const isLawOf = (place, area) =>
  place === area ||
  place === area.slice(0, 2) ||
  (!area.includes("-") && place.startsWith(`${area}-`));

/**
 * @param {NoteFacts} it
 * @returns {Note[]}
 */
const lawNotes = (it) => {
  const areas = it.remote ? it.areas : it.places.map(({ area }) => area);
  const laws = it.common.laws.filter(({ places }) =>
    areas.some((area) => places.some((place) => isLawOf(place, area))),
  );
  return Object.entries(it.common.requirements).flatMap(([name, says]) => {
    const asking = laws.filter((law) => law.requires.includes(name));
    if (!asking.length || LAW_TESTS[name](it)) return [];
    const names = asking.map((law) => (law.certain ? law.name : `${law.name} (not confirmed)`));
    // A law that is not confirmed, or lets it be given later, is no reason to refuse the posting.
    const strict = asking.some((law) => law.certain && !law.later.includes(name));
    const severity = strict ? "error" : "warning";
    return [{ rule: "Pay law", severity, says: `${says}: ${names.join(", ")}.`, wants: name }];
  });
};

/**
 * Returns what is missing.
 * @param {Posting} posting
 * @param {GeneratorChoices} choices
 * @param {Known} known
 * @returns {Note[]}
 */
const missingNotes = (posting, choices, known) => {
  const it = noteFacts(posting, choices, known);
  const missing = known.common.rules.filter(({ wants }) => !NOTE_TESTS[wants](it));
  return [...missing, ...lawNotes(it)];
};
