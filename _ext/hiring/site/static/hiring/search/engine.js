// Finds records: adds up what the index says of each word, then looks closely at the best pages.
hiringSearch.engine = (folder) => {
  const { load, postings } = hiringSearch;
  const CLOSELY = 12; // pages whose text is looked at
  const OF_PAGE = 0.6; // what a word of the page's name says about each part of it
  const LEAST = 0.6; // the share of a query that a record must answer
  const UNKNOWN = 3; // what a word weighs that nothing holds
  const LONGEST = 20; // words of a query that count
  const ABOUT = 0.45; // records with a lower share of the best one's score are not shown

  const TABLE = new Map(); // of what is loaded, ready for use: postings by word, texts by page
  let started = null;

  const prepare = ([core]) => {
    const starts = [0];
    for (const page of core.pages) starts.push(starts.at(-1) + page[4]);
    const pageOf = new Uint32Array(starts.at(-1));
    core.pages.forEach((_, page) => pageOf.fill(page, starts[page], starts[page + 1]));
    const levelOf = new Array(pageOf.length);
    for (const [name, numbers] of Object.entries(core.levels)) {
      for (const number of postings.numbers(numbers)) levelOf[number] = name;
    }
    const tokens = hiringSearch.tokens(core.language);
    return { core, starts, pageOf, levelOf, tokens, words: hiringSearch.words(core) };
  };

  const start = () => {
    started ??= load(folder, ["core"]).then(prepare);
    started.catch(() => (started = null));
    return started;
  };

  // ---------- What is asked

  // Returns the words of a query with what each stands for. A word in quotes is not guessed at.
  const understand = (query, { tokens, words }) => {
    const text = query.slice(0, 1000);
    const quoted = [...text.matchAll(/["“„]([^"“”„]+)["”“]/g)].map(([, said]) => tokens.telling(said));
    const typing = /[\p{L}\p{N}]$/u.test(text);
    const asked = tokens.telling(text).slice(0, LONGEST);
    const split = asked.flatMap((word, at) => {
      const last = typing && at === asked.length - 1;
      if (words.has(word) || words.meant(word, last).groups.size) return [word];
      return words.parted(word) ?? [word];
    });
    const terms = split.map((word, at) => ({
      word,
      ...words.meant(word, typing && at === split.length - 1),
    }));
    // Two words may be one in the text: data base, ci cd.
    for (let at = 1; at < terms.length; at += 1) {
      const joined = words.groupOf.get(terms[at - 1].word + terms[at].word);
      if (joined === undefined) continue;
      terms[at - 1].groups.set(joined, 0.9);
      terms[at].groups.set(joined, 0.9);
    }
    return { terms, quoted: quoted.filter((said) => said.length), nothing: !tokens.all(text).length };
  };

  // Returns the query with the words that were probably meant, or nothing where all are known.
  const correction = (query, { terms }, { tokens }) => {
    const slips = new Map(terms.filter(({ slip }) => slip).map(({ word, slip }) => [word, slip]));
    if (!slips.size) return null;
    return query
      .trim()
      .split(/\s+/)
      .map((part) => {
        const [word, ...more] = tokens.all(part);
        return more.length ? part : (slips.get(word) ?? part);
      })
      .join(" ");
  };

  // ---------- What the index says

  const shardOf = (core, group) => {
    let [low, high] = [0, core.shards.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (core.shards[middle] <= group) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  const fetchWords = async ({ core }, terms) => {
    const groups = new Set(terms.flatMap(({ groups: found }) => [...found.keys()]));
    const wanted = [...groups].filter((group) => !TABLE.has(group));
    const shards = [...new Set(wanted.map((group) => shardOf(core, group)))];
    const names = shards.map((shard) => `words/${shard}`);
    const loaded = await load(folder, names, `?v=${core.version}`);
    loaded.forEach(([id, text], at) => {
      if (id !== core.id) throw new Error("the files are of two builds");
      text.split(" ").forEach((line, more) => TABLE.set(core.shards[shards[at]] + more, line.split("'")));
    });
  };

  // Returns for each term how well each record answers it, and how much the term tells.
  const weigh = ({ starts, pageOf }, terms) => {
    const count = pageOf.length;
    return terms.map(({ groups }) => {
      const best = new Float32Array(count);
      for (const [group, factor] of groups) {
        const [ofPages, ofRecords] = TABLE.get(group);
        const found = groups.size === 1 ? best : new Float32Array(count);
        postings.read(ofPages, (page, weight) => {
          found.fill(factor * OF_PAGE * weight, starts[page], starts[page + 1]);
        });
        postings.read(ofRecords, (record, weight) => {
          found[record] += factor * weight;
        });
        if (found === best) continue;
        for (let at = 0; at < count; at += 1) if (found[at] > best[at]) best[at] = found[at];
      }
      let records = 0;
      for (let at = 0; at < count; at += 1) if (best[at]) records += 1;
      const tells = records ? Math.log(1 + count / (records + 1)) + 0.1 : UNKNOWN;
      return { best, tells };
    });
  };

  // Returns the records that answer enough of a query, with a score each.
  const score = (known, weighed, allowed) => {
    const whole = weighed.reduce((sum, { tells }) => sum + tells, 0);
    const found = [];
    for (let record = 0; record < known.pageOf.length; record += 1) {
      if (!allowed(record)) continue;
      let [total, answered] = [0, 0];
      for (const { best, tells } of weighed) {
        if (!best[record]) continue;
        total += tells * best[record];
        answered += tells;
      }
      const share = answered / whole;
      if (share >= LEAST) found.push({ record, score: total * share * share });
    }
    return found;
  };

  const filter = ({ core, pageOf, levelOf }, { kind, family, level, audience } = {}) => {
    const familyAt = core.families.indexOf(family);
    const audienceAt = core.audiences.indexOf(audience);
    return (record) => {
      const page = core.pages[pageOf[record]];
      if (kind) {
        const found = core.kinds[postings.sign(core.kindOf, record)];
        if ((found === "section" ? "page" : found) !== kind) return false;
      }
      if (family && page[2] !== familyAt) return false;
      if (level && levelOf[record] !== level) return false;
      return !audience || page[3] === audienceAt;
    };
  };

  // ---------- What the pages say

  const readPage = ({ tokens, words }, [, title, , aliases, , records]) => {
    const groups = (text) => words.groupsOf(tokens.telling(text));
    return {
      title: groups(title),
      names: [title, ...aliases].map(groups),
      records: records.map(([kind, anchor, heading, text, parents, also, , level]) => ({
        ...{ kind, anchor, heading, text, parents, level },
        name: groups(heading),
        also: also.map(groups),
        words: null,
      })),
    };
  };

  const fetchPages = async (known, pages) => {
    const names = pages.map((page) => `pages/${known.core.pages[page][0]}`);
    const loaded = await load(folder, names, `?v=${known.core.version}`);
    loaded.forEach((data, at) => {
      if (!TABLE.has(names[at])) TABLE.set(names[at], readPage(known, data));
    });
    return new Map(pages.map((page, at) => [page, TABLE.get(names[at])]));
  };

  const isAll = (terms, name) =>
    name.length === terms.length && terms.every(({ groups }, at) => groups.has(name[at]));

  // Returns the most words of the query that stand side by side in a text, in their order.
  const longestRun = (terms, text) => {
    let longest = 0;
    for (let start = 0; start < text.length; start += 1) {
      for (let from = 0; from < terms.length - longest; from += 1) {
        let length = 0;
        while (from + length < terms.length && terms[from + length].groups.has(text[start + length])) {
          length += 1;
        }
        longest = Math.max(longest, length);
      }
    }
    return longest;
  };

  const holds = (text, said) =>
    text.some((_, at) => said.every((group, more) => text[at + more] === group));

  // Returns by how much a record's score grows because of what it says, and how.
  const closeness = (known, page, record, { terms, quoted }) => {
    const { tokens, words } = known;
    record.words ??= words.groupsOf(tokens.telling(record.text));
    const said = [...record.name, -1, ...record.words];
    if (!quoted.every((phrase) => holds(said, words.groupsOf(phrase)))) return 0;
    if (!record.anchor && page.names.some((name) => isAll(terms, name))) return 4;
    if (isAll(terms, record.name)) return 3;
    if (record.also.some((name) => isAll(terms, name))) return record.kind === "question" ? 1.6 : 3;
    const inName = (group) => terms.some(({ groups }) => groups.has(group));
    const named = terms.filter(({ groups }) => [...record.name, ...page.title].some((it) => groups.has(it)));
    const precision = record.name.filter(inName).length / Math.max(record.name.length, 1);
    const recall = named.length / terms.length;
    const name = precision && recall ? (2 * precision * recall) / (precision + recall) : 0;
    const run = terms.length > 1 ? (longestRun(terms, record.words) - 1) / (terms.length - 1) : 0;
    return 1 + 0.6 * name + 0.5 * Math.max(run, 0);
  };

  // ---------- The answer

  const best = (found, pageOf, most) => {
    const byPage = new Map();
    for (const { record, score: points } of found) {
      const page = pageOf[record];
      byPage.set(page, Math.max(byPage.get(page) ?? 0, points));
    }
    return [...byPage].sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, most);
  };

  const grouped = (hits) => {
    const groups = new Map();
    for (const hit of hits) {
      if (!groups.has(hit.page)) groups.set(hit.page, []);
      groups.get(hit.page).push(hit);
    }
    return [...groups.values()];
  };

  // Returns what answers a query, grouped by page, the best first; `most` is the count of pages.
  const ask = async ({ query, filters, most = 8 }) => {
    const known = await start();
    const { core, starts, pageOf } = known;
    const asked = understand(query, known);
    const { terms } = asked;
    const nothing = { groups: [], more: false, correction: null, unknown: [], common: !terms.length && !asked.nothing };
    if (!terms.length) return nothing;
    await fetchWords(known, terms);
    const scored = score(known, weigh(known, terms), filter(known, filters));
    const looked = best(scored, pageOf, Math.max(CLOSELY, most + 4) * (asked.quoted.length ? 3 : 1));
    const pages = await fetchPages(known, looked.map(([page]) => page));
    const hits = [];
    for (const { record, score: points } of scored) {
      const page = pages.get(pageOf[record]);
      if (!page) continue;
      const own = page.records[record - starts[pageOf[record]]];
      const close = closeness(known, page, own, asked);
      if (close) hits.push({ ...own, page: pageOf[record], record, points: points * close, plain: points });
    }
    hits.sort((one, other) => other.points - one.points || one.record - other.record);
    const least = ABOUT * Math.max(...hits.map(({ plain }) => plain));
    const shown = hits.filter(({ plain }, at) => !at || plain >= least);
    const groups = grouped(shown);
    return {
      ...nothing,
      groups: groups.slice(0, most).map((found) => present(known, found, asked)),
      more: groups.length > most,
      correction: correction(query, asked, known),
      unknown: terms.filter(({ groups: it }) => !it.size).map(({ word }) => word),
    };
  };

  const present = ({ core, tokens, words }, found, { terms }) => {
    const [path, title] = core.pages[found[0].page];
    const url = `${path}${core.suffix}`;
    const marks = hiringSearch.passage({ tokens, words, terms });
    return {
      title,
      url,
      hits: found.slice(0, 3).map(({ kind, anchor, heading, parents, text, points }) => ({
        ...{ kind, points },
        url: anchor ? `${url}#${anchor}` : url,
        heading: marks.heading(heading),
        parents,
        passage: marks.passage(text),
      })),
    };
  };

  // Returns what results can be narrowed to.
  const choices = async () => {
    const { core } = await start();
    const audiences = core.audiences.filter((_, at) => core.pages.some((page) => page[3] === at));
    const signs = new Set(core.kindOf);
    const kinds = core.kinds.filter((kind, at) => kind !== "section" && [...signs].some((sign) => postings.sign(sign, 0) === at));
    return { kinds, families: core.families, levels: Object.keys(core.levels), audiences };
  };

  return { ask, choices };
};
