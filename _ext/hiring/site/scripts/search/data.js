// The search's data, loaded when it is asked for, by a page or by a worker. Each file is a script of
// calls of `hiringSearch.receive`: that works from a disk and under a strict policy, where a page may
// not fetch. It is compressed, since not every host does that. What other scripts need of these is in
// `hiringSearch`, the search's only global.

/** @typedef {[build: string, compressed: string]} Packed */

/**
 * @typedef {object} HiringSearch
 * @property {typeof receiveData} receive What each data file calls.
 * @property {typeof loadData} load
 * @property {typeof forgetData} forget
 * @property {typeof openData} open
 * @property {Promise<void>} [early] Kept when the worker has the data that was loaded beside its script.
 * @property {(compressed: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>} [inflate] In browsers that can't.
 * @property {typeof startBox} startBox Where the scripts of the box are loaded.
 * @property {(words: string[]) => void} markWords Where that script is loaded.
 * @property {Worker | null} [worker] The engine's, started before the box that asks it is there.
 * @property {{ ask: Ask, results: Results }} [shared] What all boxes of a page use.
 * @property {(page: string, evidence: Evidence) => void} [note] Where
 *   benchmarks/ranking.py learns how much each thing tells.
 * @property {typeof SearchEngine} [Engine] Where the engine is loaded into this very thread.
 * @property {typeof Tokens} [Tokens] As the engine; the tests compare its parts with Python's.
 * @property {{ read: typeof readPostings, numbers: typeof readNumbers }} [postings] As Tokens.
 */

/** @type {Map<string, Packed>} */
const receivedData = new Map();

/** @type {Map<string, Promise<void>>} By address: whether it worked or not. */
const loadedFiles = new Map();

const CALL = /^hiringSearch\.receive\((.*)\);$/gm;

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
 * Takes what a file hands over without running it: a worker runs scripts one after the other.
 * @param {string} text
 */
const takeData = (text) => {
  for (const [, call] of text.matchAll(CALL)) {
    const [name, data] = JSON.parse(`[${call}]`);
    receiveData(name, data);
  }
};

/** @param {string} address */
const fetchData = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address);
  takeData(await answer.text());
};

/**
 * Loads files side by side, each once; one that is missing or cut short hands nothing over.
 * @param {string} folder It ends with a slash.
 * @param {string[]} files As `words/3`.
 * @param {string} [version] "" or a query as `?v=3`.
 */
const loadData = async (folder, files, version = "") => {
  const load = typeof importScripts === "function" ? fetchData : addScript;
  const addresses = files.map((file) => `${folder}${file}.js${version}`);
  for (const address of addresses) {
    if (loadedFiles.has(address)) continue;
    const forget = () => {
      loadedFiles.delete(address); // whoever asks next tries it again
    };
    loadedFiles.set(address, load(address).catch(forget));
  }
  await Promise.all(addresses.map((address) => loadedFiles.get(address)));
  return receivedData;
};

/**
 * Takes what a data file holds.
 * @param {string} name
 * @param {Packed} data
 */
const receiveData = (name, data) => {
  receivedData.set(name, data);
};

/** Makes the next `loadData` load everything anew. */
const forgetData = () => {
  receivedData.clear();
  loadedFiles.clear();
};

const BASE64 = "base64,";

/** @type {WeakMap<Packed, Promise<any>>} */
const openedData = new WeakMap();

/** @param {Packed} data */
const inflateData = async ([, compressed]) => {
  const signs = atob(compressed.slice(BASE64.length));
  const bytes = Uint8Array.from(signs, (sign) => sign.charCodeAt(0));
  const { inflate } = hiringSearch;
  if (inflate) return JSON.parse(new TextDecoder().decode(inflate(bytes)));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).json();
};

/**
 * Returns data as it was before it was compressed; fails where it is damaged.
 * @param {Packed} data
 */
const openData = (data) => {
  const opened = openedData.get(data) ?? inflateData(data);
  openedData.set(data, opened);
  return opened;
};

globalThis.hiringSearch = /** @type {HiringSearch} */ ({
  ...globalThis.hiringSearch,
  load: loadData,
  receive: receiveData,
  forget: forgetData,
  open: openData,
});
