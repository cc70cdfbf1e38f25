// What is searched, as the address of the search page says it: behind a #, which no browser sends.
hiringSearch.address = (() => {
  const LONGEST = 1000; // what the engine reads; hosts refuse addresses of many more letters
  const NAMES = ["q", "kind", "family", "level", "audience"];

  // Returns values by their names, or null; a link from elsewhere may have them in a query.
  const read = () => {
    for (const part of [location.hash.slice(1), location.search]) {
      const { q, ...more } = Object.fromEntries(new URLSearchParams(part));
      const found = { q: q?.slice(0, LONGEST), ...more };
      if (NAMES.some((name) => found[name])) return found;
    }
    return null;
  };

  const written = ({ q, ...more }) => {
    const all = Object.entries({ q: q.slice(0, LONGEST), ...more });
    return `#${new URLSearchParams(all.filter(([, value]) => value))}`;
  };

  const write = (values) => {
    try {
      history.replaceState(null, "", location.pathname + written(values));
    } catch {
      // Some browsers let no page from a disk change its address.
    }
  };

  return { read, written, write, LONGEST };
})();
