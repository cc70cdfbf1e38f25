// A posting as a Word document: the paragraphs of the build's formats/word.py, in its own template.
hiringGenerator.word = (() => {
  const { textOf, runsRightToLeft } = hiringGenerator.content;
  const { escaped } = hiringGenerator.html;

  // Returns the document; `form` is the file that the build hands over, `about` {author, day}.
  const whole = (posting, form, about) => {
    const { body, links } = written(posting, form);
    const [text, relations, properties] = Object.keys(form.parts);
    const fields = { ...about, title: posting.title, language: form.language };
    return archive(form.archive, {
      [text]: form.parts[text].replace("<w:sectPr", () => `${body}<w:sectPr`),
      [relations]: form.parts[relations].replace("</Rel", () => `${links}</Rel`),
      [properties]: form.core.replace(/\{(\w+)\}/g, (_, name) => escaped(fields[name])),
    });
  };

  const written = ({ title, sections }, { listStyles, linkType }) => {
    const paragraphs = [];
    const links = new Map();

    const run = ({ text, strong, em, href }, rtl) => {
      const looks = [
        strong && "<w:b/>",
        em && "<w:i/>",
        href && '<w:u w:val="single"/>',
        rtl && "<w:rtl/>",
      ];
      const style = looks.filter(Boolean).join("");
      const words = `<w:t xml:space="preserve">${escaped(text)}</w:t>`;
      const found = `<w:r><w:rPr>${style}</w:rPr>${words}</w:r>`;
      if (!href) return found;
      if (!links.has(href)) links.set(href, `link${links.size + 1}`);
      return `<w:hyperlink r:id="${links.get(href)}">${found}</w:hyperlink>`;
    };

    const paragraph = (spans, style) => {
      const rtl = runsRightToLeft(textOf(spans));
      const properties = (style && `<w:pStyle w:val="${style}"/>`) + (rtl ? "<w:bidi/>" : "");
      const runs = spans.map((span) => run(span, rtl)).join("");
      paragraphs.push(`<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`);
    };

    const add = (content, depth) => {
      for (const part of content) {
        if (part.spans) {
          paragraph(part.spans, "");
          continue;
        }
        const style = listStyles[Math.min(depth, listStyles.length - 1)];
        for (const item of part.items) {
          item.content.forEach((inner, place) => {
            if (!inner.spans) add([inner], depth + 1);
            else paragraph(inner.spans, place ? style.replace("Bullet", "Continue") : style);
          });
        }
      }
    };

    paragraph([{ text: title }], "Title");
    for (const section of sections) {
      paragraph([{ text: section.title }], "Heading1");
      add(section.content, 0);
    }
    const relations = [...links].map(
      ([href, id]) =>
        `<Relationship Id="${id}" Type="${linkType}" Target="${escaped(href)}" TargetMode="External"/>`,
    );
    return { body: paragraphs.join(""), links: relations.join("") };
  };

  // ZIP: APPNOTE.TXT 6.3. Files are added to an archive unpacked, before its table of contents.

  const TABLE = Uint32Array.from({ length: 256 }, (_, number) => {
    let sum = number;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
    return sum;
  });
  const sumOf = (data) => {
    let sum = 0xffffffff;
    for (const byte of data) sum = TABLE[(sum ^ byte) & 0xff] ^ (sum >>> 8);
    return (sum ^ 0xffffffff) >>> 0;
  };

  const FIRST_DAY = 0x21; // January 1, 1980: the earliest that an archive can state
  const ENDING = 22;

  // Numbers as bytes, the last byte first: [value, bytes] each.
  const bytes = (...numbers) =>
    Uint8Array.from(
      numbers.flatMap(([value, count]) =>
        Array.from({ length: count }, (_, place) => (value >>> (8 * place)) & 0xff),
      ),
    );

  const archive = (template, files) => {
    const old = Uint8Array.from(atob(template), (sign) => sign.charCodeAt(0));
    const ending = new DataView(old.buffer, old.length - ENDING);
    const start = ending.getUint32(16, true);
    const blobs = [old.subarray(0, start)];
    const table = [old.subarray(start, old.length - ENDING)];
    let place = start;
    const encoder = new TextEncoder();
    for (const [path, text] of Object.entries(files)) {
      const [name, data] = [encoder.encode(path), encoder.encode(text)];
      const about = bytes(
        ...[[20, 2], [0, 2], [0, 2], [0, 2], [FIRST_DAY, 2]],
        ...[[sumOf(data), 4], [data.length, 4], [data.length, 4], [name.length, 2], [0, 2]],
      );
      const rest = bytes([0, 2], [0, 2], [0, 2], [0, 4], [place, 4]);
      blobs.push(bytes([0x04034b50, 4]), about, name, data);
      table.push(bytes([0x02014b50, 4], [20, 2]), about, rest, name);
      place += 4 + about.length + name.length + data.length;
    }
    const count = ending.getUint16(10, true) + Object.keys(files).length;
    const size = table.reduce((sum, part) => sum + part.length, 0);
    const last = bytes(
      ...[[0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2]],
      ...[[size, 4], [place, 4], [0, 2]],
    );
    return new Blob([...blobs, ...table, last]);
  };

  return { whole };
})();
