// Sets the reader's color scheme before the page is drawn: what they chose, else what their
// system prefers. Loaded in the head, so that a dark page never flashes white. The theme's own
// script changes the scheme and opens the drawers; here its controls tell screen readers more.
(() => {
  const root = document.documentElement;
  let chosen = null;
  try {
    chosen = localStorage.getItem("mode");
  } catch {
    // Storage may be forbidden, as on some file:// pages: the system's preference stands.
  }
  const dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.mode = chosen || "auto";
  root.dataset.theme = chosen === "dark" || chosen === "light" ? chosen : dark ? "dark" : "light";

  const showChosen = () => {
    /** @type {NodeListOf<HTMLElement>} */
    const buttons = document.querySelectorAll(".theme-change-button");
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.dataset.mode === root.dataset.mode));
    }
  };

  // A drawer is called what the button that opens it is called.
  const nameDrawers = () => {
    for (const button of document.querySelectorAll(".sidebar-toggle")) {
      const drawer = document.getElementById(button.getAttribute("aria-controls") ?? "");
      drawer?.setAttribute("aria-label", button.getAttribute("aria-label") ?? "");
    }
  };

  // The menu of the header opens and closes by itself; it also closes as menus do.
  const openMenu = () => document.querySelector(".hiring-menu[open]");
  const closeMenu = () => openMenu()?.removeAttribute("open");
  /** @param {MouseEvent} event */
  const closeOutside = ({ target }) => {
    if (target instanceof Node && !openMenu()?.contains(target)) closeMenu();
  };
  /** @param {KeyboardEvent} event */
  const closeByKey = ({ key }) => {
    if (key !== "Escape") return;
    openMenu()?.querySelector("summary")?.focus();
    closeMenu();
  };

  new MutationObserver(showChosen).observe(root, { attributeFilter: ["data-mode"] });
  document.addEventListener("DOMContentLoaded", () => {
    showChosen();
    nameDrawers();
    document.addEventListener("click", closeOutside);
    document.addEventListener("keydown", closeByKey);
  });
})();
