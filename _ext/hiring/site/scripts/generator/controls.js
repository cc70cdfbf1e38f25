// The form's controls, each with its label.

/**
 * @typedef {object} FieldOptions
 * @property {string} name
 * @property {string} label
 * @property {string} [type]
 * @property {string} [hint]
 * @property {string} [value]
 * @property {string} [offer] A value that a button fills in.
 */

let fieldsMade = 0;

const nextFieldId = () => {
  fieldsMade += 1;
  return `hiring-field-${fieldsMade}`;
};

/**
 * Gives a select its options.
 * @param {HTMLSelectElement} select
 * @param {[value: string, text: string][]} entries
 * @param {string} chosen
 */
const setOptions = (select, entries, chosen) => {
  select.replaceChildren(...entries.map(([value, text]) => makeElement("option", { value }, text)));
  select.value = chosen;
};

/**
 * Returns a button that fills a field in.
 * @param {HTMLInputElement} input
 * @param {string} offer
 * @param {(value: string) => void} use
 */
const offerButton = (input, offer, use) => {
  const onclick = () => {
    input.value = offer;
    use(offer);
    input.focus();
  };
  return makeElement(
    "button",
    { type: "button", className: "hiring-offer", onclick },
    say("use", { text: offer }),
  );
};

/**
 * Returns a labelled field with its hint; `use` is told what somebody types.
 * @param {FieldOptions} options
 * @param {(value: string) => void} use
 */
const makeField = ({ name, label, type = "text", hint = "", value = "", offer = "" }, use) => {
  const id = nextFieldId();
  const input = makeElement("input", { id, name, type, value, autocomplete: "off" });
  if (type === "number") Object.assign(input, { min: "1", max: "999", inputMode: "numeric" });
  input.addEventListener("input", () => use(input.value));
  /** @type {Node[]} */
  const parts = [makeElement("label", { htmlFor: id }, label), input];
  if (hint) {
    parts.push(makeElement("p", { id: `${id}-hint`, className: "hiring-hint" }, hint));
    input.setAttribute("aria-describedby", `${id}-hint`);
  }
  if (offer) parts.push(offerButton(input, offer, use));
  return makeElement("div", { className: "hiring-field" }, ...parts);
};

/**
 * Returns a box to tick; `use` is told whether it is.
 * @param {(Node | string)[]} label
 * @param {boolean} checked
 * @param {(on: boolean) => void} use
 * @param {string} [name]
 */
const makeBox = (label, checked, use, name = "") => {
  const input = makeElement("input", { type: "checkbox", name, checked });
  input.addEventListener("change", () => use(input.checked));
  return makeElement(
    "label",
    { className: "hiring-box" },
    input,
    makeElement("span", {}, ...label),
  );
};

/**
 * Returns a select that has nothing chosen at first.
 * @param {string} name
 * @param {Record<string, string>} offered
 * @param {string} chosen
 */
const makeSelect = (name, offered, chosen) => {
  const select = makeElement("select", { id: nextFieldId(), name });
  setOptions(select, [["", say("choose")], ...Object.entries(offered)], chosen);
  return select;
};

/**
 * @param {HTMLSelectElement} select
 * @param {string} label
 */
const labelledSelect = (select, label) => {
  const named = makeElement("label", { htmlFor: select.id }, label);
  return makeElement("div", { className: "hiring-field" }, named, select);
};

/**
 * Says something that was perhaps said before: a screen reader says the same words again only where
 * they were gone in between.
 * @param {Element} where
 * @param {string} text
 */
const sayAgain = (where, text) => {
  where.textContent = "";
  setTimeout(() => {
    where.textContent = text;
  }, 50);
};

/**
 * Shows what works with scripts alone.
 * @param {Element} root
 */
const showLive = (root) => {
  root.classList.add("hiring-generator-live");
  for (const it of root.querySelectorAll("[data-live]")) it.toggleAttribute("hidden", false);
};
