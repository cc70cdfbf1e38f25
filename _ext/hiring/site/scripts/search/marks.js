// The words that somebody searched for, marked on the page that they came to, until they say no.

const MARKS = "hiring-search"; // as the sheet has it
const MOST_RANGES = 1000;

/**
 * Returns the places of words in the text of an element.
 * @param {Element} element
 * @param {RegExp} words
 */
const rangesOf = (element, words) => {
  /** @type {Range[]} */
  const found = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { 0: word, index } of (node.textContent ?? "").matchAll(words)) {
      if (found.length === MOST_RANGES) return found;
      const range = new Range();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      found.push(range);
    }
  }
  return found;
};

/**
 * Marks words on this page, and offers to take the marks off.
 * @param {string[]} words
 */
const markOnPage = (words) => {
  const main = document.querySelector("article, main");
  if (!main || !words.length) return;
  const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  const found = rangesOf(
    main,
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "giu"),
  );
  if (!found.length) return;
  CSS.highlights.set(MARKS, new Highlight(...found));
  const bar = makeElement("div", { className: "hiring-marks", role: "region" });
  bar.setAttribute("aria-label", say("marks.words"));
  const remove = () => {
    CSS.highlights.delete(MARKS);
    bar.remove();
  };
  bar.append(
    makeElement(
      "button",
      { type: "button", className: "hiring-search-action", onclick: remove },
      say("marks.remove"),
    ),
  );
  document.body.append(bar);
};

globalThis.hiringSearch = /** @type {HiringSearch} */ ({
  ...globalThis.hiringSearch,
  markWords: markOnPage,
});
