// The levels that the page holds, and what the higher of two has over the lower.

/**
 * @typedef {{role: HTMLElement, level: HTMLElement, name: string}} End
 */

/** @param {HTMLElement} all @returns {End[]} */
const endsIn = (all) =>
  elementsIn(all, ".hiring-compared-role").flatMap((role) =>
    elementsIn(role, ".hiring-compared-level").map((level) => ({
      role,
      level,
      name: `${role.dataset.key}/${level.dataset.key}`,
    })),
  );

/** @param {ParentNode} within @param {string} selector @returns {HTMLElement[]} */
const elementsIn = (within, selector) => [...within.querySelectorAll(selector)].filter(isHtml);

/** @param {Element} element @returns {element is HTMLElement} */
const isHtml = (element) => element instanceof HTMLElement;

/**
 * Returns two levels with the lower one of a role first; a level is no step up from itself.
 * @param {End[]} ends
 * @param {string} one
 * @param {string} other
 * @returns {[End, End] | null}
 */
const ordered = (ends, one, other) => {
  const [from, to] = [one, other].map((name) => ends.findIndex((end) => end.name === name));
  const [lower, upper] = [ends[from ?? -1], ends[to ?? -1]];
  if (!lower || !upper || lower === upper) return null;
  const isDown = lower.role === upper.role && from > to;
  return isDown ? [upper, lower] : [lower, upper];
};

/**
 * Returns the levels whose lists come on top, the lowest first: within a role those between, of
 * another all up to the one aimed at, of levels that state all that one alone.
 * @param {End} lower
 * @param {End} upper
 */
const levelsOnTop = (lower, upper) => {
  if (upper.level.dataset.all === "1") return [upper.level];
  const levels = elementsIn(upper.role, ".hiring-compared-level");
  const first = lower.role === upper.role ? levels.indexOf(lower.level) + 1 : 0;
  return levels
    .slice(first, levels.indexOf(upper.level) + 1)
    .filter((level) => level === upper.level || leadsTo(level, upper.level));
};

/** @param {HTMLElement} level @param {HTMLElement} aim */
const leadsTo = (level, aim) =>
  level.dataset.track === aim.dataset.track && level.dataset.rank !== aim.dataset.rank;
