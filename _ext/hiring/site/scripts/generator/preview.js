// A posting as elements of the page. The build's own markup becomes elements; what somebody typed
// goes into them as text alone.

/**
 * Returns the elements of HTML that the build has written, its headings at the page's levels.
 * @param {string} template
 * @param {number} level The level of the title.
 */
const elementsOf = (template, level) => {
  const html = template.replace(
    /<(\/?)h([23])\b/g,
    (_, end, own) => `<${end}h${level + Number(own) - 2}`,
  );
  return new DOMParser().parseFromString(html, "text/html").body;
};

/**
 * Puts what is filled in in place of the marks in a text.
 * @param {Text} node
 * @param {Filling} filling
 */
const fillText = (node, filling) => {
  // Between any two marks stand what each of them has: an @, and a number.
  const parts = node.data.split(FACT_MARK).flatMap((text, at, all) => {
    if (at % 3 === 1) return [];
    if (at % 3 === 0) return [text];
    const said = factText(all[at], filling);
    const isOpen = !filling.values[filling.common.open[Number(all[at])]];
    return [isOpen ? makeElement("mark", { className: "hiring-placeholder" }, said) : said];
  });
  node.replaceWith(...parts);
};

/**
 * Returns the elements of some sections, filled in.
 * @param {Posting} posting
 * @param {number} level The level of the title.
 */
const previewOf = (posting, level) => {
  const { role, filling } = posting;
  const { place, between } = TEXT_FORMATS.html;
  const templates = keptSections(posting).map((it) => sectionTemplate(it, role, place));
  const shown = elementsOf(keptText(templates.join(between), filling), level);
  for (const link of shown.querySelectorAll("a")) {
    const href = link.getAttribute("href") ?? "";
    link.href = href.replace(FACT_MARK, (_, _at, number) => addressIn(factText(number, filling)));
  }
  const texts = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const marked = [];
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    marked.push(/** @type {Text} */ (node));
  }
  for (const text of marked) fillText(text, filling);
  return [...shown.childNodes];
};
