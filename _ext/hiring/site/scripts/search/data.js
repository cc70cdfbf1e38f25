// The search's data, loaded when it is asked for, by a page or by a worker. Each file is a script
// that calls `hiringSearch.receive`: that works from a disk and under a strict policy, where a page
// may not fetch. What other scripts need of these is in `hiringSearch`, the search's only global.

/**
 * @typedef {object} HiringSearch
 * @property {typeof receiveData} receive What each data file calls.
 * @property {typeof loadData} load
 * @property {typeof forgetData} forget
 * @property {typeof startBox} startBox Where the scripts of the box are loaded.
 * @property {{ ask: Ask, results: Results }} [shared] What all boxes of a page use.
 * @property {typeof SearchEngine} [Engine] Where the engine is loaded into this very thread.
 * @property {typeof Tokens} [Tokens] As the engine; the tests compare its parts with Python's.
 * @property {{ read: typeof readPostings, numbers: typeof readNumbers }} [postings] As Tokens.
 */

/** @type {Map<string, any>} */
const receivedData = new Map();

/**
 * Runs the script at an address in this page.
 * @param {string} address
 * @returns {Promise<void>}
 */
const addScript = (address) =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve(script.remove());
    script.onerror = () => reject(new Error(address));
    document.head.append(script);
  });

/**
 * Runs scripts in this page or in this worker.
 * @param {string[]} addresses
 */
const runScripts = async (addresses) => {
  if (typeof importScripts === "function") importScripts(...addresses);
  else await Promise.all(addresses.map(addScript));
};

/**
 * Returns the data of files, as `words/3`. A file that is missing or cut short fails all: half of
 * an index would find wrong things.
 * @param {string} folder It ends with a slash.
 * @param {string[]} names
 * @param {string} [version] "" or a query as `?v=3`.
 * @returns {Promise<any[]>}
 */
const loadData = async (folder, names, version = "") => {
  const missing = names.filter((name) => !receivedData.has(name));
  if (missing.length) await runScripts(missing.map((name) => `${folder}${name}.js${version}`));
  const lost = names.find((name) => !receivedData.has(name));
  if (lost !== undefined) throw new Error(`${lost} is damaged`);
  return names.map((name) => receivedData.get(name));
};

/**
 * Takes what a data file holds.
 * @param {string} name
 * @param {any} data
 */
const receiveData = (name, data) => {
  receivedData.set(name, data);
};

/** Makes the next `loadData` load everything anew. */
const forgetData = () => receivedData.clear();

globalThis.hiringSearch = /** @type {HiringSearch} */ ({
  load: loadData,
  receive: receiveData,
  forget: forgetData,
});
