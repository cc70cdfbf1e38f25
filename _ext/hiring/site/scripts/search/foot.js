// The line below a dialog's results: the keys, all results, and the switch of the / key.

/**
 * Returns the line.
 * @param {string} address Where all results are.
 * @param {(link: HTMLAnchorElement) => void} leave What is done before the link to them is followed.
 */
const makeFoot = (address, leave) => {
  const keys = [["↑", "↓"], ["Enter"], [say("search.ctrl"), "Enter"], ["Esc"]];
  const names = ["move", "open", "new-tab", "close"];
  const said = keys.flatMap((each, at) => [
    ...each.flatMap((key) => [makeElement("kbd", {}, key), " "]),
    `${say(`search.key.${names[at]}`)} `,
  ]);
  const all = makeElement(
    "a",
    { href: address, className: "hiring-search-all" },
    say("search.all-results"),
  );
  all.addEventListener("click", () => leave(all));
  const hint = makeElement("span", { className: "hiring-search-keys" }, ...said);
  return makeElement("div", { className: "hiring-search-foot" }, hint, all, slashSwitch());
};
