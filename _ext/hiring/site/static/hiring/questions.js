// Opens the question that the address names, and every question while the page is printed.
// Browsers open the first by themselves where the anchor is inside; older ones need the help.
(() => {
  /** @returns {NodeListOf<HTMLDetailsElement>} */
  const questions = () => document.querySelectorAll("details.hiring-question");
  /** @type {HTMLDetailsElement[]} */
  let closed = [];

  const named = () => {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null; // an address that somebody has mistyped
    }
  };

  const openNamed = () => {
    const question = named()?.closest("details");
    if (question && !question.open) {
      question.open = true;
      question.scrollIntoView();
    }
  };

  addEventListener("hashchange", openNamed);
  addEventListener("beforeprint", () => {
    closed = [...questions()].filter((question) => !question.open);
    for (const question of closed) question.open = true;
  });
  addEventListener("afterprint", () => {
    for (const question of closed) question.open = false;
    closed = [];
  });
  openNamed();
})();
