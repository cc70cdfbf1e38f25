// Turns the / key off and on: who speaks to a computer may press a letter without wanting to.
hiringSearch.slash = ({ element, button }) => {
  const NAME = "hiring-search-slash"; // launch.js reads it

  const isOff = () => {
    try {
      return localStorage.getItem(NAME) === "off";
    } catch {
      return false;
    }
  };

  const turn = ({ target }) => {
    try {
      if (isOff()) localStorage.removeItem(NAME);
      else localStorage.setItem(NAME, "off");
    } catch {
      // Where nothing may be kept, the key stays as it is.
    }
    target.textContent = text();
  };

  const text = () => `Turn the / key ${isOff() ? "on" : "off"}`;

  return element("p", { className: "hiring-search-foot" }, button(text(), turn, "hiring-search-plain"));
};
