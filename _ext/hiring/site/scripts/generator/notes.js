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
 * @property {any} pay What structured data says of the range that is shown.
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
  const entries = keptEntries(posting);
  return {
    title: posting.title,
    company: known.common.company.name,
    text: sections
      .map((it) => contentText(it, posting))
      .join("\n")
      .toLowerCase(),
    sections: new Set(sections.map(({ id }) => id)),
    entries,
    remote: workOf(choices, known.role) === "remote",
    places: placesOf(choices, known),
    areas: choices.areas,
    posted,
    closes,
    requisition: requisition.trim(),
    pay: entries.has("pay") ? versionOf(choices, known.role).jobPosting.baseSalary : null,
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
 * Tells whether a sentence asks for what a law forbids to ask; one that denies anything does not,
 * unless nothing goes without.
 * @param {NoteFacts} it
 * @param {string} what
 */
const asksFor = ({ text, common }, what) => {
  const asked = new RegExp(common.forbidden[what], "i");
  const denial = new RegExp(common.denial, "i");
  const sentences = text.split(/\n\s*\n|\n- |[.!?]\s/).map((said) => said.replace(/\s+/g, " "));
  return sentences.some((said) => {
    const found = asked.exec(said);
    if (!found) return false;
    return !denial.test(said) || /\bwithout (\w+ ){0,3}$/.test(said.slice(0, found.index));
  });
};

/**
 * Tells whether a range of pay is as narrow as a law lets it be.
 * @param {NoteFacts} it
 * @param {PayLaw} law
 */
const isNarrow = ({ pay, common }, { width }) => {
  if (!pay || !width || pay.currency !== width.currency) return true;
  const { minValue, maxValue, unitText } = pay.value;
  const times = common.perYear[unitText];
  const isAbove = maxValue * times > width.above;
  return minValue === undefined || isAbove || (maxValue - minValue) * times <= width.most;
};

/**
 * Whether what a law asks for is there.
 * @type {Record<string, (it: NoteFacts, law: PayLaw) => unknown>}
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
  "ai-screening": (it) => it.entries.has("ai-screening"),
  vacancy: (it) => it.entries.has("vacancy"),
  "narrow-range": isNarrow,
  "no-pay-history": (it) => !asksFor(it, "pay-history"),
  "no-local-experience": (it) => !asksFor(it, "local-experience"),
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
  vacancy: ["vacancy"],
  pay: ["part pay"],
  range: ["part pay"],
  benefits: ["part benefits"],
  education: ["part education"],
  experience: ["part experience", "level"],
  complete: ["part brief"],
};

/**
 * Tells whether a law of a place counts in an area: one of the two holds the other.
 * @param {string} place
 * @param {string} area
 */
const covers = (place, area) =>
  `${area}-`.startsWith(`${place}-`) || `${place}-`.startsWith(`${area}-`);

/**
 * Tells whether a law holds where somebody works; who works from home may live in any town.
 * @param {PayLaw} law
 * @param {string} area
 * @param {string | null} town
 */
const holdsIn = ({ places, towns, remote }, area, town) => {
  if (!places.some((place) => covers(place, area))) return false;
  if (town === null) return remote;
  return !towns.length || towns.includes(town.toLowerCase());
};

/**
 * Returns laws without those of towns that ask for nothing beside what their state asks for.
 * @param {PayLaw[]} laws
 */
const withoutRepeated = (laws) => {
  const states = laws.filter(({ towns }) => !towns.length);
  return laws.filter(({ towns, places, asks }) => {
    const mine = states.filter((state) => state.places.join() === places.join());
    return !towns.length || !asks.every((what) => mine.some((law) => law.asks.includes(what)));
  });
};

/**
 * Returns the laws that bind the job.
 * @param {NoteFacts} it
 */
const lawsHere = ({ remote, areas, places, common }) => {
  if (remote) {
    const found = common.laws.filter((law) => areas.some((area) => holdsIn(law, area, null)));
    return withoutRepeated(found);
  }
  return common.laws.filter((law) =>
    places.some(({ area, parts }) => holdsIn(law, area, parts.locality ?? "")),
  );
};

/**
 * @param {NoteFacts} it
 * @returns {Note[]}
 */
const lawNotes = (it) => {
  const laws = lawsHere(it);
  return Object.entries(it.common.requirements).flatMap(([name, says]) => {
    const broken = laws.filter((law) => law.asks.includes(name) && !LAW_TESTS[name](it, law));
    if (!broken.length) return [];
    const names = [...new Set(broken.map(({ said }) => said))].join(", ");
    // A law that is not certain, or lets it be given later, is no reason to refuse the posting.
    const strict = broken.some((law) => law.certain && !law.later.includes(name));
    const severity = strict ? "error" : "warning";
    return [{ rule: say("pay-law"), severity, says: `${says}: ${names}.`, wants: name }];
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
