// Postings and controls as elements of the page.
hiringGenerator.view = (() => {
  const { textOf, runsRightToLeft } = hiringGenerator.content;

  // Returns a new element; `values` are properties, or attributes where the name has a hyphen.
  const element = (tag, values = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(values)) {
      if (name.includes("-") || name === "role" || name === "for") made.setAttribute(name, value);
      else made[name] = value;
    }
    made.append(...children);
    return made;
  };

  const span = ({ text, strong, em, href, placeholder }) => {
    let found = text;
    if (placeholder) found = element("mark", { className: "hiring-placeholder" }, text);
    if (em) found = element("em", {}, found);
    if (strong) found = element("strong", {}, found);
    return href ? element("a", { href }, found) : found;
  };

  const block = (tag, text, ...children) => {
    const made = element(tag, {}, ...children);
    if (runsRightToLeft(text)) made.dir = "rtl";
    return made;
  };

  const paragraph = (tag, { spans }) => block(tag, textOf(spans), ...spans.map(span));

  const item = ({ content }) =>
    content.length === 1 && content[0].spans
      ? paragraph("li", content[0])
      : element("li", {}, ...content.map(one));

  const one = (part) =>
    part.spans ? paragraph("p", part) : element("ul", {}, ...part.items.map(item));

  // Returns the elements of a posting, its title as a heading of the level that is given.
  const posting = ({ title, sections }, level) => [
    block(`h${level}`, title, title),
    ...sections.flatMap((section) => [
      block(`h${level + 1}`, section.title, section.title),
      ...section.content.map(one),
    ]),
  ];

  return { element, one, posting };
})();
