// The words of the product's language files: a test finds a button by what people read on it, and follows when it is
// said better.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

const MESSAGE = /^([a-z][\w-]*) =(.*(?:\n(?:[ \t}].*|(?=\n)))*)/gm;
const ANYTHING = "[\\s\\S]+?";

/** The words of a room, for instance `modules/proposals`, as functions of their key. */
export function wordsOf(room, lang = "fr") {
  const said = read(join(root, room, "locales"), lang);
  const text = (key) => {
    const words = said.get(key);
    if (words === undefined) throw new Error(`${room} says nothing under ${key}`);
    return words;
  };
  const pattern = (key, values) => {
    const found = patternOf(text(key), values);
    if (found.split(ANYTHING).join("").trim() === "") throw new Error(`${key} needs its values: it would match anything`);
    return found;
  };
  return {
    /** What begins with these words: a label may be followed by "(facultatif)", a button by hidden words. */
    starts: (key, values) => new RegExp(`^\\s*${pattern(key, values)}`),
    /** What contains these words. */
    has: (key, values) => new RegExp(pattern(key, values)),
    /** These words and nothing else. */
    is: (key, values) => new RegExp(`^\\s*${pattern(key, values)}\\s*$`),
  };
}


/** A language is one file, or a folder of them, or both. */
function read(locales, lang) {
  const folder = join(locales, lang);
  const files = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  const said = new Map();
  for (const file of [`${folder}.ftl`, ...files].filter((file) => existsSync(file))) {
    for (const [, key, words] of readFileSync(file, "utf8").matchAll(MESSAGE)) said.set(key, words.trim());
  }
  return said;
}

/** A value left out matches whatever is shown in its place; so does a choice between forms when its value is left out. */
function patternOf(words, values = {}) {
  return parts(words)
    .map((part) => (part.startsWith("{") ? placed(part, values) : typography(part)))
    .join("");
}

/** Plain words and placeables, in order; a placeable may hold others. */
function parts(words) {
  const found = [""];
  let depth = 0;
  for (const letter of words) {
    if (letter === "{" && depth++ === 0) found.push("");
    found[found.length - 1] += letter;
    if (letter === "}" && --depth === 0) found.push("");
  }
  return found.filter((part) => part !== "");
}

function placed(placeable, values) {
  const [, name, forms] = placeable.match(/^\{\s*(?:NUMBER\()?\$(\w+)[^-]*?(?:->([\s\S]*))?\}$/) ?? [];
  if (!(name in values)) return ANYTHING;
  if (!forms) return typography(String(values[name]));
  return patternOf(form(forms, Number(String(values[name]).replace(/\s/g, ""))), values);
}

/** The form a number asks for in French and, near enough, in English. */
function form(forms, number) {
  const known = new Map();
  let key;
  for (const part of parts(forms)) {
    for (const piece of part.startsWith("{") ? [part] : part.split(/(\*?\[\w+\])/)) {
      const opening = piece.match(/^\*?\[(\w+)\]$/);
      if (opening) known.set((key = opening[1]), "");
      else if (key) known.set(key, known.get(key) + piece);
    }
  }
  const category = new Intl.PluralRules("fr").select(number);
  return (known.get(String(number)) ?? known.get(category) ?? known.get("other")).trim();
}

/** The pages add narrow spaces and curly apostrophes to the words of the files. */
function typography(text) {
  return text.replace(/\s*[:;!?»]|«\s*|['’]|\s+|[.*+^${}()|[\]\\]/g, (sign) => {
    const bare = sign.trim();
    if (bare === "") return "\\s+";
    if (bare === "'" || bare === "’") return "['’]";
    if (bare === "«") return "«\\s*";
    return /[:;!?»]/.test(bare) ? `\\s*\\${bare}`.replace("\\»", "»") : `\\${bare}`;
  });
}
