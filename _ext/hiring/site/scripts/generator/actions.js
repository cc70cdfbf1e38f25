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
  const done = say("copied");
  page.tell(await copyRich({ ...texts, shown: page.preview }, done));
};

/**
 * Copies the markup itself, for a field that takes HTML.
 * @param {Shown} shown
 * @param {GeneratorPage} page
 */
const copyHtml = async ({ posting }, page) => {
  const copied = { text: postingText(posting, "html"), shown: page.preview };
  page.tell(await copyRich(copied, say("copied-html")));
};

/**
 * @param {Shown} shown
 * @param {GeneratorPage} page
 */
const copyLink = async ({ choices, known }, page) => {
  const text = new URL(hashOf(choices), location.href).href;
  const link = makeElement("a", { href: text }, text);
  page.part("link").replaceChildren(link);
  const html = `<a href="${escapedAttribute(text)}">${escapedText(text)}</a>`;
  const typed = hasTyped(choices, known.common) ? [say("not-in-link")] : [];
  const done = [say("copied-link"), ...typed].join(" ");
  page.tell(await copyRich({ html, text, shown: link }, done));
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
  const country = countryOf(choices, known);
  const data = wordDocument(posting, word, { author, day, country });
  saveFile(`${fileStem(shown)}.docx`, data, WORD_TYPE);
};

/** @param {Shown} shown */
const saveData = (shown) => {
  const { posting, choices, known } = shown;
  const data = JSON.stringify(jobPostingData(posting, choices, known), null, 2);
  saveFile(`${fileStem(shown)}.jsonld`, `${data}\n`, "application/ld+json");
};

/**
 * What each button does, by its name.
 * @type {Record<string, (shown: Shown, page: GeneratorPage, generator: Generator) => unknown>}
 */
const GENERATOR_ACTIONS = {
  copy: copyPosting,
  html: copyHtml,
  markdown: (it) =>
    saveFile(`${fileStem(it)}.md`, postingText(it.posting, "markdown"), "text/markdown"),
  text: (it) => saveFile(`${fileStem(it)}.txt`, postingText(it.posting, "text"), "text/plain"),
  word: saveWord,
  data: saveData,
  print: (_, page) => printAlone(page.preview),
  link: copyLink,
  forget: (_shown, _page, generator) => generator.forget(),
};
