// The search's data, loaded when it is asked for, by a page or by a worker. Each file is a script
// that calls `receive`: that works from a disk and under a strict policy, where a page may not
// fetch. Each of the search's scripts adds its part to `hiringSearch`.
const hiringSearch = (() => {
  const received = new Map();

  const element = (address) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => resolve(script.remove());
      script.onerror = () => reject(new Error(address));
      document.head.append(script);
    });

  const run =
    typeof importScripts === "function"
      ? async (addresses) => importScripts(...addresses)
      : (addresses) => Promise.all(addresses.map(element));

  // Returns the promise of the data of files, as `words/3`; `folder` ends with a slash, `version` is
  // "" or a query as `?v=3`. A file that is missing or cut short fails all: half of an index would
  // find wrong things.
  const load = async (folder, names, version = "") => {
    const missing = names.filter((name) => !received.has(name));
    if (missing.length) await run(missing.map((name) => `${folder}${name}.js${version}`));
    const lost = names.find((name) => !received.has(name));
    if (lost !== undefined) throw new Error(`${lost} is damaged`);
    return names.map((name) => received.get(name));
  };

  const receive = (name, data) => received.set(name, data);
  const forget = () => received.clear();

  return { load, receive, forget };
})();
