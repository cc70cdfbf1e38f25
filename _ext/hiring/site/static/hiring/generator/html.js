// A posting as HTML to paste: the same as the build's formats/html.py.
hiringGenerator.html = (() => {
  const { textOf, runsRightToLeft } = hiringGenerator.content;
  const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };

  const escaped = (value) => value.replace(/[&<>"']/g, (sign) => SIGNS[sign]);
  // Quotes mean nothing in text, and job boards want no more entities than HTML does.
  const inText = (text) => text.replace(/[&<>]/g, (sign) => SIGNS[sign]);

  const open = (tag, text) => (runsRightToLeft(text) ? `<${tag} dir="rtl">` : `<${tag}>`);
  const element = (tag, text) => `${open(tag, text)}${inText(text)}</${tag}>`;

  const styledSpan = ({ text, strong, em, href }) => {
    let found = inText(text);
    if (em) found = `<em>${found}</em>`;
    if (strong) found = `<strong>${found}</strong>`;
    return href ? `<a href="${escaped(href)}">${found}</a>` : found;
  };
  const plainSpan = ({ text }) => inText(text);

  const paragraph = (tag, spans, span) =>
    `${open(tag, textOf(spans))}${spans.map(span).join("")}</${tag}>`;

  const item = ({ content }, span) =>
    content.length === 1 && content[0].spans
      ? paragraph("li", content[0].spans, span)
      : `<li>${content.map((part) => one(part, span)).join("\n")}</li>`;

  const one = (part, span) =>
    part.spans
      ? paragraph("p", part.spans, span)
      : ["<ul>", ...part.items.map((entry) => item(entry, span)), "</ul>"].join("\n");

  const content = (found) => found.map((part) => one(part, styledSpan)).join("\n");

  const whole = ({ title, sections }) => {
    const lines = sections.flatMap((section) => [
      element("h3", section.title),
      content(section.content),
    ]);
    return `${[element("h2", title), ...lines].join("\n")}\n`;
  };

  // As job boards take it (J5): p, ul and li alone, without the title.
  const description = ({ sections }) =>
    sections
      .flatMap((section) => [
        element("p", section.title),
        ...section.content.map((part) => one(part, plainSpan)),
      ])
      .join("\n");

  return { escaped, content, whole, description };
})();
