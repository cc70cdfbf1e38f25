// What the generator's buttons do.

/** @typedef {NonNullable<Generator["shown"]>} Shown */

const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * Returns the stem of a posting's files.
 * @param {Shown} shown
 */
const fileStem = ({ known, choices }) => [known.role.key, choices.level].filter(Boolean).join("--");

/**
 * @param {Shown} shown
 * @param {GeneratorPage} page
 */
const copyPosting = async ({ posting }, page) => {
  const texts = { html: postingText(posting, "html"), text: postingText(posting, "text") };
  page.tell(await copyRich({ ...texts, shown: page.preview }, "The posting"));
};

/**
 * @param {Shown} shown
 * @param {GeneratorPage} page
 */
const copyChecklist = async ({ checklist }, page) => {
  const texts = { html: checklist.text("html"), text: checklist.text("text") };
  const said = await copyRich({ ...texts, shown: page.checklist }, "The checklist");
  page.tell(said, "checklist-said");
};

/**
 * @param {Shown} shown
 * @param {GeneratorPage} page
 */
const copyLink = async ({ choices }, page) => {
  const text = new URL(hashOf(choices), location.href).href;
  const link = makeElement("a", { href: text }, text);
  page.part("link").replaceChildren(link);
  const html = `<a href="${escapedAttribute(text)}">${escapedText(text)}</a>`;
  page.tell(await copyRich({ html, text, shown: link }, "The link"));
};

/**
 * @param {Shown} shown
 * @param {GeneratorPage} page
 */
const saveWord = async (shown, page) => {
  const { posting, known, choices } = shown;
  const word = await loadFile("word", page.files);
  const author = known.common.company.name;
  const day = choices.facts.posted || known.role.reviewed || "1980-01-01";
  saveFile(`${fileStem(shown)}.docx`, wordDocument(posting, word, { author, day }), WORD_TYPE);
};

/** @param {Shown} shown */
const saveData = (shown) => {
  const { posting, choices, known } = shown;
  const data = JSON.stringify(jobPostingData(posting, choices, known), null, 2);
  saveFile(`${fileStem(shown)}.jsonld`, `${data}\n`, "application/ld+json");
};

/**
 * What each button does, by its name.
 * @type {Record<string, (shown: Shown, page: GeneratorPage) => unknown>}
 */
const GENERATOR_ACTIONS = {
  copy: copyPosting,
  markdown: (it) =>
    saveFile(`${fileStem(it)}.md`, postingText(it.posting, "markdown"), "text/markdown"),
  text: (it) => saveFile(`${fileStem(it)}.txt`, postingText(it.posting, "text"), "text/plain"),
  word: saveWord,
  data: saveData,
  print: (_, page) => page.print(page.preview),
  link: copyLink,
  "copy-checklist": copyChecklist,
  "print-checklist": (_, page) => page.print(page.checklist),
};
