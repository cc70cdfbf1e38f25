// What a reader has typed or ticked, for a reload: in this tab of the browser alone, until it is
// closed. A browser may refuse to keep it; then everything works, and a reload starts anew.

/**
 * Returns what is kept under a name on this page; null where that is nothing.
 * @param {string} name
 */
const keptInTab = (name) => {
  try {
    return JSON.parse(sessionStorage.getItem(keptName(name)) ?? "null");
  } catch {
    return null;
  }
};

/**
 * Keeps a value under a name; null forgets it.
 * @param {string} name
 * @param {unknown} value
 */
const keepInTab = (name, value) => {
  try {
    if (value === null) sessionStorage.removeItem(keptName(name));
    else sessionStorage.setItem(keptName(name), JSON.stringify(value));
  } catch {
    // Nothing is kept.
  }
};

/** @param {string} name */
const keptName = (name) => `hiring ${name} ${location.pathname}`;
