// What was searched before: in this browser alone, and gone when the reader says so.

const RECENT_NAME = "hiring-searches";
const MOST_RECENT = 6;
const LONGEST_RECENT = 100; // letters

/** @returns {string[]} */
const recentSearches = () => {
  try {
    /** @type {unknown[]} */
    const found = JSON.parse(localStorage.getItem(RECENT_NAME) ?? "[]");
    return found.filter((query) => typeof query === "string").slice(0, MOST_RECENT);
  } catch {
    return []; // storage may be forbidden, or hold what somebody else wrote
  }
};

/** @param {string[]} found */
const keepRecent = (found) => {
  try {
    if (found.length) localStorage.setItem(RECENT_NAME, JSON.stringify(found));
    else localStorage.removeItem(RECENT_NAME);
  } catch {
    // Nothing is kept where nothing may be.
  }
};

/** @param {string} query */
const addRecent = (query) => {
  const said = query.trim().slice(0, LONGEST_RECENT);
  if (!said) return;
  const others = recentSearches().filter((other) => other !== said);
  keepRecent([said, ...others].slice(0, MOST_RECENT));
};
