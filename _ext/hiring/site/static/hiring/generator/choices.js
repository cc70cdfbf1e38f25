// What has been chosen and typed, and what that means: the text of open facts, and the address
// that leads back to the choices.
hiringGenerator.choices = (() => {
  const { plain } = hiringGenerator.content;

  // Facts that only an opening has; the form offers them beside the open facts of the text.
  const OPENING = ["requisition", "posted", "closes", "start", "positions"];

  const fresh = () => ({
    role: "",
    level: "",
    work: null, // null: as the role has it
    places: [],
    elsewhere: null, // {locality, region, country}
    areas: [],
    without: [],
    facts: {},
  });

  // From and to the address. What somebody typed, contacts above all, never stands in it.

  const LISTS = { place: "places", live: "areas", without: "without" };

  const read = (hash) => {
    const found = fresh();
    const given = new URLSearchParams(hash.replace(/^#/, ""));
    found.role = given.get("role") ?? "";
    found.level = given.get("level") ?? "";
    found.work = given.get("work");
    for (const [name, key] of Object.entries(LISTS)) {
      found[key] = (given.get(name) ?? "").split(",").filter(Boolean);
    }
    return found;
  };

  const write = (choices) => {
    const parts = [["role", choices.role]];
    if (choices.level) parts.push(["level", choices.level]);
    if (choices.work !== null) parts.push(["work", choices.work]);
    for (const [name, key] of Object.entries(LISTS)) {
      if (choices[key].length) parts.push([name, choices[key].join(",")]);
    }
    const written = parts.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    return `#${written.join("&").replaceAll("%2C", ",")}`;
  };

  // What an address asks for may not be there any more: then it is as if nobody had asked.
  const checked = (choices, role, common) => {
    const there = (id) => role.versions.some((version) => version.id === id);
        return {
      ...choices,
      role: role.key,
      level: there(choices.level) ? choices.level : "",
      work: choices.work === "" || common.work[choices.work] ? choices.work : null,
      places: choices.places.filter((key) => common.places[key]),
      areas: choices.areas.filter((code) => areaName(code, common)),
    };
  };

  // What they mean

  const workOf = (choices, role) => choices.work ?? role.work;

  const areaName = (code, { areas, countries, states }) =>
    areas[code] ?? countries[code] ?? states[code];

  // Returns the places of work: {words, parts, area}; none where the job is wholly remote.
  const placesOf = (choices, role, common) => {
    if (workOf(choices, role) === "remote") return [];
    const found = choices.places.map((key) => common.places[key]);
    const other = choices.elsewhere && elsewhere(choices.elsewhere, common);
    return other ? [...found, other] : found;
  };

  const elsewhere = (typed, common) => {
    const locality = plain(typed.locality ?? "");
    const region = plain(typed.region ?? "");
    const { country = "" } = typed;
    const words = [locality, region, common.countries[country]].filter(Boolean).join(", ");
    if (!locality && !region) return null;
    const known = { locality, region, country };
    const parts = Object.fromEntries(Object.entries(known).filter(([, part]) => part));
    const law = common.laws.find(({ name }) => name.toLowerCase() === region.toLowerCase());
    const named = law && law.places[0].startsWith(`${country}-`) ? law.places[0] : "";
    const letters = country && region && `${country}-${region.toUpperCase()}`;
    return { words, parts, area: named || letters || country };
  };

  const day = (iso, { months }) => {
    const [year, month, date] = iso.split("-").map(Number);
    return months[month - 1] && date ? `${months[month - 1]} ${date}, ${year}` : "";
  };

  // Returns the text of every fact that is known, by name.
  const fill = (choices, role, common) => {
    const found = {};
    for (const [name, value] of Object.entries(choices.facts)) {
      const isDay = name === "posted" || name === "closes";
      const typed = common.placeholders[name]?.type;
      found[name] = isDay || typed === "date" ? day(value, common) : plain(value);
    }
    const remote = workOf(choices, role) === "remote";
    const areas = choices.areas.map((code) => areaName(code, common)).join("; ");
    const places = placesOf(choices, role, common).map(({ words }) => words);
    found.location = remote ? areas && `Remote (${areas})` : places.join("; ");
    found.work = common.work[workOf(choices, role)] ?? "";
    found.positions = Number(choices.facts.positions) > 1 ? String(choices.facts.positions) : "";
    return found;
  };

  // Returns the ids of sections and entries that are left out. A usual start is no fact of a
  // template; it is one of an opening.
  const leftOut = (choices, common) => {
    const usual = common.placeholders.start.default ?? "";
    const { start = "", ...others } = choices.facts;
    const isOpening = OPENING.some((name) => others[name]);
    const without = new Set(choices.without);
    if (!isOpening && start === usual) without.add("start");
    return without;
  };

  return { OPENING, fresh, read, write, checked, workOf, areaName, placesOf, fill, leftOut };
})();
