// Where the work is done, as it was chosen or typed: at places, or from home in some areas.

/**
 * Returns the work arrangement, empty where none is stated.
 * @param {GeneratorChoices} choices
 * @param {RoleData} role
 */
const workOf = (choices, role) => choices.work ?? role.work;

/**
 * @param {string} code
 * @param {CommonData} common
 */
const areaName = (code, { areas, countries, states }) =>
  areas[code] ?? countries[code] ?? states[code];

/**
 * Returns a place that was typed, as those that the company has.
 * @param {Record<string, string>} typed
 * @param {SpokenData} common
 * @returns {Place | null}
 */
const placeElsewhere = (typed, common) => {
  const locality = plainLine(typed.locality ?? "");
  const region = plainLine(typed.region ?? "");
  const { country = "" } = typed;
  if (!locality && !region) return null;
  const words = [locality, region, common.countries[country]].filter(Boolean).join(", ");
  const known = Object.entries({ locality, region, country });
  const parts = Object.fromEntries(known.filter(([, part]) => part));
  const named = Object.entries(common.states).find(
    ([code, name]) =>
      code.startsWith(`${country}-`) && name.toLowerCase().startsWith(`${region.toLowerCase()}, `),
  );
  const letters = country && region && `${country}-${region.toUpperCase()}`;
  return { words, parts, area: named?.[0] || letters || country };
};

/**
 * Returns the places of work; none where the job is wholly remote.
 * @param {GeneratorChoices} choices
 * @param {Known} known
 */
const placesOf = (choices, known) => {
  if (workOf(choices, known.role) === "remote") return [];
  const common = spokenData(known);
  const found = choices.places.map((key) => common.places[key]);
  const other = choices.elsewhere && placeElsewhere(choices.elsewhere, common);
  return other ? [...found, other] : found;
};

/**
 * Returns the letters of the first country in which the work is done; nothing where none is chosen.
 * @param {GeneratorChoices} choices
 * @param {Known} known
 */
const countryOf = (choices, known) => {
  if (workOf(choices, known.role) === "remote") return choices.areas[0]?.slice(0, 2) ?? "";
  return placesOf(choices, known)[0]?.parts.country ?? "";
};
