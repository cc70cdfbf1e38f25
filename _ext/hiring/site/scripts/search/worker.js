// The engine in a thread of its own, so that typing never waits for it.

/** @typedef {"start" | "ask" | "choices"} Call */

/** @type {SearchEngine | null} */
let ownEngine = null;

/**
 * @param {Call} call
 * @param {any} given For "start" the folder of the data.
 */
const answerCall = async (call, given) => {
  if (call !== "start") return call === "ask" ? ownEngine?.ask(given) : ownEngine?.choices();
  ownEngine = new SearchEngine(given);
  return null;
};

globalThis.onmessage = async ({ data: { number, call, given } }) => {
  try {
    postMessage({ number, answer: await answerCall(call, given) });
  } catch (error) {
    postMessage({ number, error: String(error) });
  }
};
