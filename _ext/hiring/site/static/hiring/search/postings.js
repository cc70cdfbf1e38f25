// Where each word stands: numbers and weights, as search/index.py writes them.
hiringSearch.postings = (() => {
  const ENDS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  const MORE = "!$()*+,;=?@[]{}|";
  const STEPS = MORE.length;
  const MARK = 64; // above this, a value is that of a sign in MORE
  const VALUE = new Int16Array(128).fill(-1);
  for (const [value, sign] of [...ENDS].entries()) VALUE[sign.charCodeAt(0)] = value;
  for (const [value, sign] of [...MORE].entries()) VALUE[sign.charCodeAt(0)] = MARK + value;

  // Returns ascending numbers, and the weight of each from 0 to 1.
  const read = (text) => {
    const [numbers, weights] = [[], []];
    let [number, more] = [-1, 0];
    for (let at = 0; at < text.length; at += 1) {
      const value = VALUE[text.charCodeAt(at)];
      if (value >= MARK) {
        more = more * STEPS + value - MARK;
        continue;
      }
      number += more * ENDS.length + value;
      more = 0;
      at += 1;
      numbers.push(number);
      weights.push((VALUE[text.charCodeAt(at)] - MARK + 1) / STEPS);
    }
    return { numbers, weights };
  };

  // Returns ascending numbers that stand without weights.
  const numbers = (text) =>
    read(text ? `${text.replaceAll("'", MORE[0])}${MORE[0]}` : "").numbers;

  const sign = (text, at) => VALUE[text.charCodeAt(at)] - MARK;

  return { read, numbers, sign };
})();
