// On every page: what is needed to know that somebody wants to search. The rest is loaded then.
(() => {
  const root = document.documentElement.dataset.content_root;
  const scripts = `${root}_static/hiring/search/`;
  const PARTS = ["data", "client", "recent", "results", "address", "slash", "box"];
  const parts = new Map(); // by name: the promise of a script, unless it failed
  let begun = false;

  const load = (name) => {
    const loading = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${scripts}${name}.js`;
      script.async = false; // in the order of the list
      script.onload = resolve;
      script.onerror = () => reject(new Error(name));
      document.head.append(script);
    });
    loading.catch(() => parts.delete(name));
    return parts.set(name, loading).get(name);
  };

  // The search page has the sheet already: it shows results while it is drawn.
  const style = () => {
    const sheet = Object.assign(document.createElement("link"), {
      rel: "stylesheet",
      href: `${root}_static/hiring/search.css`,
    });
    document.head.append(sheet);
  };

  const boxes = () => document.querySelectorAll("form.bd-search, form.hiring-search");

  // Says what else there is where the search can't be loaded; the next focus tries it again.
  const sayFault = () => {
    const link = Object.assign(document.createElement("a"), { textContent: "A to Z" });
    link.href = `${root}hiring-a-z.html`;
    const said = Object.assign(document.createElement("p"), { className: "hiring-search-fault" });
    said.append("The search can’t be loaded now. Look it up in the ", link, ".");
    for (const form of boxes()) form.after(said.cloneNode(true));
  };

  const begin = async () => {
    if (begun) return;
    begun = true;
    if (!parts.size && !document.getElementById("search-results")) style();
    for (const said of document.querySelectorAll(".hiring-search-fault")) said.remove();
    try {
      await Promise.all(PARTS.map((name) => parts.get(name) ?? load(name)));
      for (const form of boxes()) hiringSearch.box(form, { root, scripts });
    } catch {
      begun = false;
      sayFault();
    }
  };

  const open = () => {
    const [field] = document.querySelectorAll("main form.hiring-search input[name=q]");
    const dialog = document.getElementById("pst-search-dialog");
    if (field && document.getElementById("search-results")) field.focus();
    else if (dialog && !dialog.open) dialog.showModal();
  };

  // Where the key is a letter, or another thing has what is typed.
  const BUSY = "input, select, textarea, .hiring-search-panel, #search-results";
  const isBusy = ({ target }) =>
    target.isContentEditable || target.closest(BUSY) || document.querySelector("dialog[open]");

  const isOff = () => {
    try {
      return localStorage.getItem("hiring-search-slash") === "off"; // slash.js writes it
    } catch {
      return false;
    }
  };

  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isBusy(event) || isOff()) return;
    event.preventDefault();
    open();
  });

  for (const form of boxes()) form.addEventListener("focusin", begin);
  // A field may have had the focus before this ran; the search page shows results at once.
  if (document.getElementById("search-results") || document.activeElement?.form?.matches(".bd-search, .hiring-search")) {
    begin();
  }
})();
