// The smallest XLSX a spreadsheet program reads, and its damaged cousins: a few lines of ZIP, so that no library is asked.
import { constants, deflateRawSync } from "node:zlib";

const TYPES = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`;
const RELATIONS = (type, target) =>
  `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
const BOOK = `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Feuille 1" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const SHEET = (rows) =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;

/** A workbook of one sheet: lines of texts. */
export function workbook(lines) {
  const cell = (text, column, row) => `<c r="${String.fromCharCode(65 + column)}${row}" t="inlineStr"><is><t>${escape(text)}</t></is></c>`;
  const row = (cells, at) => `<row r="${at + 1}">${cells.map((text, column) => cell(text, column, at + 1)).join("")}</row>`;
  return parts(SHEET(lines.map(row).join("")));
}

/** A workbook of a few hundred kilobytes that opens into hundreds of megabytes: one megabyte, folded once, said again. */
export function bomb(megabytes) {
  const megabyte = deflateRawSync(Buffer.alloc(1 << 20, " "), { finishFlush: constants.Z_FULL_FLUSH });
  const folded = Buffer.concat([...Array(megabytes).fill(megabyte), deflateRawSync(Buffer.alloc(0))]);
  return parts({ folded, length: megabytes << 20 });
}

function parts(sheet) {
  return zip([
    ["[Content_Types].xml", TYPES],
    ["_rels/.rels", RELATIONS("officeDocument", "xl/workbook.xml")],
    ["xl/workbook.xml", BOOK],
    ["xl/_rels/workbook.xml.rels", RELATIONS("worksheet", "worksheets/sheet1.xml")],
    ["xl/worksheets/sheet1.xml", sheet],
  ]);
}

function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** PKWARE's APPNOTE, sections 4.3.7 and 4.3.12: local headers, then the central directory. */
function zip(files) {
  const local = [];
  const directory = [];
  let at = 0;
  for (const [name, content] of files) {
    const { folded, length, sum } = typeof content === "string" ? fold(Buffer.from(content)) : content;
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(8, 4);
    about.writeUInt16LE(0x21, 8);
    about.writeUInt32LE(sum ?? 0, 10);
    about.writeUInt32LE(folded.length, 14);
    about.writeUInt32LE(length, 18);
    about.writeUInt16LE(name.length, 22);
    const header = Buffer.concat([signature(0x04034b50), about, Buffer.from(name)]);
    local.push(header, folded);
    const placed = Buffer.alloc(14);
    placed.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([signature(0x02014b50), about.subarray(0, 2), about, placed, Buffer.from(name)]));
    at += header.length + folded.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...local, central, signature(0x06054b50), end]);
}

function fold(content) {
  return { folded: deflateRawSync(content), length: content.length, sum: crc32(content) };
}

function signature(number) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit += 1) byte = byte & 1 ? 0xedb88320 ^ (byte >>> 1) : byte >>> 1;
  return byte;
});

function crc32(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = TABLE[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
