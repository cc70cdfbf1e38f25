// Copying, saving and printing. Where a browser has no clipboard for scripts, as over plain http, it still
// copies what a page hands over; where it does not do that either, the text is selected.

/**
 * What goes to the clipboard, and the element that shows it. Without `html`, it is text alone.
 * @typedef {{ html?: string, text: string, shown: Element }} Copied
 */

/**
 * Returns what the clipboard gets, each form with its type.
 * @param {Copied} copied
 */
const formsOf = ({ html, text }) => [
  ...(html === undefined ? [] : [["text/html", html]]),
  ["text/plain", text],
];

/**
 * Tells whether the clipboard has taken a text in all its forms.
 * @param {Copied} copied
 */
const isWritten = async (copied) => {
  try {
    const data = formsOf(copied).map(([type, value]) => [type, new Blob([value], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(data))]);
    return true;
  } catch {
    return false; // there is none, or the reader has forbidden it
  }
};

/** @param {Element} shown */
const selectAll = (shown) => getSelection()?.selectAllChildren(shown);

/**
 * Tells whether the browser copies what the selection shows, and what is set here in its place.
 * @param {Copied} copied
 */
const isHandedOver = (copied) => {
  const hand = (/** @type {ClipboardEvent} */ event) => {
    for (const [type, value] of formsOf(copied)) event.clipboardData?.setData(type, value);
    event.preventDefault();
  };
  selectAll(copied.shown);
  document.addEventListener("copy", hand);
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", hand);
  }
};

/**
 * Copies rich and plain text; returns what to tell the reader.
 * @param {Copied} copied
 * @param {string} done What to say where that has worked.
 */
const copyRich = async (copied, done) => {
  if (await isWritten(copied)) return done;
  if (isHandedOver(copied)) {
    getSelection()?.removeAllRanges();
    return done;
  }
  selectAll(copied.shown);
  copied.shown.scrollIntoView({ block: "nearest" });
  const keys = /Mac|iPhone|iPad/.test(navigator.platform) ? say("keys-mac") : say("keys");
  return say("no-clipboard", { keys });
};

/**
 * Gives a file to the reader.
 * @param {string} name
 * @param {Blob | string} data
 * @param {string} type
 */
const saveFile = (name, data, type) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([data], { type }));
  link.download = name;
  link.click();
  // The browser needs the address a moment longer.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

const PRINTED = "hiring-printed";

/**
 * Prints one of the sheets on a page.
 * @param {Element} sheet The only one that goes on paper.
 */
const printAlone = (sheet) => {
  const usual = [...document.querySelectorAll(`.${PRINTED}`)];
  for (const it of usual) it.classList.toggle(PRINTED, it === sheet);
  window.print();
  for (const it of usual) it.classList.add(PRINTED);
};
