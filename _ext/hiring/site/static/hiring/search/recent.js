// What was searched before: in this browser alone, and gone when the reader says so.
hiringSearch.recent = (() => {
  const NAME = "hiring-searches";
  const MOST = 6;

  const all = () => {
    try {
      const found = JSON.parse(localStorage.getItem(NAME) ?? "[]");
      return found.filter((query) => typeof query === "string").slice(0, MOST);
    } catch {
      return []; // storage may be forbidden, or hold what somebody else wrote
    }
  };

  const keep = (found) => {
    try {
      if (found.length) localStorage.setItem(NAME, JSON.stringify(found));
      else localStorage.removeItem(NAME);
    } catch {
      // Nothing is kept where nothing may be.
    }
  };

  const add = (query) => {
    const said = query.trim().slice(0, 100);
    if (said) keep([said, ...all().filter((other) => other !== said)].slice(0, MOST));
  };

  return { all, add, clear: () => keep([]) };
})();
