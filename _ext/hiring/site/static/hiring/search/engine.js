// Finds records: adds up what the index says of each word, then looks closely at the best pages.
hiringSearch.engine = (folder) => {
  const { load, forget, postings, nearness } = hiringSearch;
  const CLOSELY = 12; // pages whose text is looked at
  const OF_PAGE = 3; // parts of a page that are shown
  const SHARE_OF_PAGE = 0.5; // what a part must have of its page's best points
  const SHARE = 0.35; // what a record must have of the most that the index gives to any
  const UNENDED = /([^.:;,!?])\n/g;

  let started = null;
  let fresh = ""; // what makes the addresses of all files new ones

  const prepare = ([core]) => {
    const starts = [0];
    for (const { 4: records } of core.pages) starts.push(starts.at(-1) + records);
    const pageOf = new Uint32Array(starts.at(-1));
    core.pages.forEach((_, page) => pageOf.fill(page, starts[page], starts[page + 1]));
    const levelOf = new Array(pageOf.length);
    for (const [name, numbers] of Object.entries(core.levels)) {
      for (const number of postings.numbers(numbers)) levelOf[number] = name;
    }
    const language = { tokens: hiringSearch.tokens(core.language), words: hiringSearch.words(core) };
    return {
      ...{ core, starts, pageOf, levelOf, ...language },
      postings: new Map(), // by group: where its words stand
      texts: new Map(), // by page: what it says
      query: hiringSearch.query(language),
      score: hiringSearch.score({ starts, pageOf }),
      passages: hiringSearch.passage(language),
    };
  };

  const start = () => {
    started ??= load(folder, ["core"], fresh && `?v=${fresh}`).then(prepare);
    return started;
  };

  // A browser may keep files of two builds, since the first one has the same address in all of them:
  // then all are loaded anew, once.
  const surely = (work) => async (given) => {
    const before = fresh;
    try {
      return await work(await start(), given);
    } catch {
      if (fresh === before) {
        forget();
        started = null;
        fresh = `${Date.now()}`;
      }
      return work(await start(), given);
    }
  };

  // Returns the data of files, all of the build that the core is of.
  const loadOwn = async ({ core }, names) => {
    const loaded = await load(folder, names, `?v=${core.version}${fresh && `-${fresh}`}`);
    if (loaded.some(([id]) => id !== core.id)) throw new Error("the files are of two builds");
    return loaded.map(([, data]) => data);
  };

  // ---------- What is loaded when it is asked for

  const shardOf = ({ shards }, group) => {
    let [low, high] = [0, shards.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (shards[middle] <= group) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  const loadWords = async (known, terms) => {
    const { core } = known;
    const groups = terms.flatMap((term) => [...term.groups.keys()]);
    const wanted = groups.filter((group) => !known.postings.has(group));
    const shards = [...new Set(wanted.map((group) => shardOf(core, group)))];
    const loaded = await loadOwn(known, shards.map((shard) => `words/${shard}`));
    loaded.forEach((text, at) => {
      const lines = text.split(" ");
      for (const group of wanted) {
        const [ofPages, ofRecords] = lines[group - core.shards[shards[at]]]?.split("'") ?? [];
        if (ofRecords === undefined) continue;
        known.postings.set(group, { ofPages: postings.read(ofPages), ofRecords: postings.read(ofRecords) });
      }
    });
  };

  const readPage = ({ tokens, words: known, passages }, [, title, , aliases, , , records]) => {
    const groups = (text) => known.groupsOf(tokens.telling(text));
    const line = (text) => known.line(tokens.all(text));
    const read = ([kind, anchor, heading, lines, parents, also]) => {
      const text = lines.replace(UNENDED, "$1 · ").replaceAll("\n", " ");
      return { kind, anchor, heading, text, parents, also };
    };
    // What a record says is only read when the record comes into question.
    const ready = (record) => {
      if (record.words) return record;
      const runs = passages.read(record.text);
      return Object.assign(record, {
        runs,
        words: runs.flatMap((run) => run.groups),
        name: groups(record.heading),
        said: new Set(tokens.all(record.heading)),
        also: record.also.map(groups),
        // Every word in its order, as what stands in quotes is compared.
        readLines: () => [record.heading, record.text].map(line),
      });
    };
    const own = records.map(read);
    return { names: [title, ...aliases].map(groups), record: (at) => ready(own[at]) };
  };

  const loadPages = async (known, pages) => {
    const wanted = pages.filter((page) => !known.texts.has(page));
    const loaded = await loadOwn(known, wanted.map((page) => `pages/${known.core.pages[page][0]}`));
    loaded.forEach((data, at) => known.texts.set(wanted[at], readPage(known, data)));
  };

  // ---------- The answer

  const filter = ({ core, pageOf, levelOf }, { kind, family, level, audience } = {}) => {
    const familyAt = core.families.indexOf(family);
    const audienceAt = core.audiences.indexOf(audience);
    return (record) => {
      const page = core.pages[pageOf[record]];
      const is = core.kinds[postings.sign(core.kindOf, record)];
      return (
        (!kind || kind === (is === "section" ? "page" : is)) &&
        (!family || page[2] === familyAt) &&
        (!level || levelOf[record] === level) &&
        (!audience || page[3] === audienceAt)
      );
    };
  };

  // Returns the pages of the records with most points, each page by its best record.
  const bestPages = (found, pageOf, count, points) => {
    const byPage = new Map();
    for (const hit of found) {
      const page = pageOf[hit.record];
      byPage.set(page, Math.max(byPage.get(page) ?? 0, points(hit)));
    }
    const sorted = [...byPage].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
    return sorted.slice(0, count).map(([page]) => page);
  };

  // Returns the records on loaded pages that come into question, the nearest first.
  const rank = (found, asked, { starts, pageOf, texts }, pages) => {
    const looked = new Set(pages);
    const candidates = found.filter(({ record }) => looked.has(pageOf[record]));
    const most = candidates.reduce((least, { points }) => Math.max(least, points), 0);
    const hits = [];
    for (const { record, points: plain, itself } of candidates) {
      // Only what says nothing itself is left out unread: a name may be all that is asked for.
      if (plain < SHARE * most && itself < SHARE * most) continue;
      const page = pageOf[record];
      const own = texts.get(page).record(record - starts[page]);
      const near = nearness.of(texts.get(page), own, asked);
      if (!near) continue;
      // What has the very name that is asked for comes first.
      const points = (near >= nearness.NAME ? most : plain) * near;
      hits.push({ ...own, page, record, points });
    }
    return hits.sort((one, other) => other.points - one.points || one.record - other.record);
  };

  const grouped = (hits) => {
    const groups = new Map();
    for (const hit of hits) {
      const before = groups.get(hit.page) ?? [];
      const isShown = before.length < OF_PAGE && hit.points >= (before[0]?.points ?? 0) * SHARE_OF_PAGE;
      groups.set(hit.page, isShown ? [...before, hit] : before);
    }
    return [...groups.values()];
  };

  const shown = ({ core, passages }, hits, { terms }) => {
    const [path, title] = core.pages[hits[0].page];
    const url = `${path}${core.suffix}`;
    return {
      ...{ title, url },
      hits: hits.map(({ kind, anchor, heading, parents, text, runs }) => ({
        ...{ kind, parents },
        url: anchor ? `${url}#${anchor}` : url,
        heading: passages.heading(heading, terms),
        passage: passages.passage(text, runs, terms),
      })),
    };
  };

  // Returns what answers a query, grouped by page, the best first; `most` is the count of pages.
  const ask = async (known, { query, filters, most = 8 }) => {
    const asked = known.query.understand(query);
    const { terms, said, quoted } = asked;
    const answer = { groups: [], more: false, correction: null, known: [], common: false };
    if (!terms.length) return { ...answer, common: said.length > 0 };
    await loadWords(known, terms);
    const found = known.score(terms, known.postings, filter(known, filters));
    const count = Math.max(CLOSELY, most + 1) * (quoted.length ? 3 : 1);
    // A thing may have the very name that is asked for, and its page another.
    const pages = new Set([
      ...bestPages(found, known.pageOf, count, ({ points }) => points),
      ...bestPages(found, known.pageOf, CLOSELY / 2, ({ itself }) => itself),
    ]);
    await loadPages(known, [...pages]);
    const groups = grouped(rank(found, asked, known, pages));
    return {
      ...answer,
      groups: groups.slice(0, most).map((hits) => shown(known, hits, asked)),
      more: groups.length > most,
      correction: known.query.correction(query, asked),
      known: terms.filter(({ groups: it }) => it.size).map(({ word }) => word),
      unknown: terms.some(({ groups: it }) => !it.size),
    };
  };

  // Returns what results can be narrowed to.
  const choices = async ({ core }) => {
    const signs = new Set([...core.kindOf].map((_, at) => postings.sign(core.kindOf, at)));
    return {
      kinds: core.kinds.filter((kind, at) => kind !== "section" && signs.has(at)),
      families: core.families,
      levels: Object.keys(core.levels),
      audiences: core.audiences.filter((_, at) => core.pages.some((page) => page[3] === at)),
    };
  };

  return { ask: surely(ask), choices: surely(choices) };
};
