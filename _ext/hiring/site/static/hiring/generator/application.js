// The checklist of somebody who applies: qualifications to tick, and the answers on résumés.
hiringGenerator.application = (() => {
  const { posting } = hiringGenerator.view;
  const { box } = hiringGenerator.fields;

  const isList = ({ id }) => id.startsWith("checklist-");

  // The entries to tick are counted from 1, in the page as in what is copied.
  const withSigns = ({ title, sections }, ticked) => {
    let number = 0;
    const signed = (item) => {
      const sign = ticked.has((number += 1)) ? "\u2611 " : "\u2610 ";
      const [first, ...rest] = item.content;
      return { ...item, content: [{ spans: [{ text: sign }, ...first.spans] }, ...rest] };
    };
    const marked = (part) => (part.items ? { items: part.items.map(signed) } : part);
    const each = (section) => ({ ...section, content: section.content.map(marked) });
    return { title, sections: sections.map((it) => (isList(it) ? each(it) : it)) };
  };

  // Shows a role's checklist in an element; returns the function that gives it with its ticks.
  const show = (role, element, heading) => {
    const found = {
      title: `Prepare an application: ${role.title}`,
      sections: role.application,
    };
    const ticked = new Set();
    element.replaceChildren(...posting(found, heading));
    const entries = found.sections
      .filter(isList)
      .flatMap(({ content }) => content.flatMap(({ items }) => items ?? []));
    const shown = [...element.querySelectorAll("li")].filter((it) => !it.closest("li li"));
    shown.slice(0, entries.length).forEach((item, place) => {
      const use = (on) => (on ? ticked.add(place + 1) : ticked.delete(place + 1));
      const label = box("", false, use);
      label.lastChild.append(...item.childNodes);
      item.replaceChildren(label);
      item.parentElement.classList.add("hiring-checklist");
    });
    return () => withSigns(found, ticked);
  };

  return { show };
})();
