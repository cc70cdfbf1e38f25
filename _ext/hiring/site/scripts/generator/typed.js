// What was typed into a generator's form, over a reload. It never stands in the address.

/** @typedef {Pick<GeneratorChoices, "facts" | "elsewhere">} Typed */

/**
 * Returns the texts of an object; of what is kept, nobody knows who has written it.
 * @param {unknown} kept
 * @returns {Record<string, string>}
 */
const textsIn = (kept) => {
  const entries = typeof kept === "object" && kept !== null ? Object.entries(kept) : [];
  return Object.fromEntries(entries.filter(([, value]) => typeof value === "string"));
};

/**
 * Returns what was typed before a reload.
 * @param {string} name The generator's.
 * @returns {Typed}
 */
const keptTyped = (name) => {
  const kept = keptInTab(name);
  const elsewhere = kept?.elsewhere ? textsIn(kept.elsewhere) : null;
  return { facts: textsIn(kept?.facts), elsewhere };
};

/**
 * Keeps what is typed; null forgets it.
 * @param {string} name
 * @param {Typed | null} typed
 */
const keepTyped = (name, typed) =>
  keepInTab(name, typed && { facts: typed.facts, elsewhere: typed.elsewhere });

/** Tells whether the reader has come by a link, and the browser brings no place back to scroll to. */
const isArrival = () => {
  const [entry] = performance.getEntriesByType("navigation");
  return !(entry instanceof PerformanceNavigationTiming) || entry.type === "navigate";
};
