// One search box: a form, and the results below it while somebody types.
hiringSearch.box = (form, places) => {
  const { recent, address } = hiringSearch;
  hiringSearch.shared ??= { ask: hiringSearch.client(places), view: hiringSearch.results(places) };
  const { ask, view } = hiringSearch.shared;
  const { element, button } = view;

  const field = form.elements.q;
  const page = document.getElementById("search-results");
  const dialog = form.closest("dialog");
  const isPage = page !== null && !dialog;
  const FILTERS = { kind: "Kind", family: "Family", level: "Level", audience: "Readers" };
  const MOST = 8; // pages at first

  const status = element("p", { className: "hiring-search-status", role: "status" });
  const filters = element("div", { className: "hiring-search-filters" });
  const body = element("div", { className: "hiring-search-body" });
  const panel = isPage ? page : element("div", { className: "hiring-search-panel" });
  panel.append(filters, status, body);
  if (!isPage) form.after(panel);
  dialog?.append(hiringSearch.slash(view));
  form.hiringSearch = true;

  let most = MOST;
  let focused = -1; // the result that gets the focus when it is there
  let answers = 0;
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
    narrow();
  };

  const showStart = () => {
    const found = recent.all();
    say("");
    if (!found.length) {
      body.replaceChildren(...(isPage ? [view.aToZ()] : []));
      return;
    }
    const again = found.map((query) => element("li", {}, button(query, () => replace(query))));
    const forget = () => {
      recent.clear();
      field.focus();
      showStart();
    };
    body.replaceChildren(
      element("p", { className: "hiring-search-label" }, "Recent searches, kept in this browser only"),
      element("ul", { className: "hiring-search-recent" }, ...again),
      button("Clear recent searches", forget, "hiring-search-plain"),
    );
  };

  const corrected = (answer) =>
    answer.correction
      ? [element("p", {}, "Did you mean ", button(answer.correction, () => replace(answer.correction)), "?")]
      : [];

  const leadOn = (answer) => {
    const parts = [];
    const rest = answer.known.join(" ");
    if (answer.unknown && rest) {
      parts.push(element("p", {}, "Search without what is on no page: ", button(rest, () => replace(rest))));
    }
    if (Object.values(values()).some(Boolean)) {
      const whole = button("Search everything", () => {
        for (const select of filters.querySelectorAll("select")) select.value = "";
        field.focus();
        narrow();
      });
      parts.push(element("p", {}, whole));
    }
    return [...parts, view.aToZ()];
  };

  const show = (answer, query) => {
    say(view.summary(answer, query));
    const more = button("Show more", () => {
      most += 2 * MOST;
      focused = links().length;
      change();
    });
    body.replaceChildren(
      ...corrected(answer),
      ...(answer.groups.length ? [view.list(answer.groups)] : leadOn(answer)),
      ...(answer.more ? [more] : []),
    );
    if (focused >= 0) links()[focused]?.focus();
    focused = -1;
  };

  const showFault = () => {
    clearTimeout(saying);
    status.textContent = "The search failed.";
    const why = "The search data is missing or damaged, so nothing can be found here now. ";
    const again = () => {
      change();
      showFilters(values()).catch(() => {});
    };
    body.replaceChildren(element("p", {}, why, button("Try again", again)), view.aToZ());
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
    answers += 1;
    panel.dataset.ready = answers;
  };

  const change = () => {
    panel.removeAttribute("data-ready");
    run();
  };

  const type = () => {
    most = MOST;
    change();
  };

  const narrow = () => {
    remember();
    type();
  };

  const state = () => ({ q: field.value, ...values() });

  const remember = () => {
    if (isPage) address.write(state());
  };

  const submit = (event) => {
    event.preventDefault();
    recent.add(field.value);
    if (isPage) narrow();
    else location.assign(form.action.split("#")[0] + address.written(state()));
    dialog?.close(); // the search page may be this one
  };

  const links = () => [...panel.querySelectorAll("a[data-search-result]")];

  const move = (event) => {
    const all = links();
    const at = all.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    const inField = document.activeElement === field;
    if (event.key === "Escape" && !dialog && !isPage && body.hasChildNodes()) {
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
        { name, onchange: narrow },
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

  form.addEventListener("submit", submit);
  field.addEventListener("input", type);
  field.addEventListener("change", remember); // what is half typed is nothing to go back to
  for (const part of [form, panel]) part.addEventListener("keydown", move);
  panel.addEventListener("click", ({ target }) => {
    if (target.closest("a[data-search-result]")) recent.add(field.value);
  });

  const begin = async (event) => {
    const wanted = isPage ? address.read() : null;
    if (event && !wanted) return; // a link within the page
    if (event || wanted?.q) field.value = wanted.q ?? "";
    await showFilters(wanted ?? {}).catch(() => {});
    if (isPage && location.search) remember();
    type();
  };
  if (isPage) addEventListener("hashchange", begin);
  begin();
};
