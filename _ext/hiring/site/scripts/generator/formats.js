// The formats that a posting goes out in: what each makes of a text that is filled in. Their shape
// comes with the templates, from posting/formats/.

/**
 * @typedef {object} TextFormat
 * @property {number} place Its place among a shape's formats.
 * @property {string} between What stands between sections.
 * @property {(text: string) => string} text Escapes text.
 * @property {(href: string) => string} address Escapes a link's address.
 * @property {(text: string) => string} settled Replaces the marks of its own, at last.
 */

/** @type {Record<string, string>} */
const HTML_SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };

/** @param {string} value */
const escapedAttribute = (value) => value.replace(/[&<>"']/g, (sign) => HTML_SIGNS[sign]);

/**
 * Quotes mean nothing in text, and job boards want no more entities than HTML does.
 * @param {string} text
 */
const escapedText = (text) => text.replace(/[&<>]/g, (sign) => HTML_SIGNS[sign]);

const MARKDOWN_PUNCTUATION = new Set("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");
/** @type {Record<string, string>} */
const IN_MARKDOWN_ADDRESSES = { "\\": "%5C", "<": "%3C", ">": "%3E" };

/** @param {string} href */
const markdownAddress = (href) =>
  href
    .replace(/[\\<>]/g, (sign) => IN_MARKDOWN_ADDRESSES[sign])
    .replace(/&(?=#?[\p{L}\p{N}_]+;)/gu, "\\&");

/**
 * A letter that touches the mark of an emphasis from outside is written as its number: CommonMark
 * takes a mark between two letters, or between a letter and a sign, for text.
 * @param {string} sign
 */
const besideEmphasis = (sign) =>
  /\p{White_Space}/u.test(sign) || MARKDOWN_PUNCTUATION.has(sign)
    ? sign
    : `&#${sign.codePointAt(0)};`;

/**
 * Escapes what depends on what stands beside it: ampersands, the ends of a text next to emphasis,
 * and the start of a line, in the order of formats/markdown.py.
 * @param {string} text
 */
const settledMarkdown = (text) =>
  text
    .replace(/\ufdd8(?=#?(?:[\p{L}\p{N}]|\\_)+;)/gu, "\\&")
    .replaceAll("\ufdd8", "&")
    .replace(/(.)\ufdd6/gu, (_, sign) => besideEmphasis(sign))
    .replace(/\ufdd7(.)/gu, (_, sign) => besideEmphasis(sign))
    .replace(/\ufdd5(\p{Nd}{0,9})(?=[#+:%-]|(?<=\p{Nd})[.)])/gu, "$1\\")
    .replaceAll("\ufdd5", "");

/** @param {string} text */
const asItIs = (text) => text;

/** @satisfies {Record<string, TextFormat>} */
const TEXT_FORMATS = {
  text: { place: 0, between: "\n\n", text: asItIs, address: asItIs, settled: asItIs },
  markdown: {
    place: 1,
    between: "\n\n",
    text: (text) => text.replace(/[\\`*_[\]<>|~]/g, "\\$&").replaceAll("&", "\ufdd8"),
    address: markdownAddress,
    settled: settledMarkdown,
  },
  html: {
    place: 2,
    between: "\n",
    text: escapedText,
    address: escapedAttribute,
    settled: asItIs,
  },
  // Addresses of Word's are escaped where they are collected.
  word: { place: 3, between: "\n", text: escapedText, address: asItIs, settled: asItIs },
};

/**
 * Returns a section of a posting, filled in.
 * @param {SectionData} section
 * @param {Posting} posting
 * @param {TextFormat} format
 */
const sectionText = (section, { role, filling }, format) => {
  const template = keptText(sectionTemplate(section, role, format.place), filling);
  const text = template.replace(FACT_MARK, (_, at, number) => {
    const value = factText(number, filling);
    return at ? format.address(addressIn(value)) : format.text(value);
  });
  return format.settled(text);
};

/**
 * Returns the sections of a posting, filled in.
 * @param {Posting} posting
 * @param {keyof typeof TEXT_FORMATS} name
 */
const sectionTexts = (posting, name) => {
  const format = TEXT_FORMATS[name];
  const texts = keptSections(posting).map((section) => sectionText(section, posting, format));
  return texts.join(format.between);
};

/**
 * Returns a whole posting, filled in; as HTML it says its language, unless that is English.
 * @param {Posting} posting
 * @param {keyof typeof TEXT_FORMATS} name
 */
const postingText = (posting, name) => {
  const text = sectionTexts(posting, name);
  const { language } = posting.role;
  const isMarked = name === "html" && !/^en\b/.test(language);
  const turned = posting.role.direction === "rtl" ? ' dir="rtl"' : "";
  return isMarked ? `<div lang="${language}"${turned}>\n${text}\n</div>\n` : `${text}\n`;
};

/**
 * Returns the content of a section as plain text, without its heading.
 * @param {SectionData} section
 * @param {Posting} posting
 */
const contentText = (section, posting) =>
  sectionText(section, posting, TEXT_FORMATS.text).replace(/^.*\n-*\n\n/, "");

/**
 * Returns what stands for a tag of an ordered list: of each entry a paragraph with its number.
 * @param {{number: number, ends: string[]}} list
 * @param {string} tag
 * @param {string} attributes of an entry that the tag opens
 * @param {string} [paragraph] the tag of a paragraph right behind that
 */
const numberedEntry = (list, tag, attributes, paragraph) => {
  if (tag === "</li>") return list.ends.pop() ?? "";
  if (!tag.startsWith("<li")) return "";
  list.ends.push(paragraph ? "" : "</p>");
  return `${paragraph ?? `<p${attributes}>`}${list.number++}. `;
};

/**
 * Returns HTML without ordered lists, which job boards do not take.
 * @param {string} html
 */
const withoutOrderedLists = (html) => {
  /** @type {({number: number, ends: string[]} | null)[]} */
  const lists = []; // those around the place, null for a list with bullets
  const tags = /<(ol|ul)(?: start="(\d+)")?>\n|<li([^>]*)>(<p[^>]*>)?|<\/li>|\n<\/[ou]l>/g;
  // An entry that starts with a list has its number in a paragraph of its own.
  const whole = html.replace(/(<li[^>]*>)(?=<[ou]l)/g, "$1<p></p>\n");
  return whole
    .replace(tags, (tag, list, start = "1", attributes = "", paragraph = undefined) => {
      if (list) lists.push(list === "ol" ? { number: Number(start), ends: [] } : null);
      const around = tag.startsWith("\n") ? lists.pop() : lists[lists.length - 1];
      return around ? numberedEntry(around, tag, attributes, paragraph) : tag;
    })
    .replace(/<p><\/p>\n/g, "");
};

/**
 * Returns a posting as job boards take it (J5): p, ul and li alone, without the title.
 * @param {Posting} posting
 */
const jobDescription = (posting) => {
  const sections = posting.sections.filter(({ id }) => id !== "title");
  return withoutOrderedLists(sectionTexts({ ...posting, sections }, "html"))
    .replace(/<(\/?)h3\b(?: lang="[^"]*")?/g, "<$1p")
    .replace(/<\/?(?:strong|em|a|span)\b[^>]*>/g, "")
    .trimEnd();
};
