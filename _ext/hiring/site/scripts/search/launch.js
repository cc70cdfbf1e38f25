// On every page: what is needed to know that somebody wants to search. The rest is loaded then.

const contentRoot = document.documentElement.dataset.content_root ?? "";
/** What the page's own tag of this script says: the handbook's folder, how addresses of pages end. */
const said = document.currentScript?.dataset ?? {};
const handbookRoot = `${contentRoot}${said.folder ?? ""}`;
/** @param {string} name */
const indexOf = (name) => `${contentRoot}${name}${said.ending ?? ".html"}`;
/** @param {string} name @returns {string} An address that is another one for other contents. */
const scriptAt = (name) => `${contentRoot}_static/hiring/search/${name}.js?v=${said.version}`;
// Another theme has a search of its own, which has forms, a dialog and keys.
const FORMS = said.ours ? "form.bd-search, form.hiring-search" : "form.hiring-search";
const CALM = 1500; // milliseconds in which nobody has begun to search
const RETRY = 5000; // milliseconds until what could not be loaded is tried again

/** @returns {NodeListOf<HTMLFormElement>} */
const searchForms = () => document.querySelectorAll(FORMS);
const isSearchPage = () => document.querySelector(".hiring-search-results") !== null;
const isOnDisk = location.protocol === "file:";

/** @returns {HTMLDialogElement | null} */
const searchDialog = () => (said.ours ? document.querySelector("dialog#pst-search-dialog") : null);

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

/** @param {string} name */
const loadPart = (name) => {
  const src = scriptAt(name);
  return addToHead(Object.assign(document.createElement("script"), { src }));
};

/**
 * Loads what every query needs while the worker's script is on its way, and hands it over; where it
 * can't be had, the worker asks for it again, and tells.
 * @param {Worker} worker
 * @param {string} folder
 */
const sendCore = async (worker, folder) => {
  const answer = await fetch(`${folder}core.js`).catch(() => null);
  const core = answer?.ok ? await answer.text().catch(() => "") : "";
  if (core) worker.postMessage({ core });
};

/** Starts the engine beside the box that will ask it: its data comes while the box does. */
const startWorker = () => {
  if (isOnDisk) return;
  const folder = new URL(`${handbookRoot}search/`, location.href).href;
  const address = `${scriptAt("worker")}#${encodeURIComponent(folder)}`;
  globalThis.hiringSearch ??= /** @type {HiringSearch} */ ({});
  if (hiringSearch.worker) return;
  try {
    const worker = new Worker(address);
    worker.onerror = () => {
      hiringSearch.worker = null; // the next one may be loaded
    };
    hiringSearch.worker = worker;
    hiringSearch.early = sendCore(worker, folder);
  } catch {
    // The box asks an engine in the page then.
  }
};

/** Adds the sheet of the results; the search page has it already, since it shows them at once. */
const addSheet = () => {
  const href = `${contentRoot}_static/hiring/search.css`;
  const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  addToHead(sheet).catch(() => {
    hasSheet = false; // results can be read without it
  });
};

let isLaunched = false;
let hasSheet = isSearchPage();
let retrying = 0;

/**
 * Says what else there is where the search can't be loaded, once, and tries again by itself.
 * @param {HTMLFormElement | null | undefined} form
 */
const sayLaunchFault = (form) => {
  const shown = form ?? searchForms()[0];
  const href = indexOf("hiring-a-z");
  const link = Object.assign(document.createElement("a"), { textContent: say("launch.a-z"), href });
  const said = Object.assign(document.createElement("p"), { className: "hiring-search-fault" });
  said.append(...sayAround("launch.fault", { index: [link] }));
  said.setAttribute("role", "status");
  shown?.after(said);
  retrying = setTimeout(() => launch(form), RETRY);
};

