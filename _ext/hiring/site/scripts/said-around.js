// Words with elements among them.

/**
 * Returns the words of a name with elements among them.
 * @param {string} name
 * @param {Record<string, (Node | string)[]>} parts
 * @returns {(Node | string)[]}
 */
const sayAround = (name, parts) =>
  (wordsSaid[name] ?? name)
    .split(/\{(\w+)\}/)
    .flatMap((text, at) => (at % 2 ? parts[text] : [text]))
    .filter((part) => part !== "");
