// A posting as a Word document: the build's paragraphs in the build's own document.

/**
 * Returns paragraphs with a number for each link's address, and where each number leads.
 * @param {string} body
 * @param {string} linkType
 */
const numberedLinks = (body, linkType) => {
  /** @type {Map<string, string>} */
  const ids = new Map();
  const text = body.replace(/\ufdd9([^\ufdd9]*)\ufdd9/g, (_, address) => {
    if (!ids.has(address)) ids.set(address, `link${ids.size + 1}`);
    return ids.get(address) ?? "";
  });
  const links = [...ids].map(
    ([address, id]) =>
      `<Relationship Id="${id}" Type="${linkType}" ` +
      `Target="${escapedAttribute(address)}" TargetMode="External"/>`,
  );
  return { text, links: links.join("") };
};

/**
 * Returns a document's text on the paper of a country; a template of the company's has its own.
 * @param {string} text
 * @param {WordData} word
 * @param {string} country Its letters, or nothing where no place is chosen.
 */
const onPaper = (text, word, country) => {
  const isLetter = word.letter.includes(country || word.country);
  return word.paper ? text.replace(word.paper, word.papers[isLetter ? "letter" : "a4"]) : text;
};

/**
 * Returns the language of a posting as Word wants it.
 * @param {Posting} posting
 */
const spokenLanguage = ({ role, filling }) => filling.common.speech[role.language].word;

/**
 * Returns the document.
 * @param {Posting} posting
 * @param {WordData} word
 * @param {{ author: string, day: string, country: string }} about
 */
const wordDocument = (posting, word, about) => {
  const { text, links } = numberedLinks(postingText(posting, "word"), word.linkType);
  const [body, relations, properties] = Object.keys(word.parts);
  /** @type {Record<string, string>} */
  const fields = { ...about, title: posting.title, language: spokenLanguage(posting) };
  const empty = onPaper(word.parts[body], word, about.country);
  return archiveWith(word.archive, {
    [body]: empty.replace("<w:sectPr", () => `${text}<w:sectPr`),
    [relations]: word.parts[relations].replace("</Rel", () => `${links}</Rel`),
    [properties]: word.core.replace(/\{(\w+)\}/g, (_, name) => escapedAttribute(fields[name])),
  });
};
