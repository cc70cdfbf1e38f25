// Asks the engine: in a worker where there can be one, else in the page, as from a disk.
hiringSearch.client = ({ root, scripts }) => {
  const folder = new URL(`${root}search/`, location.href).href;
  const ENGINE = ["tokens", "words", "postings", "query", "score", "nearness", "passage", "engine"];
  let asked = null;

  const inPage = async () => {
    await hiringSearch.load(scripts, ENGINE).catch(() => {
      if (!hiringSearch.engine) throw new Error("the search's scripts can't be loaded");
    });
    const engine = hiringSearch.engine(folder);
    return (call, given) => engine[call](given);
  };

  const inWorker = () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(`${scripts}worker.js`);
      const waiting = new Map();
      let count = 0;
      const ask = (call, given) =>
        new Promise((answer, fail) => {
          count += 1;
          waiting.set(count, { answer, fail });
          worker.postMessage({ number: count, call, given });
        });
      worker.onmessage = ({ data: { number, answer, error } }) => {
        const { answer: say, fail } = waiting.get(number);
        waiting.delete(number);
        if (error) fail(new Error(error));
        else say(answer);
      };
      worker.onerror = reject;
      ask("start", folder).then(() => resolve(ask), reject);
    });

  const start = () =>
    location.protocol === "file:" ? inPage() : Promise.resolve().then(inWorker).catch(inPage);

  return (call, given) => {
    asked ??= start();
    asked.catch(() => (asked = null)); // so that it can be tried again
    return asked.then((ask) => ask(call, given));
  };
};
