// A map on a phone, without an account: an idea drawn on the river bank, by finger, by keyboard alone, without scripts; an
// inventory filled where there is no network.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { PHONE, assertForEveryone, assertNoTrouble, atTheDemonstration, screenshots } from "./harness.mjs";
import { wire } from "./network.mjs";
import { assertReads, label, press, receipt } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

const c = wordsOf("kernel/commons");
const m = wordsOf("modules/mapping");
const p = wordsOf("modules/proposals");
const w = wordsOf("kernel/web");

const OPEN = "/demarches/bords-de-la-morge";
const WORKSITE = "Un sentier à la main, du pont à la source";
/** What others already said there is said again in other words: similar ideas are shown before sending. */
const SAID =
  "Le chemin commence bien, puis il y a trois marches et je rentre chez moi. Dessinez une promenade d’un seul tenant, même courte. Le soir je rentre par le boulevard alors que par la rivière ce serait deux fois plus court : c’est noir, juste assez pour voir qui vient en face.";
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

let network;
const scene = atTheDemonstration(async () => {
  network = await wire(scene.base);
});
after(() => network?.stop());

test("a resident on a phone draws a zone on the bank, says her idea, and keeps its reference", async () => {
  const page = await scene.visitor({ viewport: PHONE, hasTouch: true });
  await page.goto(`${OPEN}/carte`);
  await assertForEveryone(page);
  await screenshots(page, "carte-demarche");
  await page.getByRole("link", { name: m.is("say-here") }).click();
  await page.getByLabel(p.starts("contribute-words")).fill(SAID);
  await press(page, p, "go-on");
  await page.getByRole("radio", { name: m.is("form-zone") }).check();
  const map = page.locator(".drawing svg[data-map]");
  await map.scrollIntoViewIfNeeded();
  const box = await map.boundingBox();
  for (const [x, y] of [[0.3, 0.3], [0.6, 0.3], [0.6, 0.6], [0.3, 0.6]]) {
    await page.touchscreen.tap(box.x + box.width * x, box.y + box.height * y);
  }
  assert.equal((await points(page)).length, 4);
  await page.getByRole("button", { name: m.is("drawing-remove") }).click();
  assert.equal((await points(page)).length, 3);
  await assertForEveryone(page);
  await screenshots(page, "carte-dire-ou");
  await press(page, p, "go-on");
  await page.getByRole("radio", { name: c.starts("capacity-inhabitant") }).check();
  await press(page, p, "go-on");
  await assertReads(page, m.has("form-zone"));
  const near = page.getByRole("region", { name: p.is("near-review-title") });
  assert.ok((await near.getByRole("heading", { level: 3 }).count()) >= 2, "similar ideas are shown before sending");
  await assertForEveryone(page);
  await press(page, p, "contribute-send");
  const code = await receipt(page);
  assert.match(code, /\w{4}-?\w{4}/);
  await page.getByRole("link", { name: p.is("slip-print") }).waitFor();
  await page.getByRole("link", { name: w.is("follow-link") }).click();
  await assertReads(page, /Le chemin commence bien/);
  await page.goto(`${OPEN}/carte`);
  await page.getByText(m.has("said-here", { count: 1 })).or(page.locator(".said")).first().waitFor();
  assertNoTrouble(page);
});

test("the same with the keyboard alone: found by its name, drawn with the arrows", async () => {
  const page = await scene.visitor({ viewport: PHONE });
  await page.goto(`${OPEN}/contribuer`);
  await page.getByLabel(p.starts("contribute-words")).focus();
  await page.keyboard.type("Un banc au pied du platane, tourné vers l’eau.");
  await walk(page, p.starts("go-on"));
  await page.keyboard.press("Enter");
  await page.getByRole("searchbox", { name: m.starts("find-label") }).focus();
  await page.keyboard.type("platane");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Platane du pont/ }).waitFor();
  await assertForEveryone(page);
  await walk(page, /^Platane du pont/);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("#points")?.value.startsWith("45.3398"));
  await page.getByRole("radio", { name: m.is("form-line") }).focus();
  await page.keyboard.press("Space");
  await page.locator(".drawing svg[data-map]").focus();
  for (const key of ["ArrowRight", "ArrowRight", "ArrowRight", "Enter"]) await page.keyboard.press(key);
  assert.equal((await points(page)).length, 2);
  await walk(page, p.starts("go-on"));
  await page.keyboard.press("Enter");
  await page.getByRole("radio", { name: c.starts("capacity-inhabitant") }).focus();
  await page.keyboard.press("Space");
  await walk(page, p.starts("go-on"));
  await page.keyboard.press("Enter");
  await walk(page, p.starts("contribute-send"));
  await page.keyboard.press("Enter");
  await receipt(page);
  assertNoTrouble(page);
});

test("the same without scripts: an outline of the map taken in a list, then typed coordinates refused and corrected", async () => {
  const page = await scene.visitor({ javaScriptEnabled: false, viewport: PHONE });
  await page.goto(`${OPEN}/contribuer`);
  await page.getByLabel(p.starts("contribute-words")).fill("Laisser la prairie s’inonder au printemps.");
  await press(page, p, "go-on");
  await label(page, m, "question-outline").selectOption({ label: "Les bords de la Morge" });
  await press(page, m, "question-outline-pick");
  assert.ok((await points(page)).length >= 8, "the outline is typed for her");
  await page.locator("#points").fill("45.35, 5.58\n45.36, 5.60\n45.35, 5.60\n45.36, 5.58");
  await press(page, p, "go-on");
  await assertReads(page, /se croise lui-même près de 45,35/);
  await page.locator("#points").fill("45.35, 5.58\n45.35, 5.60\n45.36, 5.60\n45.36, 5.58");
  await press(page, p, "go-on");
  await page.getByRole("radio", { name: c.starts("capacity-inhabitant") }).check();
  await press(page, p, "go-on");
  await assertReads(page, m.has("form-zone"));
  await press(page, p, "contribute-send");
  await receipt(page);
});

