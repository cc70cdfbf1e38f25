// Copying and saving. Where a browser has no clipboard for scripts, as over plain http, it still
// copies what a page hands over; where it does not do that either, the text is selected.
hiringGenerator.copy = (() => {
  const written = async (html, text) => {
    try {
      const blobs = { "text/html": html, "text/plain": text };
      const data = Object.entries(blobs).map(([type, value]) => [
        type,
        new Blob([value], { type }),
      ]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(data))]);
      return true;
    } catch {
      return false; // there is none, or the reader has forbidden it
    }
  };

  const select = (shown) => getSelection().selectAllChildren(shown);

  // What a browser copies is what the selection shows, and what is set here in its place.
  const handedOver = (html, text, shown) => {
    const hand = (event) => {
      event.clipboardData.setData("text/html", html);
      event.clipboardData.setData("text/plain", text);
      event.preventDefault();
    };
    select(shown);
    document.addEventListener("copy", hand);
    try {
      return document.execCommand("copy");
    } catch {
      return false;
    } finally {
      document.removeEventListener("copy", hand);
    }
  };

  // Returns what to tell the reader; `shown` is the element that shows what is copied.
  const rich = async (html, text, shown, name) => {
    if (await written(html, text)) return `${name} is copied, as rich text and as plain text.`;
    if (handedOver(html, text, shown)) {
      getSelection().removeAllRanges();
      return `${name} is copied, as rich text and as plain text.`;
    }
    select(shown);
    shown.scrollIntoView({ block: "nearest" });
    const keys = /Mac|iPhone|iPad/.test(navigator.platform) ? "Command and C" : "Ctrl and C";
    return `This browser does not let a page copy. The text is selected: press ${keys}.`;
  };

  // Gives a file to the reader; the browser needs the address a moment longer.
  const save = (name, data, type) => {
    const blob = data instanceof Blob ? data.slice(0, data.size, type) : new Blob([data], { type });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };

  return { rich, save };
})();
