// Sets the reader's colour scheme before the page is drawn: what they chose, else what their
// system prefers. Loaded in the head, so that a dark page never flashes white.
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
})();
