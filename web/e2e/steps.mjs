// What people do in several of the tests, as they do it: by what they read on the page.
import assert from "node:assert/strict";
import { wordsOf } from "./words.mjs";

/** Nothing a person waits for on a page takes this long, even on a busy machine. */
const PATIENCE_MS = 10_000;

const c = wordsOf("kernel/commons");
const p = wordsOf("modules/proposals");
const w = wordsOf("kernel/web");

/** A day as a form holds it, from today's in Paris. */
export function day(offset = 0) {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Paris" }).format(new Date());
  const moved = new Date(`${today}T12:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + offset);
  return moved.toISOString().slice(0, 10);
}

/** A démarche prepared, framed, dated and opened by a facilitator; its address. */
export async function openDemarche(page, title) {
  await page.goto("/demarches");
  await page.getByRole("link", { name: c.is("initiatives-empty-staff") }).click();
  await fill(page, c, {
    "field-title": title,
    "field-purpose": "Savoir où s’asseoir manque, avec celles et ceux qui marchent dans le bourg.",
    "field-sponsor": "Marianne Desroziers, vice-présidente",
    "field-promise": "Tout sera lu. Trois bancs au moins seront posés, là où vous le direz.",
    "field-who-decides": "La vice-présidente chargée des services aux habitants.",
    "field-who-answers": "Le service participation répond à chaque contribution.",
  });
  await page.getByLabel(c.starts("promise-concert")).check();
  await press(page, w, "save");
  await assertSaid(page, c.has("initiative-prepared"));
  const draft = new URL(page.url()).pathname;
  await frame(page);
  await date(page);
  await press(page, c, "initiative-open-act");
  await assertSaid(page, c.has("initiative-opened"));
  return draft.replace(/\/modifier$/, "");
}

async function frame(page) {
  const scope = page.getByRole("region", { name: c.is("initiative-scope-title") });
  await scope.getByLabel(c.is("field-scope-question")).first().fill("Où poser des bancs ?");
  await scope.getByLabel(c.is("field-scope-reason")).first().fill("Rien n’est encore choisi.");
  await scope.getByRole("button", { name: w.is("save") }).click();
  await assertSaid(page, c.has("initiative-saved"));
}

async function date(page) {
  const phases = page.getByRole("region", { name: c.is("initiative-phases-title") });
  const hear = phases.getByRole("group", { name: c.is("step-hear") });
  await hear.getByLabel(c.is("field-phase-title")).fill("Dire où l’on s’assied");
  await hear.getByLabel(c.is("field-phase-start")).fill(day());
  await hear.getByLabel(c.is("field-phase-end")).fill(day(20));
  await phases.getByRole("button", { name: w.is("save") }).click();
  await assertSaid(page, c.has("initiative-saved"));
}

/** Answers the first three screens of the form, up to the last look before sending. */
export async function write(page, demarche, said) {
  await page.goto(`${demarche}/contribuer`);
  await page.getByLabel(p.starts("contribute-words")).fill(said.text);
  if (said.title) await page.getByLabel(p.starts("contribute-title")).fill(said.title);
  await said.seen?.("mots");
  await press(page, p, "go-on");
  if (said.commune) await choose(page, "contribute-area", said.commune);
  if (said.place) await page.getByLabel(p.starts("contribute-where")).fill(said.place);
  await said.seen?.("lieu");
  await press(page, p, "go-on");
  await page.getByRole("radio", { name: c.starts(`capacity-${said.capacity ?? "inhabitant"}`) }).check();
  if (said.photo) {
    await label(page, p, "contribute-photo").setInputFiles(said.photo);
    await label(page, p, "contribute-photo-alt").fill("Le trottoir, sans banc.");
  }
  if (said.email) await page.getByLabel(p.starts("contribute-email")).fill(said.email);
  await said.seen?.("voix");
  await press(page, p, "go-on");
}

/** Few communes are radio buttons, many are a list. */
async function choose(page, key, option) {
  const radio = page.getByRole("group", { name: p.starts(key) }).getByRole("radio", { name: option });
  if (await radio.count()) await radio.check();
  else await label(page, p, key).selectOption({ label: option });
}

/** Says something from the first screen to the receipt; the code it gives. */
export async function contribute(page, demarche, said) {
  await write(page, demarche, said);
  await press(page, p, "contribute-send");
  return receipt(page);
}

/** The code of the receipt now shown. */
export async function receipt(page) {
  await page.waitForURL("**/merci/*");
  await page.getByRole("heading", { level: 1, name: p.starts("thanks-title") }).waitFor();
  return decodeURIComponent(new URL(page.url()).pathname.split("/").pop());
}

/** The digits of the last letter to an address, once it is written. */
export async function digitsFor(letters, email) {
  const written = () => letters().findLast((letter) => letter.includes(`To: ${email}`) && /^\d{6}\r?$/m.test(letter));
  for (const begun = Date.now(); Date.now() - begun < PATIENCE_MS; await new Promise((done) => setTimeout(done, 100))) {
    const letter = written();
    if (letter) return letter.match(/^(\d{6})\r?$/m)[1];
  }
  return assert.fail(`no letter with six digits was written to ${email}`);
}

/** Types on the receipt the digits received at an address. */
export async function confirmAddress(page, letters, email) {
  await page.getByLabel(p.starts("address-code")).fill(await digitsFor(letters, email));
  await press(page, p, "address-confirm");
  await assertSaid(page, p.has("address-confirmed-now"));
}

/** Fills fields found by the words of their labels. */
export async function fill(page, words, values) {
  for (const [key, value] of Object.entries(values)) await label(page, words, key).fill(value);
}

/** A field whose label is these words, "(facultatif)" or not. */
export function label(page, words, key) {
  const exact = words.is(key).source.replace(/\\s\*\$$/, "(\\s*\\([^)]*\\))?\\s*$");
  return page.getByLabel(new RegExp(exact));
}

/** Chooses in a list what contains these words. */
export async function pick(list, words) {
  const options = await list.getByRole("option").allInnerTexts();
  const found = options.find((option) => words.test(option));
  assert.ok(found, `the list has no ${words} among ${options}`);
  await list.selectOption({ label: found });
}

/** Presses the button that begins with these words. */
export async function press(page, words, key, values) {
  await page.getByRole("button", { name: words.starts(key, values) }).click();
}

/** Presses twice, as one does when a page is slow: what is sent is recorded once all the same. */
export async function pressTwice(page, words, key, values) {
  await page.getByRole("button", { name: words.starts(key, values) }).dblclick();
}

/** The page says, in its notice, that it was done. */
export async function assertSaid(page, words) {
  const notice = page.locator("main").getByRole("status").filter({ hasText: words });
  await notice.first().waitFor();
}

/** The page says this somewhere, or the one that is on its way. */
export async function assertReads(page, words) {
  const wanted = words instanceof RegExp ? words : new RegExp(words);
  const read = async () => (await page.locator("main").innerText()).replace(/\s+/g, " ");
  for (const begun = Date.now(); Date.now() - begun < PATIENCE_MS; await page.waitForTimeout(50)) {
    // A page that leaves while it is read is read again.
    if (wanted.test(await read().catch(() => ""))) return;
  }
  assert.match(await read(), wanted, page.url());
}
