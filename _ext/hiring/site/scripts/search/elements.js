// Elements that only the search has.

/**
 * @param {string} text
 * @param {() => void} onclick
 * @param {string} [className]
 */
const makeButton = (text, onclick, className = "hiring-search-action") =>
  makeElement("button", { type: "button", className, onclick }, text);

/**
 * Returns words as text, and those that are marked in a `mark`.
 * @param {Piece[]} pieces
 */
const markedText = (pieces) =>
  pieces.map(([text, isMarked]) => (isMarked ? makeElement("mark", {}, text) : text));