/** @param {HTMLFormElement | null} [form] The one that somebody is in; none where nobody is yet. */
const launch = async (form) => {
  if (isLaunched) return;
  isLaunched = true;
  clearTimeout(retrying);
  if (!hasSheet) addSheet();
  hasSheet = true;
  try {
    startWorker();
    await loadPart("box");
    const places = { root: handbookRoot, scriptAt, indexOf };
    for (const each of searchForms()) hiringSearch.startBox(each, places);
    for (const fault of document.querySelectorAll(".hiring-search-fault")) fault.remove();
  } catch {
    isLaunched = false;
    const fault = document.querySelector(".hiring-search-fault");
    if (fault) retrying = setTimeout(() => launch(form), RETRY);
    else if (form !== undefined) sayLaunchFault(form);
  }
};

/**
 * Keeps for the box that somebody has pressed Enter before it was there.
 * @param {SubmitEvent} event
 */
const keepEnter = (event) => {
  if (globalThis.hiringSearch?.shared || isSearchPage()) return;
  event.preventDefault();
  /** @type {HTMLFormElement} */ (event.currentTarget).dataset.opening = "here";
};

/** @returns {boolean} Whether the page has a search to open: in another theme it may have none. */
const openSearch = () => {
  /** @type {HTMLInputElement | null} */
  const field = document.querySelector("form.hiring-search input[name=q]");
  const dialog = searchDialog();
  if (field && isSearchPage()) field.focus();
  else if (dialog && !dialog.open) dialog.showModal();
  else return false;
  return true;
};

// Where the key is a letter, or another thing has what is typed.
const BUSY = "input, select, textarea, .hiring-search-panel, .hiring-search-results";

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

/** Shows again what somebody searched for on this page before they followed a result. */
const showAgain = () => {
  const query = history.state?.hiringSearch;
  if (typeof query !== "string" || isSearchPage()) return;
  const { hiringInPage: isInPage } = history.state;
  const form = isInPage ? document.querySelector("form.hiring-search") : null;
  if (!isInPage) searchDialog()?.showModal();
  const field = (form ?? searchDialog())?.querySelector("input");
  if (!field) return;
  field.value = query;
  field.focus();
};

/** Marks the words on this page that led here, if a search did. */
const markWords = () => {
  try {
    const kept = JSON.parse(sessionStorage.getItem("hiring-marks") ?? "null");
    if (!kept) return;
    sessionStorage.removeItem("hiring-marks");
    const isHere = kept.address === location.href.split("#")[0];
    if (!isHere || !("highlights" in CSS)) return;
    addSheet();
    loadPart("marks").then(
      () => hiringSearch.markWords(kept.words),
      () => {}, // the page can be read without them
    );
  } catch {
    // Storage may be forbidden.
  }
};

/** Loads what the first query needs while nothing else is to be done, where bytes are no matter. */
const warmWhenIdle = () => {
  /** @type {{ saveData?: boolean } | undefined} */
  const connection = Reflect.get(navigator, "connection");
  if (isOnDisk || connection?.saveData) return;
  const warm = () => {
    if (isLaunched) return;
    for (const href of [...["box", "worker"].map(scriptAt), `${handbookRoot}search/core.js`]) {
      const link = Object.assign(document.createElement("link"), { rel: "prefetch", href });
      document.head.append(link);
    }
  };
  const wait =
    globalThis.requestIdleCallback ?? ((/** @type {() => void} */ it) => setTimeout(it, RETRY));
  setTimeout(() => wait(warm), CALM);
};

addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isBusy(event) || isKeyOff()) return;
  if (openSearch()) event.preventDefault();
});

addEventListener("online", () => {
  if (document.querySelector(".hiring-search-fault")) launch(null);
});

for (const form of searchForms()) {
  form.addEventListener("focusin", () => launch(form));
  form.addEventListener("submit", keepEnter);
}
for (const button of said.ours ? document.querySelectorAll(".search-button__button") : []) {
  for (const kind of ["pointerenter", "focus"]) button.addEventListener(kind, () => launch());
}
document
  .querySelector(".hiring-search-close")
  ?.addEventListener("click", () => searchDialog()?.close());
showAgain();
markWords();
// A field may have had the focus before this ran; the search page shows results at once.
const focused = /** @type {HTMLFormElement | null} */ (document.activeElement?.closest(FORMS));
if (isSearchPage() || focused) launch(focused ?? null);
else if (document.readyState === "complete") warmWhenIdle();
else addEventListener("load", warmWhenIdle);
