// A posting as the build has it, with marks for what is open: posting/marks.py says which. Here
// segments are kept or dropped, and marks replaced, in any format.

/**
 * What a template is filled in with.
 * @typedef {object} Filling
 * @property {Record<string, string>} values The text of each fact that is known, by its name.
 * @property {Set<string>} without The ids of sections and entries that are left out.
 * @property {CommonData} common
 */

/** What is shown: some sections of a role. @typedef {{ title: string, sections: SectionData[], role: RoleData, filling: Filling }} Posting */

const FACT_MARK = /\ufdd0(@?)(\d+)\ufdd1/g;
// Segments may hold others: the inner ones are found first.
const SEGMENT = /(\n?)\ufdd2(\w+) ([^\ufdd2-\ufdd4]*)\ufdd3([^\ufdd2-\ufdd4]*)\ufdd4/g;
const ENTRY = /\ufdd2(entry|fact) ([\w-]+)\ufdd3/g;
const PIECE_HOLE = /\ufddc/g;

const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const LINE_SPACE = /[ \t-\r\x85\u2028\u2029]+/g;
// Control characters, halves of characters and no characters: no format can hold them all, and the
// last are the marks.
const NOWHERE =
  /[^\n -~\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\u{10000}-\u{10ffff}]|\p{Noncharacter_Code_Point}/gu;

/**
 * Returns text on one line, with a sign in place of what no format can hold.
 * @param {string} text
 */
const plainLine = (text) => text.replace(LINE_SPACE, " ").trim().replace(NOWHERE, "\ufffd");

/**
 * Tells whether text starts in a script that is read from right to left.
 * @param {string} text
 */
const startsRightToLeft = (text) => RIGHT_TO_LEFT.test(text.match(/\p{L}/u)?.[0] ?? "");

/**
 * Returns the address that a text is, or nothing.
 * @param {string} text
 */
const addressIn = (text) => {
  if (/^https?:\/\/[!-~]+$/.test(text)) return text;
  return /^[!-?A-~]+@[!-?A-~]+$/.test(text) ? `mailto:${text}` : "";
};

/**
 * Returns the text of a fact, its label in brackets where nobody has said it.
 * @param {string} number
 * @param {Filling} filling
 */
const factText = (number, { values, common }) => {
  const name = common.open[Number(number)];
  return values[name] || `[${common.placeholders[name]?.label ?? name}]`;
};

/**
 * Whether a segment stays, by its verb.
 * @type {Record<string, (of: string, filling: Filling) => boolean>}
 */
const SEGMENT_TESTS = {
  entry: (id, { without }) => !without.has(id),
  fact: (id, { without, values }) => !without.has(id) && Boolean(values[id]),
  link: (number, filling) => addressIn(factText(number, filling)) !== "",
  mail: (number, filling) => addressIn(factText(number, filling)).startsWith("mailto:"),
  other: (number, filling) => !SEGMENT_TESTS.mail(number, filling),
  rtl: (text, filling) =>
    startsRightToLeft(text.replace(FACT_MARK, (_, _at, number) => factText(number, filling))),
};

/**
 * Returns a template without the segments that are dropped, and their line breaks.
 * @param {string} template
 * @param {Filling} filling
 */
const keptText = (template, filling) => {
  let [text, before] = [template, ""];
  while (text !== before) {
    before = text;
    text = text.replace(SEGMENT, (_, line, verb, of, inner) =>
      SEGMENT_TESTS[verb](of, filling) ? line + inner : "",
    );
  }
  return text;
};

/**
 * Returns a section as a template.
 * @param {SectionData} section
 * @param {RoleData} role
 * @param {number} format The place of the format among a shape's.
 */
const sectionTemplate = (section, role, format) =>
  section.pieces
    .map((number) => {
      const [shape, ...words] = role.pieces[number];
      const texts = role.shapes[shape].slice(0, format + 1);
      const text = String(texts.findLast((it) => it !== 0));
      let at = 0;
      return text.replace(PIECE_HOLE, () => words[at++]);
    })
    .join("");

/**
 * Returns the sections of a posting that are not left out.
 * @param {Posting} posting
 */
const keptSections = ({ sections, filling }) =>
  sections.filter(({ id }) => !filling.without.has(id));

/**
 * Returns the names of the facts that a posting shows open, each once, in the order of the text.
 * @param {Posting} posting
 */
const openFacts = (posting) => {
  const { role, filling } = posting;
  const texts = keptSections(posting).map((it) => keptText(sectionTemplate(it, role, 0), filling));
  const marks = [...texts.join("\n").matchAll(FACT_MARK)];
  const names = marks.map(([, , number]) => filling.common.open[Number(number)]);
  return [...new Set(names.filter((name) => !filling.values[name]))];
};

/**
 * Returns the ids of the entries that a posting has and might have left out.
 * @param {Posting} posting
 */
const keptEntries = (posting) => {
  const { role, filling } = posting;
  const texts = keptSections(posting).map((section) => sectionTemplate(section, role, 0));
  const entries = [...texts.join("\n").matchAll(ENTRY)];
  const kept = entries.filter(([, verb, id]) => SEGMENT_TESTS[verb](id, filling));
  return new Set(kept.map(([, , id]) => id));
};
