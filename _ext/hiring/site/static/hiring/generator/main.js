// Puts the generator on the page: loads what is chosen, keeps preview, notes and address in step.
(() => {
  const { content, choices: state, fields, view, copy } = hiringGenerator;

  const start = (root) => {
    const find = (selector) => root.querySelector(selector);
    const part = (name) => find(`[data-part="${name}"]`);
    const { files, version, level: heading } = root.dataset;
    const form = find("form");
    const selects = Object.fromEntries(
      ["role", "level", "work"].map((name) => [name, form.elements[name]]),
    );
    const preview = find(".hiring-posting");
    const checklist = find(".hiring-application-text");
    let choices = state.fresh();
    let known = null; // {role, common, text}, once they are loaded
    let posting = null;
    let application = null; // the checklist of somebody who applies

    // ---------- What is chosen, and what it makes

    const change = (changed) => {
      Object.assign(choices, changed);
      show();
      history.replaceState(null, "", state.write(choices));
    };

    const template = () => {
      const { role } = known;
      const found = role.versions.find(({ id }) => id === choices.level);
      return { ...found, sections: found.sections.map((number) => role.sections[number]) };
    };

    const show = () => {
      const fill = state.fill(choices, known.role, known.common);
      const without = state.leftOut(choices, known.common);
      posting = content.compose(template(), fill, without);
      preview.replaceChildren(...view.posting(posting, Number(heading)));
      showStatus(content.placeholders(posting).length);
      showNotes();
      const remote = state.workOf(choices, known.role) === "remote";
      part("places").hidden = remote;
      part("areas").hidden = !remote;
    };

    // Set only when it changes: each time, a screen reader says it.
    const say = (where, text) => {
      if (where.textContent !== text) where.textContent = text;
    };

    const showStatus = (left) => {
      const words = left === 1 ? "1 placeholder left" : `${left} placeholders left`;
      say(part("status"), left ? words : "Ready to copy");
      part("status").dataset.ready = String(!left);
    };

    const showNotes = () => {
      const notes = hiringGenerator.notes.whole(posting, choices, known);
      const summary = notes.length === 1 ? "1 rule is not met" : `${notes.length} rules are not met`;
      say(part("notes-title"), summary);
      part("notes").hidden = !notes.length;
      part("notes-list").replaceChildren(
        ...notes.map(({ rule, severity, says }) =>
          view.element(
            "li",
            { className: `hiring-note-${severity}` },
            view.element("strong", {}, severity === "error" ? "Needed" : "Better"),
            ` ${says} `,
            view.element("span", { className: "hiring-meta" }, `(${rule})`),
          ),
        ),
      );
    };

    // ---------- The form

    // A role may arrive while the reader has gone on to another field, which is then made anew.
    const fillForm = () => {
      const { name, selectionStart: at } = document.activeElement;
      makeFields();
      const field = name && form.elements[name];
      if (!field || field === document.activeElement) return;
      field.focus();
      if (at !== null && at !== undefined) field.setSelectionRange(at, at);
    };

    const makeFields = () => {
      const whole = template();
      const asks = content.placeholders(
        content.compose(whole, {}, new Set(["additional"])),
      );
      const additional = whole.sections.filter(({ id }) => id === "additional");
      const entries = content.entries({ sections: additional });
      const open = content.placeholders(
        content.compose({ sections: additional }, {}, content.OPTIONAL),
      );
      const asked = [...new Set([...asks, ...open])].filter((name) => name !== "location");
      for (const name of [...asked, "start"]) {
        choices.facts[name] ??= known.common.placeholders[name].default ?? "";
      }
      const given = { choices, change, ...known };
      fields.levels(selects.level, given);
      fields.work(selects.work, given);
      group("places", fields.places(given));
      const areas = () => group("areas", fields.areas(given, areas));
      areas();
      group("facts", fields.facts(given, asked));
      group("opening", fields.opening(given, asked));
      group("parts", fields.parts(given, whole.sections, entries));
    };

    const group = (name, controls) => {
      part(`${name}-fields`).replaceChildren(...controls);
      if (name === "facts" || name === "parts") part(name).hidden = !controls.length;
    };

    // ---------- What the buttons do

    const tell = (text, where = part("said")) => {
      where.textContent = "";
      // A screen reader says the same words again only where they were gone in between.
      setTimeout(() => say(where, text), 50);
    };

    const copyDocument = async (found, shown, name, where) => {
      const html = hiringGenerator.html.whole(found);
      tell(await copy.rich(html, known.text.whole(found), shown, name), where);
    };

    const fileName = () => [known.role.key, choices.level].filter(Boolean).join("--");

    const saveWord = async () => {
      const word = await hiringGenerator.load("word", files, version);
      const about = {
        author: known.common.company.name,
        day: choices.facts.posted || known.role.reviewed || "1980-01-01",
      };
      const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
      copy.save(`${fileName()}.docx`, hiringGenerator.word.whole(posting, word, about), type);
    };

    const jobPosting = () => {
      const { jobPosting: base } = template();
      return hiringGenerator.jobPosting.whole(base, posting, choices, known);
    };

    const print = (element) => {
      for (const it of [preview, checklist]) it.classList.toggle("hiring-printed", it === element);
      window.print();
      preview.classList.add("hiring-printed");
      checklist.classList.remove("hiring-printed");
    };

    const copyLink = async () => {
      const address = new URL(state.write(choices), location.href).href;
      const link = view.element("a", { href: address }, address);
      part("link").replaceChildren(link);
      const html = `<a href="${hiringGenerator.html.escaped(address)}">${hiringGenerator.html.escaped(address)}</a>`;
      tell(await copy.rich(html, address, link, "The link"));
    };

    const actions = {
      copy: () => copyDocument(posting, preview, "The posting"),
      markdown: () =>
        copy.save(`${fileName()}.md`, hiringGenerator.markdown.whole(posting), "text/markdown"),
      text: () => copy.save(`${fileName()}.txt`, known.text.whole(posting), "text/plain"),
      word: saveWord,
      data: () =>
        copy.save(
          `${fileName()}.jsonld`,
          `${JSON.stringify(jobPosting(), null, 2)}\n`,
          "application/ld+json",
        ),
      print: () => print(preview),
      link: copyLink,
      "copy-checklist": () =>
        copyDocument(application(), checklist, "The checklist", part("checklist-said")),
      "print-checklist": () => print(checklist),
    };

    // ---------- Start

    let last = 0;

    const open = async (asked) => {
      const own = (last += 1);
      const offered = [...selects.role.options].map(({ value }) => value);
      const key = offered.includes(asked.role) ? asked.role : offered[0];
      try {
        const [common, role] = await Promise.all([
          hiringGenerator.load("common", files, version),
          hiringGenerator.load(`roles/${key}`, files, version),
        ]);
        if (own !== last) return; // something else was chosen in the meantime
        const isNew = known?.role !== role;
        known = { role, common, text: hiringGenerator.text.format(common) };
        choices = state.checked(asked, role, common);
        selects.role.value = key;
        fillForm();
        show();
        if (isNew) application = hiringGenerator.application.show(role, checklist, Number(heading));
        root.classList.add("hiring-generator-live");
        for (const it of root.querySelectorAll("[data-live]")) it.hidden = false;
      } catch (error) {
        tell("The postings can't be loaded. Reload the page, or take a template from its list.");
        throw error;
      }
    };

    const reopen = async (changed) => {
      await open({ ...choices, ...changed });
      history.replaceState(null, "", state.write(choices));
    };

    selects.role.addEventListener("change", () => reopen({ role: selects.role.value, without: [] }));
    selects.level.addEventListener("change", () =>
      // The role that is chosen may still be on its way.
      reopen({ role: selects.role.value, level: selects.level.value }),
    );
    selects.work.addEventListener("change", () => {
      const { value } = selects.work;
      change({ work: value === known.role.work ? null : value });
    });
    // The bar sticks below the site's header, which may take two lines.
    const header = document.querySelector("header");
    if (header) {
      new ResizeObserver(() =>
        root.style.setProperty("--hiring-header", `${header.offsetHeight}px`),
      ).observe(header);
    }
    form.addEventListener("submit", (event) => event.preventDefault());
    root.addEventListener("click", ({ target }) => {
      const button = target.closest("[data-do]");
      if (button && known) actions[button.dataset.do]();
    });
    addEventListener("hashchange", () => {
      const asked = state.read(location.hash);
      if (asked.role) open({ ...asked, facts: choices.facts });
    });
    preview.classList.add("hiring-printed");
    open(state.read(location.hash));
  };

  for (const root of document.querySelectorAll(".hiring-generator")) start(root);
})();
