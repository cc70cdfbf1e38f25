// What the index alone says: how well each record answers each word of a query.
hiringSearch.score = ({ starts, pageOf }) => {
  const OF_PAGE = 0.6; // what a word of the page's name says about each part of it
  const LEAST = 0.5; // the share of a query that a record must answer
  const LEAST_OF_FEW = 0.2; // the same where else there is next to nothing
  const LEAST_OF_UNKNOWN = 0.7; // the same where a word of the query is nowhere
  const UNKNOWN = 3; // what such a word weighs, or as much as the word that tells most
  const FEW = 5;
  const count = pageOf.length;
  const scratch = new Float32Array(count);

  // Adds what one group of words says to the best that is known of each record.
  const add = ({ best, own }, { ofPages, ofRecords }, factor) => {
    const touched = [];
    ofPages.numbers.forEach((page, at) => {
      for (let record = starts[page]; record < starts[page + 1]; record += 1) {
        scratch[record] = factor * OF_PAGE * ofPages.weights[at];
        touched.push(record);
      }
    });
    ofRecords.numbers.forEach((record, at) => {
      const weight = factor * ofRecords.weights[at];
      if (!scratch[record]) touched.push(record);
      scratch[record] = Math.max(scratch[record], weight);
      if (weight > own[record]) own[record] = weight;
    });
    for (const record of touched) {
      if (scratch[record] > best[record]) best[record] = scratch[record];
      scratch[record] = 0;
    }
  };

  // Returns of a term how well each record answers it, and how much the term tells.
  const weigh = ({ groups }, postings) => {
    const found = { best: new Float32Array(count), own: new Float32Array(count) };
    for (const [group, factor] of groups) add(found, postings.get(group), factor);
    let records = 0;
    for (let at = 0; at < count; at += 1) if (found.best[at]) records += 1;
    const tells = records ? Math.log(1 + count / (records + 1)) + 0.1 : UNKNOWN;
    return { ...found, tells, isKnown: records > 0 };
  };

  // Returns the records that answer enough of a query: `points` for all that is known of each,
  // `itself` for what it says without its page's name.
  const all = (terms, postings, allowed) => {
    const weighed = terms.map((term) => weigh(term, postings));
    const most = Math.max(...weighed.map(({ tells }) => tells));
    const whole = weighed.reduce((sum, { tells, isKnown }) => sum + (isKnown ? tells : most), 0);
    const among = (least) => answering(weighed, whole, least, allowed);
    if (!weighed.every(({ isKnown }) => isKnown)) return among(LEAST_OF_UNKNOWN);
    const found = among(LEAST);
    return found.length < FEW ? among(LEAST_OF_FEW) : found;
  };

  const answering = (weighed, whole, least, allowed) => {
    const found = [];
    for (let record = 0; record < count; record += 1) {
      let [points, itself, answered] = [0, 0, 0];
      for (const { best, own, tells } of weighed) {
        if (!best[record]) continue;
        points += tells * best[record];
        itself += tells * own[record];
        answered += tells;
      }
      const share = answered / whole;
      if (share >= least && allowed(record)) {
        found.push({ record, points: points * share, itself: itself * share });
      }
    }
    return found;
  };

  return all;
};
