// Asks the engine: in a worker where there can be one, else in the page, as from a disk.

/**
 * Where things are: the handbook's folder on the site, ending with a slash, and the addresses of
 * these scripts and of indices by their names.
 * @typedef {object} Places
 * @property {string} root
 * @property {(name: string) => string} scriptAt
 * @property {(name: string) => string} indexOf
 */

/** @typedef {{ families: string[], levels: string[], audiences: string[], roles: RoleLink[], sought: string[], report: string }} Choices */

/** @typedef {{ (call: "ask", given: Question): Promise<Answer>, (call: "choices"): Promise<Choices> }} Ask */

/** @typedef {(call: Call, given?: any) => Promise<any>} Send */

/**
 * Returns the engine in this very page.
 * @param {string} folder
 * @param {Places["scriptAt"]} scriptAt
 * @returns {Promise<Send>}
 */
const startInPage = async (folder, scriptAt) => {
  if (!hiringSearch.Engine) await addScript(scriptAt("engine"));
  if (!("DecompressionStream" in globalThis)) await addScript(scriptAt("inflate"));
  if (!hiringSearch.Engine) throw new Error("the search's scripts can't be loaded");
  const engine = new hiringSearch.Engine(folder);
  return (call, given) => (call === "ask" ? engine.ask(given) : engine.choices());
};

/** Says that there is no worker, and not that it had no answer. */
class WorkerFault extends Error {}

/**
 * Returns the engine in a worker, which answers each message by its number.
 * @param {string} folder
 * @param {Places["scriptAt"]} scriptAt
 * @returns {Send}
 */
const startInWorker = (folder, scriptAt) => {
  const worker =
    hiringSearch.worker ?? new Worker(`${scriptAt("worker")}#${encodeURIComponent(folder)}`);
  const waiting = new Map();
  let count = 0;
  worker.onmessage = ({ data: { number, answer, error } }) => {
    const asked = waiting.get(number);
    waiting.delete(number);
    if (error) asked.fail(new Error(error));
    else asked.answer(answer);
  };
  worker.onerror = () => {
    hiringSearch.worker = null;
    for (const { fail } of waiting.values()) fail(new WorkerFault());
    waiting.clear();
  };
  return (call, given) =>
    new Promise((answer, fail) => {
      count += 1;
      waiting.set(count, { answer, fail });
      worker.postMessage({ number: count, call, given });
    });
};

/**
 * Returns the function that asks the engine, which starts with the first question.
 * @param {Places} places
 * @returns {Ask}
 */
const createClient = ({ root, scriptAt }) => {
  const folder = new URL(`${root}search/`, location.href).href;
  /** @type {Promise<Send> | null} */
  let started = null;
  const inPage = () => startInPage(folder, scriptAt);
  const start = async () => {
    if (location.protocol === "file:") return inPage();
    await hiringSearch.early; // before the worker is asked anything: it may also be gone by then
    const send = startInWorker(folder, scriptAt);
    // The first question tells whether the worker runs at all.
    return send("choices").then(
      () => send,
      (fault) => (fault instanceof WorkerFault ? inPage() : send),
    );
  };
  return async (/** @type {Call} */ call, /** @type {any} */ given = undefined) => {
    started ??= start();
    // Forgotten where it fails, so that it can be tried again.
    started.catch(() => {
      started = null;
    });
    return (await started)(call, given && { ...given, now: Date.now() });
  };
};
