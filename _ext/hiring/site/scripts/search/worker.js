// The engine in a thread of its own, so that typing never waits for it. It starts by itself: its
// address says, behind the #, in which folder the data is.

/** @typedef {"ask" | "choices"} Call */

const ownEngine = new SearchEngine(decodeURIComponent(location.hash.slice(1)));
ownEngine.warm();

globalThis.onmessage = async ({ data: { number, call, given } }) => {
  try {
    const answer = await (call === "ask" ? ownEngine.ask(given) : ownEngine.choices());
    postMessage({ number, answer });
  } catch (error) {
    postMessage({ number, error: String(error) });
  }
};
