// A posting as plain text: the same lines as the build's formats/text.py.
hiringGenerator.text = (() => {
  const { textOf } = hiringGenerator.content;
  const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

  // `columns` is the width of a line, `wide` the ranges of signs that take two columns.
  const format = ({ columns: all, wide }) => {
    const isWide = (sign) =>
      wide.some(([low, high]) => low <= sign.codePointAt(0) && sign.codePointAt(0) <= high);
    const signWidth = (sign) => (NO_WIDTH.test(sign) ? 0 : isWide(sign) ? 2 : 1);
    const width = (text) => [...text].reduce((sum, sign) => sum + signWidth(sign), 0);

    const spanText = ({ text, href = "" }) => {
      const address = href.replace(/^mailto:/, "").replace(/^tel:/, "");
      return address === "" || address === text ? text : `${text} (${address})`;
    };

    // One word that is longer than a line is cut where scripts may be cut: between wide signs.
    const pieces = (word) => {
      const found = [];
      let before = "";
      for (const sign of word) {
        if (found.length && !(isWide(before) && isWide(sign))) found[found.length - 1] += sign;
        else found.push(sign);
        before = sign;
      }
      return found.length ? found : [""];
    };

    const words = (text, columns) =>
      text.split(" ").flatMap((word, number) => {
        const parts = width(word) > columns ? pieces(word) : [word];
        return parts.map((part, place) => [number && !place ? " " : "", part]);
      });

    const wrapped = (text, columns) => {
      const lines = [];
      let line = "";
      for (const [space, word] of words(text, columns)) {
        if (line && width(line + space + word) > columns) {
          lines.push(line);
          line = word;
        } else {
          line += space + word;
        }
      }
      return [...lines, line];
    };

    const itemLines = ({ content }, columns) =>
      contentLines(content, columns - 2).map((line, number) =>
        number ? `  ${line}`.trimEnd() : `- ${line}`,
      );

    const contentLines = (content, columns = all) =>
      content.flatMap((part, number) => [
        ...(number ? [""] : []),
        ...(part.spans
          ? wrapped(part.spans.map(spanText).join(""), columns)
          : part.items.flatMap((item) => itemLines(item, columns))),
      ]);

    const content = (found) => contentLines(found).join("\n");

    const whole = ({ title, sections }) => {
      const lines = [title, "=".repeat(width(title))];
      for (const section of sections) {
        lines.push("", section.title, "-".repeat(width(section.title)), "");
        lines.push(...contentLines(section.content));
      }
      return `${lines.join("\n")}\n`;
    };

    return { content, whole };
  };

  return { format, textOf };
})();
