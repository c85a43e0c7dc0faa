// The words of the product's language files: a test finds a button by what people read on it, and follows when it is
// said better.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

const MESSAGE = /^([a-z][\w-]*) =(.*(?:\n(?:[ \t]+.*|(?=\n)))*)/gm;
const UNSAID = "\u0000";

/** The words of a room, for instance `modules/proposals`, as functions of their key. */
export function wordsOf(room, lang = "fr") {
  const said = read(join(root, room, "locales", lang));
  const text = (key) => {
    const words = said.get(key);
    if (words === undefined) throw new Error(`${room} says nothing under ${key}`);
    return words;
  };
  return {
    /** What begins with these words: a label may be followed by "(facultatif)", a button by hidden words. */
    starts: (key, values) => new RegExp(`^\\s*${pattern(text(key), values)}`),
    /** What contains these words. */
    has: (key, values) => new RegExp(pattern(text(key), values)),
    /** These words and nothing else. */
    is: (key, values) => new RegExp(`^\\s*${pattern(text(key), values)}\\s*$`),
  };
}

/** Any text as a pattern that forgives the typography the pages add: narrow spaces, curly apostrophes. */
export function forgiving(text) {
  return new RegExp(typography(text));
}

function read(folder) {
  const said = new Map();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".ftl"))) {
    for (const [, key, words] of readFileSync(join(folder, file), "utf8").matchAll(MESSAGE)) {
      said.set(key, words.trim());
    }
  }
  return said;
}

/** A value left out matches whatever is shown in its place; a choice between several forms matches any of them. */
function pattern(words, values = {}) {
  let depth = 0;
  let inside = "";
  let outside = "";
  for (const letter of words) {
    if (letter === "{") depth += 1;
    if (depth === 0) outside += letter;
    else inside += letter;
    if (letter !== "}") continue;
    depth -= 1;
    if (depth > 0) continue;
    const name = inside.match(/^\{\s*\$(\w+)\s*\}$/)?.[1];
    outside += name in values ? String(values[name]) : UNSAID;
    inside = "";
  }
  return outside.split(UNSAID).map(typography).join("[\\s\\S]+?");
}

function typography(text) {
  return text
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\s*([:;!?»])/g, "\\s*$1")
    .replace(/«\s*/g, "«\\s*")
    .replace(/['’]/g, "['’]")
    .replace(/\s+/g, "\\s+");
}
