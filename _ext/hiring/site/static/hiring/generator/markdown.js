// A posting as plain CommonMark: the same as the build's formats/markdown.py.
hiringGenerator.markdown = (() => {
  const PUNCTUATION = new Set("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");
  const IN_ADDRESSES = { "\\": "%5C", "<": "%3C", ">": "%3E" };
  const ENTITY = /&(?=#?[\p{L}\p{N}_]+;)/gu;

  const escaped = (text) => text.replace(/[\\`*_[\]<>|~]/g, "\\$&").replace(ENTITY, "\\&");
  const address = (href) =>
    href.replace(/[\\<>]/g, (sign) => IN_ADDRESSES[sign]).replace(ENTITY, "\\&");
  const heading = (text) => escaped(text).replace(/#$/, "\\#");
  const isOpen = (sign) => /\s/.test(sign) || PUNCTUATION.has(sign);

  const grouped = (spans, key) => {
    const groups = [];
    for (const span of spans) {
      const last = groups.at(-1);
      if (last && last.key === key(span)) last.spans.push(span);
      else groups.push({ key: key(span), spans: [span] });
    }
    return groups;
  };

  // The marks of emphasis must touch words: spaces at a span's ends go outside.
  const trimmed = (span) => {
    if (!span.strong && !span.em) return [span];
    const text = span.text.trim();
    const start = span.text.indexOf(text);
    const { strong, em, ...bare } = span;
    return [
      { ...bare, text: span.text.slice(0, start) },
      { ...span, text },
      { ...bare, text: span.text.slice(start + text.length) },
    ].filter((part) => part.text);
  };

  const emphasized = (spans) =>
    grouped(spans, ({ em }) => Boolean(em)).flatMap(({ key, spans: group }) => {
      const text = ["text", escaped(group.map((span) => span.text).join(""))];
      return key ? [["opens", "_"], text, ["closes", "_"]] : [text];
    });

  const styled = (spans) =>
    grouped(spans, ({ strong }) => Boolean(strong)).flatMap(({ key, spans: group }) =>
      key ? [["opens", "**"], ...emphasized(group), ["closes", "**"]] : emphasized(group),
    );

  const number = (sign) => `&#${sign.codePointAt(0)};`;

  // A letter that touches a mark from outside is written as its number: CommonMark takes a mark
  // between two letters, or between a letter and a sign, for text.
  const apart = (pieces) =>
    pieces.map(([kind, text], place) => {
      if (kind !== "text") return text;
      let signs = [...text];
      if (pieces[place + 1]?.[0] === "opens" && !isOpen(signs.at(-1))) {
        signs = [...signs.slice(0, -1), ...number(signs.at(-1))];
      }
      if (pieces[place - 1]?.[0] === "closes" && signs[0] !== "&" && !isOpen(signs[0])) {
        signs = [number(signs[0]), ...signs.slice(1)];
      }
      return signs.join("");
    });

  const paragraph = ({ spans }) => {
    const pieces = grouped(spans.flatMap(trimmed), ({ href }) => href ?? "").flatMap(
      ({ key, spans: group }) =>
        key
          ? [["other", "["], ...styled(group), ["other", `](<${address(key)}>)`]]
          : styled(group),
    );
    const line = apart(pieces).join("");
    const start = line.match(/^\d{0,9}/)[0].length;
    const rest = line.slice(start);
    const isMark = /^[#+:%-]/.test(rest) || (start > 0 && /^[.)]/.test(rest));
    return isMark ? `${line.slice(0, start)}\\${rest}` : line;
  };

  const item = (entry, mark) => {
    const [first, ...rest] = content(entry.content).split("\n");
    return [`${mark} ${first}`, ...rest.map((line) => `  ${line}`.trimEnd())].join("\n");
  };

  const content = (found) => {
    let mark = "";
    const parts = found.map((part) => {
      // A list right after another would go on with it, but for another mark.
      mark = part.spans ? "" : mark === "-" ? "*" : "-";
      return part.spans ? paragraph(part) : part.items.map((it) => item(it, mark)).join("\n");
    });
    return parts.join("\n\n");
  };

  const whole = ({ title, sections }) => {
    const parts = sections.flatMap((section) => [
      `## ${heading(section.title)}`,
      content(section.content),
    ]);
    return `${[`# ${heading(title)}`, ...parts].join("\n\n")}\n`;
  };

  return { whole };
})();
