// On every page: what is needed to know that somebody wants to search. The rest is loaded then.

const contentRoot = document.documentElement.dataset.content_root ?? "";
const scriptFolder = `${contentRoot}_static/hiring/search/`;
const FORMS = "form.bd-search, form.hiring-search";

/** @returns {NodeListOf<HTMLFormElement>} */
const searchForms = () => document.querySelectorAll(FORMS);
const isSearchPage = () => document.getElementById("search-results") !== null;

/**
 * Adds an element to the head; the promise is kept when it is loaded.
 * @template {HTMLElement} T
 * @param {T} element
 * @returns {Promise<Event>}
 */
const addToHead = (element) =>
  new Promise((resolve, reject) => {
    element.onload = resolve;
    element.onerror = reject;
    document.head.append(element);
  });

const loadBox = () => {
  const src = `${scriptFolder}box.js`;
  return addToHead(Object.assign(document.createElement("script"), { src }));
};

/** Adds the sheet of the results; the search page has it already, since it shows them at once. */
const addSheet = () => {
  const href = `${contentRoot}_static/hiring/search.css`;
  const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  addToHead(sheet).catch(() => {}); // results can be read without it
};

/** Says what else there is where the search can't be loaded; the next focus tries it again. */
const sayLaunchFault = () => {
  const href = `${contentRoot}hiring-a-z.html`;
  const link = Object.assign(document.createElement("a"), { textContent: "A to Z", href });
  const said = Object.assign(document.createElement("p"), { className: "hiring-search-fault" });
  said.append("The search can’t be loaded now. Look it up in the ", link, ".");
  for (const form of searchForms()) form.after(said.cloneNode(true));
};

let isLaunched = false;
let hasSheet = isSearchPage();

const launch = async () => {
  if (isLaunched) return;
  isLaunched = true;
  if (!hasSheet) addSheet();
  hasSheet = true;
  for (const said of document.querySelectorAll(".hiring-search-fault")) said.remove();
  try {
    await loadBox();
    const places = { root: contentRoot, scripts: scriptFolder };
    for (const form of searchForms()) hiringSearch.startBox(form, places);
  } catch {
    isLaunched = false;
    sayLaunchFault();
  }
};

const openSearch = () => {
  /** @type {HTMLInputElement | null} */
  const field = document.querySelector("main form.hiring-search input[name=q]");
  const dialog = document.getElementById("pst-search-dialog");
  if (field && isSearchPage()) field.focus();
  else if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
};

// Where the key is a letter, or another thing has what is typed.
const BUSY = "input, select, textarea, .hiring-search-panel, #search-results";

/** @param {KeyboardEvent} event */
const isBusy = ({ target }) => {
  const isTyping =
    target instanceof HTMLElement && (target.isContentEditable || target.closest(BUSY));
  return isTyping || document.querySelector("dialog[open]");
};

const isKeyOff = () => {
  try {
    return localStorage.getItem("hiring-search-slash") === "off"; // slash.js writes it
  } catch {
    return false;
  }
};

addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isBusy(event) || isKeyOff()) return;
  event.preventDefault();
  openSearch();
});

for (const form of searchForms()) form.addEventListener("focusin", launch);
// A field may have had the focus before this ran; the search page shows results at once.
if (isSearchPage() || document.activeElement?.closest(FORMS)) launch();
