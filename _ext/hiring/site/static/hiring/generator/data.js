// The generator's data, a file a role, loaded when it is asked for. A file is a script that calls
// `receive`: that works from a disk and under a strict policy, where a page may not fetch.
// Each of the generator's scripts adds its part to `hiringGenerator`.
const hiringGenerator = (() => {
  const loads = new Map();
  const done = new Map();

  // Returns the promise of a file's data, as `roles/data-engineer`; `folder` ends with a slash.
  const load = (name, folder, version) => {
    if (!loads.has(name)) {
      loads.set(
        name,
        new Promise((resolve, reject) => {
          const script = document.createElement("script");
          script.src = `${folder}${name}.js?v=${version}`;
          script.onerror = () => {
            loads.delete(name); // so that it can be tried again
            reject(new Error(name));
          };
          done.set(name, resolve);
          document.head.append(script);
        }),
      );
    }
    return loads.get(name);
  };

  const receive = (name, data) => done.get(name)?.(data);

  return { load, receive };
})();
