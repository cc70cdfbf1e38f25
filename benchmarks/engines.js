// Each engine as one function: the links that it finds for a query, best first, as page#anchor.
// Run in a page of the site that is measured; the base is the site's address.
globalThis.engines = {
  ours: async () => {
    document.querySelector("main form.hiring-search input").focus();
    const ready = () => typeof hiringSearch !== "undefined" && hiringSearch.shared;
    while (!ready()) await new Promise((done) => setTimeout(done, 2));
    return async (query) => {
      const { groups } = await hiringSearch.shared.ask("ask", { query });
      return groups.flatMap(({ hits }) => hits.map(({ url }) => url));
    };
  },

  // The same words and weights, as the design had it: an index of all records, loaded whole.
  minisearch: async () => {
    const [index, pages] = await Promise.all(
      ["index", "pages"].map(async (name) => (await fetch(`/_bench/${name}.json`)).json()),
    );
    const engine = MiniSearch.loadJS(index, options(pages.language));
    const search = (query, more) => engine.search(query, { ...SEARCH, ...more });
    return async (query) => {
      let found = search(query, { combineWith: "AND" });
      if (!found.length) found = search(query, { combineWith: "OR" });
      return found.slice(0, 24).map(({ id }) => pages.links[id]);
    };
  },

  // Sphinx's own scoring, without the elements that it makes.
  sphinx: async () => async (query) => {
    const found = Search._performSearch(...Search._parseQuery(query)).reverse();
    return found.slice(0, 24).map(([page, , anchor]) => `${page}${anchor}`);
  },

  pagefind: async () => {
    const engine = await import("/pagefind/pagefind.js");
    return async (query) => {
      const { results } = await engine.search(query);
      const data = await Promise.all(results.slice(0, 8).map((result) => result.data()));
      return data.map(({ url, sub_results: parts }) => {
        const most = Math.max(...parts.map(({ locations }) => locations.length));
        return (parts.find(({ locations }) => locations.length === most)?.url ?? url).slice(1);
      });
    };
  },
};

const SEARCH = {
  boost: { title: 4, aliases: 4, heading: 3, kinds: 2.5, text: 1 },
  prefix: (term) => term.length > 2,
  fuzzy: (term) => (term.length > 3 ? 0.2 : false),
};

const options = (language) => {
  const tokens = new Tokens(language);
  return {
    fields: ["title", "aliases", "heading", "kinds", "text"],
    tokenize: (text) => tokens.telling(text),
    processTerm: (term) => term,
  };
};

const script = (src) =>
  new Promise((onload, onerror) => {
    document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror }));
  });

// Returns what is found, how long the first answer takes with all that it loads, and the 95th
// percentile of all when what they need has been loaded.
globalThis.measure = async (name, scripts, queries) => {
  const began = performance.now();
  for (const src of scripts) await script(`/${src}`);
  const ask = await engines[name]();
  const found = { [queries[0]]: await ask(queries[0]) };
  const first = performance.now() - began;
  for (const query of queries) found[query] = await ask(query);
  const times = [];
  for (const query of queries) {
    const start = performance.now();
    await ask(query);
    times.push(performance.now() - start);
  }
  times.sort((one, other) => one - other);
  return { found, first, p95: times[Math.floor(times.length * 0.95)] };
};
