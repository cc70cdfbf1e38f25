// The generator's data, a file a role, loaded when it is asked for. A file is a script that calls
// `receive`: that works from a disk and under a strict policy, where a page may not fetch.

/**
 * What an entry of a list, or what stands between entries, is in each format: the number of its
 * shape, and the words that the shape's holes take.
 * @typedef {[shape: number, ...words: string[]]} PieceData
 */

/**
 * A section of a posting or a checklist, as posting/generator/templates.py writes it.
 * @typedef {object} SectionData
 * @property {string} id
 * @property {string} title
 * @property {number[]} pieces The numbers of its pieces.
 * @property {Record<string, string>} [entries] The labels of entries that may be left out, by id.
 */

/**
 * A role's posting as a whole (its id is empty), or at a level.
 * @typedef {object} Version
 * @property {string} id
 * @property {string} name
 * @property {string} title
 * @property {number[]} sections The numbers of its sections.
 * @property {Record<string, any>} jobPosting What the build knows of its JobPosting.
 * @property {string} [otherPay] What its page says of other pay.
 */

/**
 * The data of `roles/ROLE.js`.
 * @typedef {object} RoleData
 * @property {string} key
 * @property {string} title
 * @property {string} language The tag of its language.
 * @property {string} direction How that is written: "rtl" from right to left, else "ltr".
 * @property {string} work The work arrangement, empty where the role states none.
 * @property {string} reviewed A day as 2026-11-20, or nothing.
 * @property {SectionData[]} sections
 * @property {Version[]} versions
 * @property {SectionData[]} application The checklist of who applies.
 * @property {PieceData[]} pieces
 * @property {(string | 0)[][]} shapes What each format has around the words; 0: as the one before.
 */

/** @typedef {{ label: string, hint: string, type: string, default?: string }} Placeholder */
/** @typedef {{ words: string, parts: Record<string, string>, area: string }} Place */
/** @typedef {{ rule: string, wants: string, severity: string, says: string }} Rule */

/**
 * @typedef {object} PayLaw
 * @property {string} said Its name, with what is not certain of it.
 * @property {string[]} places
 * @property {string[]} towns In lower case; none where it holds in the whole of its places.
 * @property {boolean} remote Whether a law of towns counts for who works from home.
 * @property {string[]} asks
 * @property {{ currency: string, most: number, above: number } | null} width
 * @property {boolean} certain
 * @property {string[]} later What may be given later than in the posting.
 */

/**
 * What a language has of its own, by its tag. The names of places are only there where they are not
 * those that all roles share.
 * @typedef {object} Speech
 * @property {string[]} months
 * @property {string} firstDay
 * @property {string} day How a day is written, with MMMM, d and y for its parts.
 * @property {Record<string, string>} work Each work arrangement in a posting's words.
 * @property {string} remoteIn Where people may live who work from home, with `{areas}`.
 * @property {string} word The language as Word wants it.
 * @property {Record<string, Place>} [places]
 * @property {Record<string, string>} [areas]
 * @property {Record<string, string>} [countries]
 * @property {Record<string, string>} [states]
 */

/** @typedef {CommonData & Speech} SpokenData */

/**
 * The data of `common.js`, as posting/generator/common.py writes it.
 * @typedef {object} CommonData
 * @property {string[]} open The names of the open facts, by the numbers of their marks.
 * @property {Record<string, string>} words What the form says.
 * @property {Record<string, Partial<CommonData>>} forms What differs on pages in another language.
 * @property {Record<string, Speech>} speech The words of each language that roles are written in.
 * @property {Record<string, string>} arrangements Each work arrangement's name.
 * @property {{ name: string, apply: string }} company
 * @property {Record<string, Placeholder>} placeholders
 * @property {Record<string, string>} address The parts of an address by schema.org.
 * @property {Record<string, string[]>} properties What structured data says of an entry, by its id.
 * @property {Record<string, Place>} places
 * @property {Record<string, string>} areas
 * @property {Record<string, string>} countries
 * @property {Record<string, string>} states
 * @property {Record<string, string>} regions What countries call their parts, by their letters.
 * @property {Record<string, string[]>} zones The time zones of countries, and of parts of some.
 * @property {Rule[]} rules
 * @property {PayLaw[]} laws
 * @property {Record<string, string>} requirements What laws may require, as a note says it.
 * @property {Record<string, string>} stated Where that is stated which the form does not ask for.
 * @property {string[]} otherCompensation
 * @property {string[]} vaguePay
 * @property {string[]} gendered
 * @property {Record<string, string>} forbidden Patterns of what laws forbid to ask for, by its name.
 * @property {string} denial A pattern of the words that deny.
 * @property {Record<string, number>} perYear How many of each unit of pay a year has.
 */

/**
 * The data of `word.js`: the parts of a document that the build's own are made of, too.
 * @typedef {object} WordData
 * @property {string} archive All that is the same in every document, as base64.
 * @property {Record<string, string>} parts What is not: text, links and properties.
 * @property {string} paper What the text says of its paper; empty where that is settled.
 * @property {Record<string, string>} papers What it may say instead, by the size's name.
 * @property {string[]} letter The countries with paper of the size Letter.
 * @property {string} country That of a job without a place.
 * @property {string} core
 * @property {string} linkType
 */

/** What a chosen role is shown with. @typedef {{ role: RoleData, common: CommonData }} Known */

/**
 * Where data files are, and the language of the page.
 * @typedef {{ folder: string, version: string, language: string }} DataPlace
 */

/** @type {Map<string, Promise<any>>} */
const fileLoads = new Map();
/** @type {Map<string, (data: any) => void>} */
const fileReceivers = new Map();

/**
 * Returns the promise of a file's data.
 * @param {string} name As `roles/data-engineer`.
 * @param {DataPlace} place Its folder ends with a slash.
 */
const startFileLoad = (name, { folder, version }) =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${folder}${name}.js?v=${version}`;
    script.onerror = () => {
      fileLoads.delete(name); // so that it can be tried again
      reject(new Error(name));
    };
    fileReceivers.set(name, resolve);
    document.head.append(script);
  });

/**
 * Returns the promise of a file's data, which is loaded once.
 * @param {string} name
 * @param {DataPlace} place
 * @returns {Promise<any>}
 */
const loadFile = (name, place) => {
  const load = fileLoads.get(name) ?? startFileLoad(name, place);
  fileLoads.set(name, load);
  return load;
};

/**
 * Returns the promise of a role's data, with what all roles share.
 * @param {string} key
 * @param {DataPlace} place
 * @returns {Promise<Known>}
 */
const loadRole = async (key, place) => {
  const names = ["common", `roles/${key}`];
  const [shared, role] = await Promise.all(names.map((name) => loadFile(name, place)));
  const common = { ...shared, ...shared.forms[place.language] };
  speakWords(place.language, common.words);
  return { role, common };
};

globalThis.hiringGenerator = { receive: (name, data) => fileReceivers.get(name)?.(data) };
