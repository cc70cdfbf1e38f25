// ZIP (APPNOTE.TXT 6.3): adds files to an archive unpacked, before its table of contents.

const FIRST_DAY = 0x21; // January 1, 1980: the earliest that an archive can state
const ENDING_SIZE = 22;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, number) => {
  let sum = number;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  return sum;
});

/** @param {Uint8Array} data */
const checksumOf = (data) => {
  let sum = 0xffffffff;
  for (const byte of data) sum = CRC_TABLE[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
};

/**
 * Returns numbers as bytes, the last byte first.
 * @param {...[value: number, count: number]} numbers
 */
const bytesOf = (...numbers) =>
  Uint8Array.from(
    numbers.flatMap(([value, count]) =>
      Array.from({ length: count }, (_, place) => (value >>> (8 * place)) & 0xff),
    ),
  );

/**
 * Returns a file as it stands in an archive, and its entry in the table of contents.
 * @param {string} path
 * @param {string} text
 * @param {number} place Where it starts.
 */
const archivedFile = (path, text, place) => {
  const encoder = new TextEncoder();
  const [name, data] = [encoder.encode(path), encoder.encode(text)];
  const [sum, size] = [checksumOf(data), data.length];
  const about = bytesOf([20, 2], [0, 2], [0, 2], [0, 2], [FIRST_DAY, 2], [sum, 4], [size, 4]);
  const more = bytesOf([size, 4], [name.length, 2], [0, 2]);
  const rest = bytesOf([0, 2], [0, 2], [0, 2], [0, 4], [place, 4]);
  const file = [bytesOf([0x04034b50, 4]), about, more, name, data];
  return { file, entry: [bytesOf([0x02014b50, 4], [20, 2]), about, more, rest, name] };
};

/** @param {Uint8Array[]} parts */
const sizeOf = (parts) => parts.reduce((sum, part) => sum + part.length, 0);

/**
 * Returns an archive with further files, by their paths.
 * @param {string} archive As base64.
 * @param {Record<string, string>} files
 */
const archiveWith = (archive, files) => {
  const old = Uint8Array.from(atob(archive), (sign) => sign.charCodeAt(0));
  const ending = new DataView(old.buffer, old.length - ENDING_SIZE);
  const start = ending.getUint32(16, true);
  const blobs = [old.subarray(0, start)];
  const table = [old.subarray(start, old.length - ENDING_SIZE)];
  for (const [path, text] of Object.entries(files)) {
    const { file, entry } = archivedFile(path, text, sizeOf(blobs));
    blobs.push(...file);
    table.push(...entry);
  }
  const count = ending.getUint16(10, true) + Object.keys(files).length;
  const totals = bytesOf([count, 2], [count, 2], [sizeOf(table), 4], [sizeOf(blobs), 4]);
  const last = [bytesOf([0x06054b50, 4], [0, 2], [0, 2]), totals, bytesOf([0, 2])];
  return new Blob([...blobs, ...table, ...last]);
};
