// One search box: a form, and the results below it while somebody types.
hiringSearch.box = (form, places) => {
  const { recent } = hiringSearch;
  hiringSearch.shared ??= { ask: hiringSearch.client(places), view: hiringSearch.results(places) };
  const { ask, view } = hiringSearch.shared;
  const { element, button } = view;

  const field = form.elements.q;
  const page = document.getElementById("search-results");
  const isPage = page !== null && !form.closest("dialog");
  const FILTERS = { kind: "Kind", family: "Family", level: "Level", audience: "Readers" };
  const HANDED_OVER = "hiring-search";

  const status = element("p", { className: "hiring-search-status", role: "status" });
  const filters = element("div", { className: "hiring-search-filters" });
  const body = element("div", { className: "hiring-search-body" });
  const panel = isPage ? page : element("div", { className: "hiring-search-panel" });
  panel.append(filters, status, body);
  if (!isPage) form.after(panel);
  form.hiringSearch = true;

  let most = 8;
  let [running, waiting] = [false, false];

  const values = () =>
    Object.fromEntries([...filters.querySelectorAll("select")].map((it) => [it.name, it.value]));

  // ---------- What is shown

  let saying = 0;
  // Said when the reader pauses: not every letter's count is read out.
  const say = (text) => {
    clearTimeout(saying);
    saying = setTimeout(() => (status.textContent = text), 250);
  };

  const replace = (query) => {
    field.value = query;
    field.focus();
    change();
  };

  const showStart = () => {
    const found = recent.all();
    say("");
    if (!found.length) {
      body.replaceChildren(...(isPage ? [view.aToZ()] : []));
      return;
    }
    const again = found.map((query) => element("li", {}, button(query, () => replace(query))));
    const clear = button("Clear recent searches", () => {
      recent.clear();
      field.focus();
      showStart();
    });
    body.replaceChildren(
      element("p", { className: "hiring-search-label" }, "Recent searches, kept in this browser only"),
      element("ul", { className: "hiring-search-recent" }, ...again),
      clear,
    );
  };

  const corrected = (answer) =>
    answer.correction
      ? [element("p", {}, "Did you mean ", button(answer.correction, () => replace(answer.correction)), "?")]
      : [];

  const leadOn = (answer, query) => {
    const parts = [];
    const known = query.split(/\s+/).filter((word) => !answer.unknown.includes(word.toLowerCase()));
    if (answer.unknown.length && known.length && known.length < query.split(/\s+/).length) {
      const rest = known.join(" ");
      parts.push(element("p", {}, "Search without what is on no page: ", button(rest, () => replace(rest))));
    }
    if (Object.values(values()).some(Boolean)) {
      const whole = button("Search everything", () => {
        for (const select of filters.querySelectorAll("select")) select.value = "";
        change();
      });
      parts.push(element("p", {}, whole));
    }
    return [...parts, view.aToZ()];
  };

  const show = (answer, query) => {
    say(view.summary(answer, query));
    const more = button("Show more", () => {
      most += 16;
      change();
    });
    body.replaceChildren(
      ...corrected(answer),
      ...(answer.groups.length ? [view.list(answer.groups)] : leadOn(answer, query)),
      ...(answer.more ? [more] : []),
    );
  };

  const showFault = () => {
    status.textContent = "The search data is missing or damaged, so nothing can be found here now.";
    body.replaceChildren(element("p", {}, button("Try again", () => location.reload())), view.aToZ());
  };

  // ---------- What the reader does

  const run = async () => {
    if (running) {
      waiting = true;
      return;
    }
    running = true;
    do {
      waiting = false;
      const query = field.value;
      try {
        if (query.trim()) show(await ask("ask", { query, filters: values(), most }), query.trim());
        else showStart();
      } catch {
        showFault();
      }
    } while (waiting);
    running = false;
    panel.dataset.ready = field.value;
  };

  const change = () => {
    panel.removeAttribute("data-ready");
    if (isPage) remember();
    run();
  };

  // The address of the search page says what it shows, and no server is asked for it.
  const remember = () => {
    const address = new URL(location.href);
    for (const [name, value] of Object.entries({ q: field.value, ...values() })) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    try {
      history.replaceState(null, "", address);
    } catch {
      // Some browsers let no page from a disk change its address.
    }
  };

  // Leads to the search page; what is searched goes there in the browser and not over the network.
  const submit = (event) => {
    recent.add(field.value);
    if (isPage) {
      event.preventDefault();
      change();
      return;
    }
    try {
      const address = new URL(form.action, location.href);
      if (address.protocol === "file:") return;
      sessionStorage.setItem(HANDED_OVER, JSON.stringify({ q: field.value, ...values() }));
      event.preventDefault();
      location.assign(address);
    } catch {
      // Without storage the address says it.
    }
  };

  const links = () => [...panel.querySelectorAll("a[data-search-result]")];

  const move = (event) => {
    const all = links();
    const at = all.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    const inField = document.activeElement === field;
    if (event.key === "Escape" && !form.closest("dialog") && !isPage && body.hasChildNodes()) {
      event.preventDefault();
      body.replaceChildren();
      field.focus();
      return;
    }
    if (inField ? event.key === "ArrowDown" && all.length : at >= 0 && to !== undefined) {
      event.preventDefault();
      const next = inField ? all[0] : (all[Math.min(to, all.length - 1)] ?? field);
      next.focus();
      next.scrollIntoView({ block: "nearest" });
    } else if (at >= 0 && event.key.length === 1 && !event.ctrlKey && !event.metaKey && event.key !== " ") {
      field.focus(); // the letter goes there
    }
  };

  // ---------- Filters

  const choice = (name, options) =>
    element(
      "label",
      {},
      `${FILTERS[name]} `,
      element(
        "select",
        { name, onchange: change },
        element("option", { value: "" }, "All"),
        ...options.map(([value, text]) => element("option", { value }, text)),
      ),
    );

  const showFilters = async (given) => {
    const { kinds, families, levels, audiences } = await ask("choices");
    const same = (names) => names.map((name) => [name, name]);
    const options = {
      kind: kinds.map((kind) => [kind, view.KINDS[kind]]),
      family: same(families),
      level: same(levels),
      audience: audiences.map((audience) => [audience, view.AUDIENCES[audience]]),
    };
    const shown = Object.entries(options).filter(([, found]) => found.length > 1);
    const group = element("details", { open: shown.some(([name]) => given[name]) });
    group.append(element("summary", {}, "Narrow down"), ...shown.map((it) => choice(...it)));
    filters.replaceChildren(group);
    for (const select of filters.querySelectorAll("select")) {
      if (given[select.name]) select.value = given[select.name];
      if (select.selectedIndex < 0) select.value = "";
    }
  };

  // What the address says, or what another page has handed over.
  const given = () => {
    const asked = Object.fromEntries(new URLSearchParams(location.search));
    try {
      const handed = JSON.parse(sessionStorage.getItem(HANDED_OVER) ?? "{}");
      sessionStorage.removeItem(HANDED_OVER);
      return { ...asked, ...handed };
    } catch {
      return asked;
    }
  };

  form.addEventListener("submit", submit);
  field.addEventListener("input", change);
  for (const part of [form, panel]) part.addEventListener("keydown", move);
  panel.addEventListener("click", ({ target }) => {
    if (target.closest("a[data-search-result]")) recent.add(field.value);
  });

  const begin = async () => {
    const asked = isPage ? given() : {};
    if (asked.q) field.value = asked.q;
    await showFilters(asked).catch(() => {});
    change();
  };
  begin();
};
