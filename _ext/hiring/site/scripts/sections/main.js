// Lets readers copy the address of a section from the link of its heading, and say what is wrong or
// missing there; of a question too. Without this the link is a plain one, and the page's end has a report on all of it.

const ASKED_OF = "h2, h3, h4, h5, h6";
const HEADINGS = "h1, h2, h3, h4, h5, h6";
const QUESTION = '.hiring-permalink > a[href^="#"]';
const COPIED_SHOWN = 4000; // for how long it is said that an address was copied, in milliseconds

/**
 * The words of a heading, without the link at its end.
 * @param {Element} heading
 */
const headingWords = (heading) => {
  const copy = /** @type {Element} */ (heading.cloneNode(true));
  for (const link of copy.querySelectorAll(".headerlink")) link.remove();
  return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
};

/**
 * The address that a link within the page leads to, without what a search left in it.
 * @param {HTMLAnchorElement} link
 */
const sectionAddress = (link) => {
  const address = new URL(link.href);
  address.search = "";
  return address.href;
};

/**
 * Lets the link of a heading copy its address as well, and open what stands below the heading:
 * a finger can't hover.
 * @param {HTMLAnchorElement} link
 * @param {HTMLElement} status
 * @param {(link: HTMLAnchorElement) => void} open
 */
const letCopy = (link, status, open) => {
  // Only a page that came safely, or from this disk, may copy.
  const board = navigator.clipboard;
  if (board && link.matches(".headerlink")) link.title = status.dataset.copy ?? "";
  link.addEventListener("click", () => {
    open(link);
    // Browsers take the focus from a link that leads within its page.
    setTimeout(() => link.focus({ preventScroll: true }));
    board?.writeText(sectionAddress(link)).then(
      () => announce(status, status.dataset.copied ?? ""),
      () => announce(status, ""), // it was forbidden: the link has led there all the same
    );
  });
};

/** @type {ReturnType<typeof setTimeout> | undefined} */
let silence;

/**
 * Says something for a while; the same words twice are said twice.
 * @param {HTMLElement} status
 * @param {string} words
 */
const announce = (status, words) => {
  clearTimeout(silence);
  status.textContent = "";
  requestAnimationFrame(() => {
    status.textContent = words;
  });
  silence = setTimeout(() => {
    status.textContent = "";
  }, COPIED_SHOWN);
};

/**
 * Puts the question after a heading, with the heading's own words and anchor in where it leads.
 * @param {HTMLTemplateElement} template
 * @param {Element} heading
 * @param {HTMLAnchorElement} link
 */
const askBelow = (template, heading, link) => {
  const tools = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  const report = tools.querySelector("a");
  const title = headingWords(heading);
  if (report) {
    report.href = report.href
      .replaceAll("SECTION_TITLE", () => encodeURIComponent(title))
      .replaceAll("SECTION_ANCHOR", () => link.hash.slice(1));
    // The same words at each heading: whoever reads the list of links is told of which it is.
    report.setAttribute("aria-label", `${report.textContent} ${title}`);
  }
  heading.after(tools);
};

/** @param {HTMLAnchorElement} link */
const openBelow = (link) => {
  for (const other of document.querySelectorAll(".hiring-section-tools")) {
    other.classList.toggle("hiring-section-open", other === link.parentElement?.nextElementSibling);
  }
};

const addSectionTools = () => {
  /** @type {HTMLElement | null} */
  const said = document.querySelector(".hiring-copied");
  /** @type {HTMLTemplateElement | null} */
  const template = document.querySelector("template#hiring-section-tools");
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll(
    `.bd-article :is(:is(${HEADINGS}, th > p) > .headerlink, ${QUESTION})`,
  );
  for (const link of links) {
    const heading = link.parentElement;
    if (said) letCopy(link, said, openBelow);
    // Of a page's own heading the page's end asks.
    if (template && heading?.matches(ASKED_OF)) askBelow(template, heading, link);
  }
};

addSectionTools();
