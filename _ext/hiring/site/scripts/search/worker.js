// The engine in a thread of its own, so that typing never waits for it. It starts by itself: its
// address says, behind the #, in which folder the data is.

/** @typedef {"ask" | "choices"} Call */

if (!("DecompressionStream" in globalThis)) importScripts(`inflate.js${location.search}`);

const ownFolder = decodeURIComponent(location.hash.slice(1));
const ownEngine = new SearchEngine(ownFolder);

/**
 * Takes the core, which the page has loaded beside this script, and gets ready for a query.
 * @param {string} core
 */
const takeCore = (core) => {
  try {
    takeData(core);
    loadedFiles.set(`${ownFolder}core.js`, Promise.resolve());
  } catch {
    // It is damaged, and is loaded anew.
  }
  ownEngine.warm();
};

globalThis.onmessage = async ({ data: { core, number, call, given } }) => {
  if (core) {
    takeCore(core);
    return;
  }
  try {
    const answer = await (call === "ask" ? ownEngine.ask(given) : ownEngine.choices());
    postMessage({ number, answer });
  } catch (error) {
    postMessage({ number, error: String(error) });
  }
};
