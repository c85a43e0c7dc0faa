// Two people edit the same thing: the second sees what differs, and nothing is overwritten without her knowing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, assertNoTrouble, atTheDemonstration } from "./harness.mjs";
import { assertReads, assertSaid, label, openDemarche, press } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

const c = wordsOf("kernel/commons");
const p = wordsOf("modules/proposals");
const w = wordsOf("kernel/web");

const scene = atTheDemonstration();
const CLASSIFY = "/demarches/bords-de-la-morge/classer";

test("two people edit the same démarche", async () => {
  const first = await scene.as("facilitator");
  const second = await scene.as("administrator");
  const demarche = await openDemarche(first, "Des bancs pour souffler, à deux mains");
  for (const page of [first, second]) await page.goto(`${demarche}/modifier`);

  await label(first, c, "field-promise").fill("Quatre bancs seront posés avant l’été.");
  await first.getByRole("button", { name: w.is("save") }).first().click();
  await assertSaid(first, c.has("initiative-saved"));

  await label(second, c, "field-promise").fill("Deux bancs seront posés avant l’automne.");
  await second.getByRole("button", { name: w.is("save") }).first().click();
  const difference = second.getByRole("alert").filter({ hasText: w.has("conflict-title") });
  await difference.locator("del").filter({ hasText: "Quatre" }).waitFor();
  await difference.locator("ins").filter({ hasText: "Deux" }).waitFor();
  assert.equal(await label(second, c, "field-promise").inputValue(), "Deux bancs seront posés avant l’automne.");
  await assertAccessible(second);

  await first.goto(demarche);
  await assertReads(first, /Quatre bancs seront posés avant l’été/);

  await label(second, c, "field-promise").fill("Quatre bancs avant l’été, deux autres avant l’automne.");
  await second.getByRole("button", { name: w.is("save") }).first().click();
  await assertSaid(second, c.has("initiative-saved"));
  await assertReads(second, /Quatre bancs avant l’été, deux autres avant l’automne/);
  [first, second].forEach(assertNoTrouble);
});

test("two people name the same theme", async () => {
  const first = await scene.as("facilitator");
  const second = await scene.as("facilitator");
  await first.goto(CLASSIFY);
  await first.getByRole("group", { name: p.is("classify-tick") }).getByRole("checkbox").first().check();
  await label(first, p, "classify-new-title").fill("L’eau que l’on suit");
  await press(first, p, "classify-send");
  await first.getByRole("link", { name: p.starts("theme-edit") }).first().click();
  await first.waitForURL("**/themes/*");
  await second.goto(first.url());

  await label(first, p, "theme-title").fill("L’eau que l’on voit");
  await press(first, p, "theme-save");
  await assertSaid(first, p.has("theme-saved"));

  await label(second, p, "theme-title").fill("L’eau que l’on entend");
  await press(second, p, "theme-save");
  const difference = second.getByRole("alert").filter({ hasText: w.has("conflict-title") });
  await difference.locator("del").filter({ hasText: "voit" }).waitFor();
  await difference.locator("ins").filter({ hasText: "entend" }).waitFor();
  assert.equal(await label(second, p, "theme-title").inputValue(), "L’eau que l’on entend");

  await first.goto(CLASSIFY);
  await first.getByRole("heading", { name: "L’eau que l’on voit" }).waitFor();
  [first, second].forEach(assertNoTrouble);
});
