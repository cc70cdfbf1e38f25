// What job boards and pay laws would miss in a posting. The rules come from the build, which states
// each with the name of the test below that must hold.
hiringGenerator.notes = (() => {
  const { spansIn, textOf } = hiringGenerator.content;
  const { workOf, placesOf } = hiringGenerator.choices;

  const today = () => {
    const now = new Date();
    const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    return parts.map((part) => String(part).padStart(2, "0")).join("-");
  };

  // Everything that a test asks: the posting's words, its sections and entries, dates and places.
  const factsOf = (posting, choices, { role, common }) => {
    const additional = posting.sections.find(({ id }) => id === "additional")?.content ?? [];
    return {
      title: posting.title,
      company: common.company.name,
      text: posting.sections.map(({ content }) => textOf(spansIn(content))).join("\n").toLowerCase(),
      sections: new Set(posting.sections.map(({ id }) => id)),
      entries: new Set(additional.flatMap((part) => (part.items ?? []).map(({ id }) => id))),
      remote: workOf(choices, role) === "remote",
      places: placesOf(choices, role, common),
      areas: choices.areas,
      posted: choices.facts.posted ?? "",
      closes: choices.facts.closes ?? "",
      requisition: (choices.facts.requisition ?? "").trim(),
      vaguePay: common.vaguePay,
    };
  };

  // Dates are written 2026-11-20, so that text is in the order of time.
  const TESTS = {
    posted: (it) => it.posted,
    "posted-by-today": (it) => it.posted <= today(),
    "plain-title": (it) => !/\b(19|20)\d\d\b|\p{Sc}/u.test(it.title) && !it.title.includes(it.company),
    complete: (it) =>
      ["brief", "responsibilities", "qualifications"].every((id) => it.sections.has(id)),
    country: (it) => it.remote || (it.places.length && it.places.every((at) => at.parts.country)),
    areas: (it) => !it.remote || it.areas.length,
    closes: (it) => it.closes,
    "closes-after-posted": (it) => !it.closes || !it.posted || it.posted < it.closes,
    "closes-in-time": (it) => !it.closes || today() <= it.closes,
    "employment-type": (it) => it.entries.has("employment-type"),
    pay: (it) => it.entries.has("pay"),
    requisition: (it) => it.requisition,
    education: (it) => it.entries.has("education"),
    experience: (it) => it.entries.has("experience"),
    "plain-pay": (it) => !it.vaguePay.some((words) => it.text.includes(words)),
  };

  const REQUIRED = {
    range: TESTS.pay,
    benefits: (it) => it.sections.has("benefits"),
    deadline: TESTS.closes,
    "other-compensation": (it, common) =>
      common.otherCompensation.some((word) => it.text.includes(word)),
    "gender-neutral-title": (it, common) => {
      const words = ` ${it.title.toLowerCase().replace(/[^a-z]+/g, " ")} `;
      return !common.gendered.some((word) => words.includes(` ${word} `));
    },
  };

  // A law of a part of a country counts for who works there, and where people in the whole
  // country may apply.
  const binds = ({ places }, areas) =>
    areas.some((area) =>
      places.some((place) => place === area || place === area.slice(0, 2) || isWhole(area, place)),
    );
  const isWhole = (area, place) => !area.includes("-") && place.startsWith(`${area}-`);

  const lawNotes = (it, common) => {
    const areas = it.remote ? it.areas : it.places.map(({ area }) => area);
    const laws = common.laws.filter((law) => binds(law, areas));
    return Object.entries(common.requirements).flatMap(([name, says]) => {
      const asking = laws.filter((law) => law.requires.includes(name));
      if (!asking.length || REQUIRED[name](it, common)) return [];
      const names = asking.map((law) => (law.certain ? law.name : `${law.name} (not confirmed)`));
      // A law that is not confirmed, or lets it be given later, is no reason to refuse the posting.
      const strict = asking.some((law) => law.certain && !law.later.includes(name));
      const severity = strict ? "error" : "warning";
      return [{ rule: "Pay law", severity, says: `${says}: ${names.join(", ")}.` }];
    });
  };

  // Returns what is missing: [{rule, severity, says}].
  const whole = (posting, choices, known) => {
    const it = factsOf(posting, choices, known);
    const missing = known.common.rules.filter(({ wants }) => !TESTS[wants](it));
    return [...missing, ...lawNotes(it, known.common)];
  };

  return { whole };
})();
