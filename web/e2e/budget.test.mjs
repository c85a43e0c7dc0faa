// The participatory budget: ideas become projects, a service studies them, people vote with the code of a letter and at a
// booth, sheets are keyed twice; then the demonstration's own box is counted again and a winner is followed.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { binary } from "./demonstration.mjs";
import { assertAccessible, assertNoTrouble, atTheDemonstration, PHONE } from "./harness.mjs";
import { assertReads, assertSaid, day, label, openDemarche, press } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

const b = wordsOf("modules/budget");

const scene = atTheDemonstration();
const COUNTED = "/demarches/ecole-a-pied/budget";

test("a budget, from projects to a vote on line and on paper", async () => {
  const facilitator = await scene.as("facilitator");
  const demarche = await openDemarche(facilitator, "Des bancs pour souffler, votés");
  const budget = `${demarche}/budget`;
  await settle(facilitator, budget);
  for (const [title, cost] of [["Dix bancs", "6000"], ["Une fontaine", "5000"], ["Un pont", "90000"]]) {
    await project(facilitator, budget, title, cost);
  }
  await facilitator.goto(budget);
  await assertReads(facilitator, b.has("rule-too-dear"));
  const codes = await letters(facilitator, budget);
  await facilitator.goto(budget);
  await press(facilitator, b, "act-open");
  await assertSaid(facilitator, b.has("open-done"));

  await onLine(budget, codes[0]);
  await onPaper(facilitator, budget, codes[1]);
  assertNoTrouble(facilitator);
});

async function settle(page, budget) {
  await page.goto(`${budget}/preparer`);
  await label(page, b, "field-title").fill("Le budget des bancs");
  await label(page, b, "field-envelopes").fill("10 000");
  const steps = [["ideas", -3, -2], ["study", -1, -1], ["vote", 0, 3], ["count", 4, 5], ["works", 6, 90]];
  for (const [step, first, last] of steps) {
    await page.locator(`[name=${step}_start]`).fill(day(first));
    await page.locator(`[name=${step}_end]`).fill(day(last));
  }
  await page.getByLabel(b.is("choice-ballot-knapsack")).check();
  await page.getByLabel(b.is("choice-access-letter")).check();
  await label(page, b, "field-ages").check();
  await assertAccessible(page);
  await press(page, b, "prepare-send");
  await assertSaid(page, b.has("prepare-done"));
  await press(page, b, "act-publish");
  await assertSaid(page, b.has("publish-done"));
}

async function project(page, budget, title, cost) {
  await page.goto(`${budget}/nouveau-projet`);
  await label(page, b, "field-project-title").fill(title);
  await press(page, b, "new-send");
  await assertSaid(page, b.has("new-done"));
  await page.goto(`${budget}/instruction`);
  await page.getByRole("link", { name: title }).click();
  await page.getByLabel(b.is("verdict-admissible")).check();
  await label(page, b, "field-cost").fill(cost);
  await label(page, b, "field-reason").fill("Le service peut le faire.");
  await press(page, b, "study-send");
}

async function letters(page, budget) {
  await page.goto(`${budget}/electeurs`);
  await label(page, b, "field-count").fill("2");
  await press(page, b, "letters-send");
  return page.locator(".code").allInnerTexts();
}

/** On a phone: too much money is said at once, the ballot is read again, the receipt opens it. */
async function onLine(budget, code) {
  const phone = await scene.visitor({ viewport: PHONE });
  await phone.goto(`${budget}/voter`);
  await label(phone, b, "field-code").fill(code.toLowerCase());
  await phone.locator("[name=age]").check();
  await press(phone, b, "who-send");
  await phone.getByLabel(/Dix bancs/).check();
  await phone.locator("#marks").getByText(/6\s000\s€\s;\sil reste 4\s000\s€/).waitFor();
  await phone.getByLabel(/Une fontaine/).check();
  await phone.locator("#marks").getByText(/11\s000\s€\s:\sc’est 1\s000\s€\sde trop/).waitFor();
  assert.equal(await phone.getByLabel(/Un pont/).count(), 0);
  await phone.getByLabel(/Une fontaine/).uncheck();
  await label(phone, b, "field-said-age").selectOption("18_29");
  await assertAccessible(phone);
  await press(phone, b, "ballot-send");
  await assertReads(phone, /18 à 29 ans/);
  await press(phone, b, "review-send");
  await assertReads(phone, b.has("receipt-in-box"));
  await assertAccessible(phone);
  assertNoTrouble(phone);
}

/** At the booth: struck off, given a sheet; two people key it; its stub opens it. */
async function onPaper(facilitator, budget, code) {
  await facilitator.goto(`${budget}/emargement`);
  await label(facilitator, b, "shown-code").fill(code);
  await press(facilitator, b, "strike-send");
  await facilitator.goto(`${budget}/feuilles`);
  await label(facilitator, b, "sheets-count").fill("1");
  await press(facilitator, b, "sheets-send");
  const stub = await facilitator.locator(".code").innerText();
  await assertAccessible(facilitator);
  for (const page of [facilitator, await scene.as("agent")]) {
    await page.goto(`${budget}/saisie`);
    await label(page, b, "keying-number").fill("1");
    await press(page, b, "keying-find");
    await page.getByLabel(/Une fontaine/).check();
    await press(page, b, "keying-send");
  }
  const voter = await scene.visitor();
  await voter.goto(`${budget}/recu`);
  await label(voter, b, "field-receipt").fill(stub);
  await press(voter, b, "receipt-send");
  await assertReads(voter, b.has("paper-counted"));
  await assertReads(voter, /Une fontaine/);
}

test("the box is counted again, the count verified elsewhere, a winner followed", async () => {
  const facilitator = await scene.as("facilitator");
  await facilitator.goto(`${COUNTED}/depouiller`);
  await label(facilitator, b, "count-reason").fill("Pour vérifier devant le public.");
  await press(facilitator, b, "count-send");
  await facilitator.getByRole("link", { name: b.is("run-read") }).click({ timeout: 15_000 });
  await assertReads(facilitator, /Pour vérifier devant le public/);
  await assertAccessible(facilitator);
  await countElsewhere(facilitator);

  await facilitator.goto(`${COUNTED}/projets/6/realisation`);
  await facilitator.locator("[name=stage]").selectOption("delivered");
  await label(facilitator, b, "field-what").fill("La rue a été rendue aux enfants.");
  await press(facilitator, b, "act-stage-send");
  await assertSaid(facilitator, b.has("works-done"));
  const reader = await scene.visitor({ viewport: PHONE });
  await reader.goto(`${COUNTED}/realisation`);
  await assertReads(reader, /La rue a été rendue aux enfants/);
  await assertAccessible(reader);
  [facilitator, reader].forEach(assertNoTrouble);
});

/** What the page says to type, in a folder where its files were downloaded. */
async function countElsewhere(page) {
  const folder = mkdtempSync(join(tmpdir(), "arpent-count-"));
  try {
    for (const file of ["bulletins.pb", "transcription.json", "transcription.json.sig"]) {
      const download = page.waitForEvent("download");
      await page.locator(`a[href$="/resultats/2/${file}"]`).click();
      await (await download).saveAs(join(folder, file));
    }
    const typed = (await page.locator("li code").last().innerText()).split(" ");
    assert.equal(typed.shift(), "arpent");
    const said = execFileSync(binary, typed, { cwd: folder, encoding: "utf8", env: { ...process.env, ARPENT_LANG: "fr" } });
    assert.match(said, /dit exactement ce que ce dépouillement a donné/);
    assert.match(said, /Sa signature est bonne/);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
