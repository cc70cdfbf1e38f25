// Where each word stands: numbers and weights, as search/index.py writes them.
hiringSearch.postings = (() => {
  const ENDS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  const MORE = "!$()*+,;=?@[]{}|";
  const STEPS = MORE.length;
  const VALUE = new Int16Array(128).fill(-1);
  for (const [value, sign] of [...ENDS].entries()) VALUE[sign.charCodeAt(0)] = value;
  for (const [value, sign] of [...MORE].entries()) VALUE[sign.charCodeAt(0)] = 64 + value;

  // Calls `each` with every number, and its weight from 0 to 1.
  const read = (text, each) => {
    let [number, more] = [-1, 0];
    for (let at = 0; at < text.length; at += 1) {
      const value = VALUE[text.charCodeAt(at)];
      if (value >= 64) {
        more = more * STEPS + value - 64;
      } else {
        number += more * ENDS.length + value;
        more = 0;
        at += 1;
        each(number, (VALUE[text.charCodeAt(at)] - 63) / STEPS);
      }
    }
  };

  // Returns ascending numbers that stand without weights.
  const numbers = (text) => {
    const found = [];
    read(text ? `${text.replaceAll("'", MORE[0])}${MORE[0]}` : "", (number) => found.push(number));
    return found;
  };

  const sign = (text, at) => VALUE[text.charCodeAt(at)] - 64;

  return { read, numbers, sign };
})();
