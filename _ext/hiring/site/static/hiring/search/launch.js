// On every page: what is needed to know that somebody wants to search. The rest is loaded then.
(() => {
  const root = document.documentElement.dataset.content_root;
  const scripts = `${root}_static/hiring/search/`;
  const PARTS = ["data", "client", "recent", "results", "box"];
  let loaded = null;

  const load = (name) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${scripts}${name}.js`;
      script.async = false; // in the order of the list
      script.onload = resolve;
      script.onerror = () => reject(new Error(name));
      document.head.append(script);
    });

  // The search page has the sheet already: it shows results while it is drawn.
  const style = () => {
    const sheet = Object.assign(document.createElement("link"), {
      rel: "stylesheet",
      href: `${root}_static/hiring/search.css`,
    });
    document.head.append(sheet);
  };

  const boxes = () => document.querySelectorAll("form.bd-search, form.hiring-search");

  const begin = () => {
    if (!loaded && !document.getElementById("search-results")) style();
    loaded ??= Promise.all(PARTS.map(load)).then(() => {
      for (const form of boxes()) hiringSearch.box(form, { root, scripts });
    });
    return loaded;
  };

  const open = () => {
    const [field] = document.querySelectorAll("main form.hiring-search input[name=q]");
    const dialog = document.getElementById("pst-search-dialog");
    if (field && document.getElementById("search-results")) field.focus();
    else if (dialog && !dialog.open) dialog.showModal();
  };

  const writing = (element) =>
    element.isContentEditable || /^(?:input|select|textarea)$/i.test(element.tagName);

  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (writing(event.target)) return;
    event.preventDefault();
    open();
  });

  for (const form of boxes()) form.addEventListener("focusin", begin, { once: true });
  // A field may have had the focus before this ran; the search page shows results at once.
  if (document.getElementById("search-results") || document.activeElement?.form?.matches(".bd-search, .hiring-search")) {
    begin();
  }
})();
