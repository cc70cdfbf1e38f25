// The form's controls. Each group is made anew when what it offers changes; what was typed is kept
// in the choices.
hiringGenerator.fields = (() => {
  const { element } = hiringGenerator.view;
  const { workOf, areaName } = hiringGenerator.choices;

  // Entries of the additional information that a posting can do without.
  const OPTIONAL_ENTRIES = new Set([
    ...["travel", "reports-to", "salary", "pay", "experience", "education"],
    "equal-opportunity",
  ]);
  const NEEDED_SECTIONS = new Set(["responsibilities", "qualifications", "additional"]);
  const TYPES = { text: "text", date: "date", email: "email", url: "url" };
  const OF_AN_OPENING = {
    requisition: ["Requisition number", "text", "Tells two openings apart."],
    posted: ["First posted", "date", "The day of the first posting."],
    closes: ["Apply by", "date", "The last day for applications."],
    start: ["Start", "text", ""],
    positions: ["Open positions", "number", "How many people are wanted."],
  };

  let made = 0;

  const options = (select, entries, chosen) => {
    select.replaceChildren(...entries.map(([value, text]) => element("option", { value }, text)));
    select.value = chosen;
  };

  const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);

  // A labelled field with its hint; `use` is told what somebody types.
  const field = ({ name, label, type = "text", hint = "", value = "", offer = "" }, use) => {
    const id = `hiring-field-${(made += 1)}`;
    const input = element("input", { id, name, type, value, autocomplete: "off" });
    if (type === "number") Object.assign(input, { min: "1", max: "999", inputMode: "numeric" });
    input.addEventListener("input", () => use(input.value));
    const parts = [element("label", { for: id }, label), input];
    if (hint) {
      parts.push(element("p", { id: `${id}-hint`, className: "hiring-hint" }, hint));
      input.setAttribute("aria-describedby", `${id}-hint`);
    }
    if (offer) {
      const button = element("button", { type: "button", className: "hiring-offer" }, `Use ${offer}`);
      button.addEventListener("click", () => {
        input.value = offer;
        use(offer);
        input.focus();
      });
      parts.push(button);
    }
    return element("div", { className: "hiring-field" }, ...parts);
  };

  const box = (label, checked, use, name = "") => {
    const input = element("input", { type: "checkbox", name, checked });
    input.addEventListener("change", () => use(input.checked));
    return element("label", { className: "hiring-box" }, input, element("span", {}, label));
  };

  const toggled = (list, value, on) =>
    on ? [...list.filter((it) => it !== value), value] : list.filter((it) => it !== value);

  const pick = (name, offered, chosen) => {
    const select = element("select", { id: `hiring-field-${(made += 1)}`, name });
    options(select, [["", "Choose one"], ...Object.entries(offered)], chosen);
    return select;
  };

  const labelled = (select, label) =>
    element("div", { className: "hiring-field" }, element("label", { for: select.id }, label), select);

  const places = ({ choices, common, change }) => {
    const known = Object.entries(common.places).map(([key, { words }]) =>
      box(words, choices.places.includes(key), (on) => {
        // In the order of the company's list, whatever was chosen first.
        const all = toggled(choices.places, key, on);
        change({ places: Object.keys(common.places).filter((it) => all.includes(it)) });
      }, `place ${key}`),
    );
    const other = choices.elsewhere ?? {};
    const use = (name) => (value) =>
      change({ elsewhere: { ...choices.elsewhere, [name]: value } });
    const country = pick("country", common.countries, other.country ?? "");
    country.addEventListener("change", () => use("country")(country.value));
    const details = element(
      "div",
      { className: "hiring-inner", hidden: !choices.elsewhere },
      field({ name: "city", label: "City", value: other.locality }, use("locality")),
      field(
        {
          name: "region",
          label: "State or region",
          value: other.region,
          hint: "In the US its two letters, as TX.",
        },
        use("region"),
      ),
      labelled(country, "Country"),
    );
    const another = box("Another place", Boolean(choices.elsewhere), (on) => {
      details.hidden = !on;
      change({ elsewhere: on ? {} : null });
    }, "elsewhere");
    return [element("div", { className: "hiring-boxes" }, ...known), another, details];
  };

  const areas = ({ choices, common, change }, again) => {
    const offered = [...new Set([...Object.keys(common.areas), ...choices.areas])];
    const boxes = offered.map((code) =>
      box(areaName(code, common), choices.areas.includes(code), (on) => {
        const all = toggled(choices.areas, code, on);
        change({ areas: offered.filter((it) => all.includes(it)) });
      }, `area ${code}`),
    );
    const more = pick("another", { ...common.countries, ...common.states }, "");
    more.addEventListener("change", () => {
      if (!more.value) return;
      change({ areas: [...toggled(choices.areas, more.value, false), more.value] });
      again();
    });
    return [
      element("div", { className: "hiring-boxes" }, ...boxes),
      labelled(more, "Another country or state"),
    ];
  };

  // The open facts that the text asks for.
  const facts = ({ choices, common, change }, names) =>
    names.map((name) => {
      const { label, hint, type } = common.placeholders[name];
      const offer = name === "apply" ? common.company.apply : "";
      const value = choices.facts[name];
      const about = { name, label: sentence(label), hint, type: TYPES[type], value, offer };
      return field(about, (text) => change({ facts: { ...choices.facts, [name]: text } }));
    });

  const opening = ({ choices, common, change }, asked) =>
    Object.entries(OF_AN_OPENING)
      .filter(([name]) => !asked.includes(name))
      .map(([name, [label, type, hint]]) =>
        field(
          {
            name,
            label,
            type,
            hint: hint || common.placeholders[name].hint,
            value: choices.facts[name],
          },
          (text) => change({ facts: { ...choices.facts, [name]: text } }),
        ),
      );

  const parts = ({ choices, change }, sections, entries) => {
    const offered = [
      ...sections.filter(({ id }) => !NEEDED_SECTIONS.has(id)).map(({ id, title }) => [id, title]),
      ...entries.filter(([id]) => OPTIONAL_ENTRIES.has(id)),
    ];
    return offered.map(([id, label]) =>
      box(
        label,
        !choices.without.includes(id),
        (on) => change({ without: toggled(choices.without, id, !on) }),
        `part ${id}`,
      ),
    );
  };

  const levels = (select, { choices, role }) =>
    options(
      select,
      role.versions.map(({ id, name }) => [id, id ? name : "No level: the role as a whole"]),
      choices.level,
    );

  const work = (select, { choices, role, common }) => {
    const stated = Object.entries(common.arrangements);
    options(select, role.work ? stated : [["", "Not stated"], ...stated], workOf(choices, role));
  };

  return { options, box, places, areas, facts, opening, parts, levels, work };
})();
