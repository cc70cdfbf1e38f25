// What is searched, as the address of the search page says it: behind a #, which no browser sends.

/** @typedef {{ q?: string } & Filters} Wanted */

const LONGEST_QUERY = 1000; // what the engine reads; hosts refuse addresses of many more letters
const IN_ADDRESS = /** @type {const} */ (["q", "kind", "family", "level", "audience"]);

/**
 * Returns what the address asks for, or null; a link from elsewhere may have it in a query.
 * @returns {Wanted | null}
 */
const readAddress = () => {
  for (const part of [location.hash.slice(1), location.search]) {
    /** @type {Wanted} */
    const { q, ...more } = Object.fromEntries(new URLSearchParams(part));
    const found = { q: q?.slice(0, LONGEST_QUERY), ...more };
    if (IN_ADDRESS.some((name) => found[name])) return found;
  }
  return null;
};

/**
 * Returns the end of an address that asks for something.
 * @param {Wanted} wanted
 */
const addressOf = ({ q = "", ...more }) => {
  const all = Object.entries({ q: q.slice(0, LONGEST_QUERY), ...more });
  return `#${new URLSearchParams(all.filter(([, value]) => value))}`;
};

/**
 * Lets this page's address ask for something.
 * @param {Wanted} wanted
 * @param {boolean} [isStep] Whether Back leads to what it asked for before.
 */
const writeAddress = (wanted, isStep = false) => {
  const address = location.pathname + addressOf(wanted);
  try {
    if (isStep && location.hash && !address.endsWith(location.hash)) {
      history.pushState(null, "", address);
    } else history.replaceState(null, "", address);
  } catch {
    // Some browsers let no page from a disk change its address.
  }
};