test("the map's groups are opened by links, and what is looked for is found", async () => {
  const page = await scene.visitor();
  await page.goto(`${OPEN}/carte?vue=45.35,5.585,10`);
  await page.locator("details.groups summary").first().click();
  const group = page.getByRole("link", { name: /^\d+ lieux .* : rapprocher$/ }).first();
  await group.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/vue=.*%2C12|vue=.*,12/);
  await page.getByRole("searchbox", { name: m.starts("find-label") }).fill("saule");
  await press(page, m, "find-seek");
  await page.getByRole("link", { name: /^Saule blanc/ }).first().waitFor();
  await assertForEveryone(page);
  assertNoTrouble(page);
});

test("with the keyboard alone, from the map to a worksite's page and back to the map there; each sort can be hidden", async () => {
  const page = await scene.visitor();
  await page.goto(`${OPEN}/carte`);
  const also = page.getByRole("region", { name: m.is("also-title") });
  assert.ok((await page.locator("svg.view .pin").count()) > 0, "pins are drawn");
  const link = also.getByRole("link", { name: WORKSITE, exact: true });
  await link.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/chantiers/*");
  await page.locator("figure.spot svg.view").waitFor();
  await assertForEveryone(page);
  await screenshots(page, "chantier-sur-la-carte");
  await page.getByRole("link", { name: c.is("spot-on-map") }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/carte\?vue=45\.3/);
  await assertForEveryone(page);
  await screenshots(page, "carte-aussi");
  await page.getByRole("checkbox", { name: m.is("also-hide-box", { sort: "Chantiers participatifs" }) }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await page.waitForURL(/sans-chantiers=true/);
  assert.equal(await also.getByRole("link", { name: WORKSITE, exact: true }).count(), 0);
  await page.getByRole("link", { name: m.starts("also-show") }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.search.includes("sans-"));
  await also.getByRole("link", { name: WORKSITE, exact: true }).waitFor();
  assertNoTrouble(page);
});

test("what is seen without a network is kept over a reload, counted, and sent once", async () => {
  const page = await scene.visitor({ baseURL: network.base, viewport: PHONE });
  await page.goto(`${OPEN}/carte`);
  await page.getByRole("link", { name: m.starts("act-observe") }).first().click();
  await page.getByText(m.is("notebook-ready")).waitFor();
  const before = await count(page);
  network.cut();
  await observe(page, "Merisier du talus", "45.3512, 5.5890");
  await page.getByText(m.is("notebook-one")).waitFor();
  await page.getByText(m.is("notebook-kept")).waitFor();
  await page.reload();
  await page.getByText(m.is("notebook-one")).waitFor();
  await observe(page, "", "45.3513, 5.5891");
  await page.getByText(m.is("notebook-many", { n: 2 })).waitFor();
  await assertForEveryone(page);
  await screenshots(page, "carnet");
  network.mend();
  await press(page, m, "notebook-again");
  const gone = page.locator("[data-part=sent] a");
  await gone.first().waitFor();
  assert.match(await gone.first().innerText(), /^Merisier du talus : \w{4}-?\w{4}/);
  // The one without a name is refused, says why, and comes back into the form with its photograph.
  const waiting = page.locator("[data-part=waiting] li");
  await waiting.getByText(/./).first().waitFor();
  await press(page, m, "notebook-correct");
  assert.equal(await page.locator("#place").inputValue(), "45.3513, 5.5891");
  assert.equal(await page.evaluate(() => document.querySelector("input[type=file]").files.length), 1);
  await page.locator("#title").fill("Aubépine");
  await press(page, m, "observe-send");
  await page.waitForURL("**/observations/*");
  assert.equal(await count(page), before + 2);
});

/** The coordinates that are typed, or that drawing typed. */
async function points(page) {
  return (await page.locator("#points").inputValue()).split("\n").filter(Boolean);
}

/** The words of the button that has the focus. */
const focused = (page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at?.matches("button") ? at.textContent.replace(/\s+/g, " ").trim() : "";
  });

/** Goes on with the Tab key until what has the focus says these words. */
async function walk(page, words) {
  for (let step = 0; step < 120; step++) {
    await page.keyboard.press("Tab");
    // A page that is on its way has no focus yet.
    const said = await focused(page).catch(() => "");
    if (words.test(said)) return;
  }
  assert.fail(`no button says ${words}`);
}

async function observe(page, title, place) {
  await page.locator("#title").fill(title);
  await page.locator("#place").fill(place);
  await page.locator("input[type=file]").setInputFiles({ name: "arbre.png", mimeType: "image/png", buffer: PNG });
  await press(page, m, "observe-send");
}

/** How many places the map has. */
async function count(page) {
  const answer = await page.request.get(`${scene.base}/api/v1/initiatives/bords-de-la-morge/map`);
  return (await answer.json()).features.length;
}
