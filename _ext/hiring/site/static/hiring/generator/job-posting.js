// The posting as structured data by schema.org, with the numbers of the rules for job postings.
hiringGenerator.jobPosting = (() => {
  const { workOf, areaName, placesOf } = hiringGenerator.choices;
  const { description } = hiringGenerator.html;
  const { plain } = hiringGenerator.content;

  const TEXTS = {
    responsibilities: "responsibilities",
    qualifications: "qualifications",
    jobBenefits: "benefits",
  };

  const one = (values) => (values.length === 1 ? values[0] : values);

  // J8: the places; J10 and J11: wholly remote, and where people may live.
  const where = (choices, role, common) => {
    if (workOf(choices, role) === "remote") {
      const areas = choices.areas.map((code) => ({
        "@type": code.includes("-") ? "State" : "Country",
        name: areaName(code, common),
      }));
      return {
        jobLocation: undefined,
        jobLocationType: "TELECOMMUTE",
        applicantLocationRequirements: areas.length ? one(areas) : undefined,
      };
    }
    const places = placesOf(choices, role, common).map(({ parts }) => {
      const known = Object.entries(common.address).filter(([part]) => parts[part]);
      const address = known.map(([part, name]) => [name, parts[part]]);
      return {
        "@type": "Place",
        address: { "@type": "PostalAddress", ...Object.fromEntries(address) },
      };
    });
    return { jobLocation: places.length ? one(places) : undefined };
  };

  // `base` is what the build knows of the role at the level; what the posting does not say, the
  // data does not say either (J19).
  const whole = (base, posting, choices, { role, common, text }) => {
    const { requisition, posted, closes, start, positions } = choices.facts;
    const without = new Set(choices.without);
    const found = {
      ...base,
      title: posting.title,
      description: description(posting),
      datePosted: posted || undefined,
      validThrough: closes ? `${closes}T23:59:59Z` : undefined,
      identifier: plain(requisition ?? "") ? { ...base.identifier, value: plain(requisition) } : undefined,
      ...where(choices, role, common),
      totalJobOpenings: Number(positions) > 1 ? Number(positions) : undefined,
      jobStartDate: /^\d{4}-\d\d-\d\d$/.test(start ?? "") ? start : undefined,
    };
    for (const [name, id] of Object.entries(TEXTS)) {
      const section = posting.sections.find((it) => it.id === id);
      found[name] = section && text.content(section.content);
    }
    if (without.has("pay")) delete found.baseSalary;
    if (without.has("education")) delete found.educationRequirements;
    if (without.has("experience")) delete found.experienceRequirements;
    // J18: one can stand in for the other where both are said.
    if (without.has("education") || without.has("experience")) {
      delete found.experienceInPlaceOfEducation;
    }
    return found;
  };

  return { whole };
})();
