// The posting as structured data by schema.org, with the numbers of the rules for job postings.

/** @satisfies {Record<string, string[]>} */
const TEXTS_OF_DATA = {
  responsibilities: ["responsibilities", "duties"],
  qualifications: ["qualifications"],
  jobBenefits: ["benefits"],
};

/**
 * Returns a list of one as what is in it; nothing where it is empty.
 * @template T
 * @param {T[]} values
 */
const oneOrAll = (values) => (values.length > 1 ? values : values[0]);

/**
 * J8: a place of work.
 * @param {Place} place
 * @param {CommonData} common
 */
const placeData = ({ parts }, common) => {
  const known = Object.entries(common.address).filter(([part]) => parts[part]);
  const address = Object.fromEntries(known.map(([part, name]) => [name, parts[part]]));
  return { "@type": "Place", address: { "@type": "PostalAddress", ...address } };
};

/**
 * J8: the places; J10 and J11: wholly remote, and where people may live.
 * @param {GeneratorChoices} choices
 * @param {Known} known
 */
const whereData = (choices, known) => {
  const { role, common } = known;
  if (workOf(choices, role) !== "remote") {
    const places = placesOf(choices, known).map((place) => placeData(place, common));
    return { jobLocation: oneOrAll(places) };
  }
  const areas = choices.areas.map((code) => ({
    "@type": code.includes("-") ? "State" : "Country",
    name: areaName(code, common),
  }));
  return {
    jobLocation: undefined,
    jobLocationType: "TELECOMMUTE",
    applicantLocationRequirements: oneOrAll(areas),
  };
};

/**
 * Returns by how much a zone is ahead of Greenwich, as ISO 8601 writes it: `-06:00`.
 * @param {number} instant In milliseconds since 1970.
 * @param {string} timeZone
 */
const offsetAt = (instant, timeZone) => {
  const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  const part = format.formatToParts(instant).find(({ type }) => type === "timeZoneName");
  return part?.value.replace("GMT", "").replace("\u2212", "-") || "+00:00";
};

/**
 * Returns the last second of a day where it ends last: in the zones of some areas.
 * @param {string} day
 * @param {string[]} areas
 * @param {CommonData} common
 */
const dayEnds = (day, areas, { zones }) => {
  const found = areas.flatMap((area) => zones[area] ?? zones[area.slice(0, 2)] ?? []);
  const ends = (found.length ? found : ["UTC"]).map((zone) => {
    // The zone may change its clocks between that hour in Greenwich and that hour there.
    const about = Date.parse(`${day}T23:59:59${offsetAt(Date.parse(`${day}T23:59:59Z`), zone)}`);
    return `${day}T23:59:59${offsetAt(about, zone)}`;
  });
  return ends.reduce((last, end) => (Date.parse(end) > Date.parse(last) ? end : last));
};

/**
 * The codes of where the work is, or where people may live who do it from home.
 * @param {GeneratorChoices} choices
 * @param {Known} known
 */
const areasOf = (choices, known) =>
  workOf(choices, known.role) === "remote"
    ? choices.areas
    : placesOf(choices, known).map(({ area }) => area);

/**
 * What only an opening has.
 * @param {GeneratorChoices} choices
 * @param {Record<string, any>} base
 * @param {Known} known
 */
const openingData = (choices, base, known) => {
  const { facts } = choices;
  const { posted, closes, start = "", positions } = facts;
  const requisition = plainLine(facts.requisition ?? "");
  const address = addressIn(plainLine(facts.apply ?? ""));
  const otherPay = plainLine(facts["other-pay"] ?? "");
  return {
    datePosted: posted || undefined,
    validThrough: closes ? dayEnds(closes, areasOf(choices, known), known.common) : undefined,
    identifier: requisition ? { ...base.identifier, value: requisition } : undefined,
    incentiveCompensation: otherPay || base.incentiveCompensation,
    // A form is reached from the page; who reads an e-mail address alone must write first.
    directApply: address.startsWith("http"),
    totalJobOpenings: Number(positions) > 1 ? Number(positions) : undefined,
    jobStartDate: ISO_DAY.test(start) ? start : undefined,
  };
};

/**
 * J19: what data says of an entry that the posting does not show, it does not say either.
 * @param {Posting} posting
 * @param {GeneratorChoices} choices
 * @param {Known} known
 */
const shownData = ({ filling }, choices, known) => {
  const hidden = Object.entries(known.common.properties).filter(([id]) => filling.without.has(id));
  const names = new Set(hidden.flatMap(([, properties]) => properties));
  const { jobPosting } = versionOf(choices, known.role);
  return Object.fromEntries(Object.entries(jobPosting).filter(([name]) => !names.has(name)));
};

/**
 * Returns a text with what facts say of the same behind it.
 * @param {string | undefined} text
 * @param {any[] | undefined} facts
 */
const withFacts = (text, facts) => (text && facts ? [text, ...facts] : text || facts);

/**
 * Returns the JobPosting; what is undefined in it is left out when it is written.
 * @param {Posting} posting
 * @param {GeneratorChoices} choices
 * @param {Known} known
 */
const jobPostingData = (posting, choices, known) => {
  const base = shownData(posting, choices, known);
  /** @type {Record<string, any>} */
  const found = {
    ...base,
    title: posting.title,
    description: jobDescription(posting),
    ...openingData(choices, base, known),
    ...whereData(choices, known),
  };
  for (const [name, ids] of Object.entries(TEXTS_OF_DATA)) {
    const texts = ids
      .flatMap((id) => keptSections(posting).filter((it) => it.id === id))
      .map((section, at) => {
        const text = contentText(section, posting);
        return at ? `${section.title}\n\n${text}` : text;
      });
    found[name] = withFacts(texts.length ? texts.join("\n\n") : undefined, base[name]);
  }
  return found;
};
