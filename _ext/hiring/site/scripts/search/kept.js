// What leads back: the query, for who comes back to this page, and the words, for the page they go to.

/**
 * Lets the page that a result leads to mark its words.
 * @param {HTMLAnchorElement} link
 */
const keepMarks = (link) => {
  const marks = link.closest("li")?.querySelectorAll("mark") ?? [];
  const words = [...new Set([...marks].map((mark) => (mark.textContent ?? "").toLowerCase()))];
  try {
    sessionStorage.setItem(
      "hiring-marks",
      JSON.stringify({ address: link.href.split("#")[0], words }),
    );
  } catch {
    // Nothing is kept where nothing may be.
  }
};

/**
 * Lets this page show a query again to who comes back to it; "" forgets it.
 * @param {string} query
 * @param {boolean} isInPage Whether it was typed into a field of the page.
 */
const keepQuery = (query, isInPage) => {
  try {
    const state = query ? { hiringSearch: query, hiringInPage: isInPage } : null;
    history.replaceState(state, "");
  } catch {
    // Some browsers let no page from a disk keep anything.
  }
};
