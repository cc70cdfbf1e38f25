// The engine in a thread of its own, so that typing never waits for it.
importScripts(
  ...["data", "tokens", "words", "postings", "query", "score", "nearness", "passage", "engine"].map(
    (name) => `${name}.js`,
  ),
);

let engine = null;

onmessage = async ({ data: { number, call, given } }) => {
  try {
    if (call === "start") engine = hiringSearch.engine(given);
    postMessage({ number, answer: call === "start" ? null : await engine[call](given) });
  } catch (error) {
    postMessage({ number, error: String(error) });
  }
};
