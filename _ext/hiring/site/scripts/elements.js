// Elements of the page. Text goes into them as text alone, wherever it comes from.

/**
 * Returns a new element; a name with a hyphen, and `role`, is an attribute, any other a property.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, unknown>} [values]
 * @param {...(Node | string)} children
 */
const makeElement = (tag, values = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(values)) {
    if (name.includes("-") || name === "role") made.setAttribute(name, String(value));
    else Object.assign(made, { [name]: value });
  }
  made.append(...children);
  return made;
};
