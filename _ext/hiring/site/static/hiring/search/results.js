// Results as elements of the page: the same in the dialog and on the search page. All that comes
// from the index or from the reader is set as text.
hiringSearch.results = ({ root }) => {
  const KINDS = {
    role: "Role",
    page: "Page",
    section: "Section",
    level: "Level",
    question: "Question",
    skill: "Skill",
    opening: "Open job",
  };
  const AUDIENCES = { public: "The public", employee: "Employees", "hiring-team": "The hiring team" };
  const A_TO_Z = [
    ["hiring-a-z", "A to Z"],
    ["hiring-roles", "roles by family"],
    ["hiring-skills", "skills"],
    ["hiring-questions", "questions"],
  ];

  const element = (tag, values = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(values)) {
      if (name.includes("-") || name === "role") made.setAttribute(name, value);
      else made[name] = value;
    }
    made.append(...children);
    return made;
  };

  const button = (text, onclick, className = "hiring-search-action") =>
    element("button", { type: "button", className, onclick }, text);

  const marked = (pieces) =>
    pieces.map(([text, isMarked]) => (isMarked ? element("mark", {}, text) : text));

  const hit = ({ kind, url, heading, parents, passage }) => {
    const link = element("a", { href: `${root}${url}`, "data-search-result": "" }, ...marked(heading));
    const about = [KINDS[kind], ...parents].join(" · ");
    return element(
      "li",
      { className: "hiring-hit" },
      link,
      " ",
      element("span", { className: "hiring-hit-kind" }, about),
      element("p", { className: "hiring-hit-passage" }, ...marked(passage)),
    );
  };

  // A page that is found as a whole is its own heading.
  const group = ({ title, hits }) => {
    const named = !hits[0].url.includes("#");
    const list = element("ul", {}, ...hits.map(hit));
    const name = element("p", { className: "hiring-hit-title" }, title);
    return element("li", { className: "hiring-hits-page" }, ...(named ? [] : [name]), list);
  };

  const list = (groups) => element("ol", { className: "hiring-hits" }, ...groups.map(group));

  const aToZ = () => {
    const links = A_TO_Z.map(([page, name]) => element("a", { href: `${root}${page}.html` }, name));
    const parts = links.flatMap((link, at) => [[", ", ""][+!at], link]);
    return element("p", { className: "hiring-search-more" }, "Look it up in: ", ...parts, ".");
  };

  const count = (number, name) => `${number} ${name}${number === 1 ? "" : "s"}`;

  const short = (query) => (query.length > 60 ? `${query.slice(0, 60)}…` : query);

  // Returns what is said of an answer, in a sentence.
  const summary = ({ groups, more, common }, query) => {
    const hits = groups.reduce((sum, { hits: found }) => sum + found.length, 0);
    if (common) return "These words are too common to search for: add another.";
    if (!hits) return `Nothing found for “${short(query)}”.`;
    return `${count(hits, "result")} on ${more ? "the first " : ""}${count(groups.length, "page")}`;
  };

  return { element, button, list, aToZ, summary, AUDIENCES, KINDS };
};
