// Turns the / key off and on: who speaks to a computer may press a letter without wanting to.

const isSlashOff = () => {
  try {
    return localStorage.getItem("hiring-search-slash") === "off"; // launch.js reads it, too
  } catch {
    return false;
  }
};

const turnSlash = () => {
  try {
    if (isSlashOff()) localStorage.removeItem("hiring-search-slash");
    else localStorage.setItem("hiring-search-slash", "off");
  } catch {
    // Where nothing may be kept, the key stays as it is.
  }
};

const slashText = () => say(isSlashOff() ? "search.slash-on" : "search.slash-off");

/** Returns the switch, in the foot of the dialog. */
const slashSwitch = () => {
  const turn = makeButton(
    slashText(),
    () => {
      turnSlash();
      turn.textContent = slashText();
    },
    "hiring-search-plain",
  );
  return turn;
};
