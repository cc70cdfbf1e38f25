// Takes back what people could apply for, once the closing day is past: a site may stand for long
// after it was built. Loaded in the head, and done as the page comes in, so that nothing moves.
(() => {
  const SCOPES = "tr, li, article, main, [role=main]";

  /** @param {Element} scope */
  const takeBack = (scope) => {
    /** @type {NodeListOf<HTMLElement>} */
    const offers = scope.querySelectorAll(".hiring-while-open");
    for (const offer of offers) {
      offer.hidden = true;
      // No table of contents leads to what is not there.
      const links = offer.id ? document.querySelectorAll(`li a[href="#${offer.id}"]`) : [];
      for (const link of links) link.closest("li")?.toggleAttribute("hidden", true);
    }
  };

  const settle = () => {
    /** @type {NodeListOf<HTMLElement>} */
    const notices = document.querySelectorAll("[data-closes]");
    for (const notice of notices) {
      if (Date.parse(notice.dataset.closes ?? "") >= Date.now()) continue;
      notice.hidden = false;
      if (notice.localName === "p") takeBack(notice.closest(SCOPES) ?? document.body);
    }
  };

  const observer = new MutationObserver(settle);
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", () => {
    observer.disconnect();
    settle();
  });
})();
