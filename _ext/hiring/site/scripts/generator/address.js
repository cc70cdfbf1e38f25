// The choices as the page's address says them, which leads back to them. What somebody typed, contacts
// above all, never stands in it.

/** @satisfies {Record<string, "places" | "areas" | "without">} */
const LISTS_IN_ADDRESS = { place: "places", live: "areas", without: "without" };

/**
 * Returns the choices that an address asks for.
 * @param {string} hash
 */
const choicesIn = (hash) => {
  const found = freshChoices();
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  found.role = given.get("role") ?? "";
  found.level = given.get("level") ?? "";
  found.work = given.get("work");
  for (const [name, key] of Object.entries(LISTS_IN_ADDRESS)) {
    found[key] = (given.get(name) ?? "").split(",").filter(Boolean);
  }
  return found;
};

/**
 * Returns the address that leads back to choices.
 * @param {GeneratorChoices} choices
 */
const hashOf = (choices) => {
  const parts = [["role", choices.role]];
  if (choices.level) parts.push(["level", choices.level]);
  if (choices.work !== null) parts.push(["work", choices.work]);
  for (const [name, key] of Object.entries(LISTS_IN_ADDRESS)) {
    if (choices[key].length) parts.push([name, choices[key].join(",")]);
  }
  const written = parts.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `#${written.join("&").replaceAll("%2C", ",")}`;
};
