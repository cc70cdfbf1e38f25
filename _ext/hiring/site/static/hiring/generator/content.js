// A posting as the build has it, a tree, and what the form's values make of it:
//   {title, sections: [{id, title, content}]}, content: [{spans} | {items: [{id, content}]}],
//   span: {text, strong?, em?, href?, placeholder?}. `placeholder` is the name of an open fact.
hiringGenerator.content = (() => {
  // Entries that are left out while nobody has said anything; the others show their label.
  const OPTIONAL = new Set(["work", "start", "requisition", "posted", "closes", "positions"]);
  const RIGHT_TO_LEFT =
    /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
  const SPACE = /[ \t-\r\x85\u2028\u2029]+/g;
  // Control characters, halves of characters and no characters: no format can hold them all.
  const NOWHERE =
    /[^\n -~\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\u{10000}-\u{10ffff}]|\p{Noncharacter_Code_Point}/gu;

  const plain = (text) => text.replace(SPACE, " ").trim().replace(NOWHERE, "\ufffd");

  const alike = (one, other) =>
    Boolean(one.strong) === Boolean(other.strong) &&
    Boolean(one.em) === Boolean(other.em) &&
    (one.href ?? "") === (other.href ?? "") &&
    !one.placeholder &&
    !other.placeholder;

  // Neighbors of one style become one span, as in the build.
  const merged = (spans) => {
    const found = [];
    for (const span of spans) {
      const last = found.at(-1);
      if (last && alike(last, span)) {
        found[found.length - 1] = { ...last, text: last.text + span.text };
      } else {
        found.push(span);
      }
    }
    return found;
  };

  const filledSpan = (span, fill, links) => {
    const text = fill[span.placeholder];
    if (!span.placeholder || !text) return span;
    const { placeholder, ...rest } = span;
    const href = links && address(text);
    return href ? { ...rest, text, href } : { ...rest, text };
  };

  // Where applications go is a link where it can be one.
  const address = (text) => {
    if (/^https?:\/\/[!-~]+$/.test(text)) return text;
    return /^[!-?A-~]+@[!-?A-~]+$/.test(text) ? `mailto:${text}` : null;
  };

  const filled = (content, fill, without, links = false) =>
    content.flatMap((part) => {
      if (part.spans) {
        return [{ spans: merged(part.spans.map((span) => filledSpan(span, fill, links))) }];
      }
      const items = part.items
        .filter(({ id }) => !without.has(id) && !(OPTIONAL.has(id) && !fill[id]))
        .map(({ id, content }) => ({ id, content: filled(content, fill, without, id === "apply") }));
      return items.length ? [{ items }] : [];
    });

  // Returns a posting with its open facts filled, and without the sections and entries left out.
  const compose = ({ title, sections }, fill, without) => ({
    title,
    sections: sections
      .filter(({ id }) => !without.has(id))
      .map((section) => ({ ...section, content: filled(section.content, fill, without) }))
      .filter(({ content }) => content.length),
  });

  const spansIn = (content) =>
    content.flatMap((part) => part.spans ?? part.items.flatMap((item) => spansIn(item.content)));

  // Returns the names of the open facts, each once, in the order of the text.
  const placeholders = ({ sections }) => [
    ...new Set(
      sections.flatMap(({ content }) => spansIn(content).flatMap((span) => span.placeholder ?? [])),
    ),
  ];

  // Returns the entries of the additional information: [id, label].
  const entries = ({ sections }) => {
    const last = sections.find(({ id }) => id === "additional");
    const items = last ? last.content.flatMap((part) => part.items ?? []) : [];
    return items.map(({ id, content }) => [id, content[0].spans[0].text.replace(/:\s*$/, "")]);
  };

  const textOf = (spans) => spans.map((span) => span.text).join("");

  // Whether text starts in a script that is read from right to left.
  const runsRightToLeft = (text) => RIGHT_TO_LEFT.test(text.match(/\p{L}/u)?.[0] ?? "");

  return { OPTIONAL, plain, compose, placeholders, entries, spansIn, textOf, runsRightToLeft };
})();
