// Inhabitants come to work with their hands: a team prepares, covers and publishes; one signs up on a phone without
// scripts, one with the keyboard alone; the weather turns.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE, assertForEveryone, assertNoTrouble, atTheDemonstration, screenshots } from "./harness.mjs";
import { assertReads, assertSaid, day, fill, label, press, pressTwice } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

const k = wordsOf("modules/worksites");
const OPEN = "/demarches/bords-de-la-morge";

let worksite;
const scene = atTheDemonstration(async () => {
  const page = await scene.as("facilitator");
  worksite = await publish(page);
  await page.context().close();
});

async function publish(page) {
  await page.goto(`${OPEN}/chantiers`);
  await page.getByRole("link", { name: k.is("worksite-new") }).click();
  await fill(page, k, {
    "worksite-title": "Une haie contre le vent",
    "worksite-lead-name": "Les amis de la Morge",
    "worksite-place": "Derrière le gymnase",
    "worksite-point": "45.3655, 5.5886",
    "worksite-work": "Planter deux cents arbustes.",
    "worksite-bring": "Des bottes.",
    "worksite-access": "Chemin plat, bancs à l’ombre.",
  });
  await pressTwice(page, k, "worksite-save-draft");
  await assertSaid(page, k.has("worksite-prepared"));
  const address = new URL(page.url()).pathname;
  await press(page, k, "publish");
  for (const lack of ["insurer", "contract", "deliberation", "deliberated-on", "safety", "shift"]) {
    await assertReads(page, k.has(`gate-${lack}`));
  }
  await assertForEveryone(page);
  await page.goto(address);
  await page.getByRole("link", { name: k.is("cover-title") }).click();
  await fill(page, k, {
    "cover-insurer": "Mutuelle des communes",
    "cover-contract": "RC-2026",
    "cover-deliberation": "Conseil municipal, n° 12",
    "cover-day": day(-30),
    "cover-safety": "Le chef d’équipe",
  });
  await assertForEveryone(page);
  await press(page, k, "cover-save");
  await page.getByRole("link", { name: k.is("shift-new") }).click();
  await fill(page, k, {
    "shift-day": day(20),
    "shift-start": "09:00",
    "shift-end": "12:00",
    "shift-capacity": "1",
    "shift-leaders": "1",
    "shift-ratio": "3",
  });
  await screenshots(page, "chantier-seance");
  await press(page, k, "shift-add");
  await press(page, k, "publish");
  await assertSaid(page, k.has("published"));
  await assertForEveryone(page);
  await screenshots(page, "chantier");
  return address;
}

test("on a phone without scripts, one takes the seat; with the keyboard alone, the next one waits, then gets it", async () => {
  const first = await scene.visitor({ javaScriptEnabled: false, viewport: PHONE });
  await first.goto(worksite);
  await first.getByRole("link", { name: k.starts("sign-up") }).click();
  await press(first, k, "sign-up-send");
  await assertReads(first, k.has("band-missing"));
  await fill(first, k, { "sign-up-name": "Josette", "sign-up-phone": "06 11 22 33 44" });
  await first.getByLabel(k.starts("band-adult")).check();
  await press(first, k, "sign-up-send");
  await assertReads(first, k.has("seat-confirmed"));

  const second = await scene.visitor();
  await second.goto(worksite);
  await second.getByRole("link", { name: k.starts("sign-up") }).focus();
  await second.keyboard.press("Enter");
  await second.waitForURL("**/inscription");
  await label(second, k, "sign-up-name").focus();
  await second.keyboard.type("Nadir");
  await second.keyboard.press("Tab");
  await second.keyboard.press("Space");
  await label(second, k, "sign-up-email").focus();
  await second.keyboard.type("nadir@exemple.fr");
  await assertForEveryone(second);
  await screenshots(second, "chantier-inscription");
  await second.keyboard.press("Enter");
  await assertReads(second, k.has("seat-waiting"));
  await assertForEveryone(second);
  await screenshots(second, "chantier-place");

  await press(first, k, "seat-give-back");
  await assertReads(first, k.has("seat-given"));
  await second.reload();
  await assertReads(second, k.has("seat-confirmed"));
  for (const page of [first, second]) assertNoTrouble(page);
});

test("a minor's guardian consents from her own phone before she can begin, and the weather is told in one act", async () => {
  const team = await scene.as("facilitator");
  await team.goto(worksite);
  await team.getByRole("link", { name: k.starts("shift-edit") }).click();
  await label(team, k, "shift-capacity").fill("4");
  await press(team, k, "save");
  const child = await scene.visitor({ viewport: PHONE });
  await child.goto(worksite);
  await child.getByRole("link", { name: k.starts("sign-up") }).click();
  await fill(child, k, { "sign-up-name": "Lou", "sign-up-phone": "06 99 88 77 66" });
  await child.getByLabel(k.starts("band-minor")).check();
  await press(child, k, "sign-up-send");
  await assertReads(child, k.has("seat-consent"));
  await assertForEveryone(child);
  const address = await child.locator("#consent ~ .slip a").first().getAttribute("href");

  const guardian = await scene.visitor({ viewport: PHONE, javaScriptEnabled: false });
  await guardian.goto(address);
  await press(guardian, k, "consent-send");
  await assertReads(guardian, k.has("consents-missing"));
  await fill(guardian, k, { "guardian-name": "Anne", "guardian-phone": "06 12 34 56 78" });
  await guardian.getByLabel(k.starts("guardian-consents")).check();
  await press(guardian, k, "consent-send");
  await assertReads(guardian, k.has("consent-known"));
  await child.reload();
  await assertReads(child, k.has("seat-confirmed"));

  await team.goto(worksite);
  await team.getByRole("link", { name: k.starts("desk-title") }).click();
  await assertForEveryone(team);
  await screenshots(team, "chantier-accueil");
  await team.goto(worksite);
  await team.getByRole("link", { name: k.starts("shift-cancel") }).click();
  assert.match(await label(team, k, "cancel-reason").inputValue(), k.has("weather"));
  await pressTwice(team, k, "shift-cancel-send");
  await assertReads(team, /06 99 88 77 66/);
  await assertForEveryone(team);
  await press(team, k, "call-note");
  await assertReads(team, k.has("call-done"));
  await child.reload();
  await assertReads(child, k.has("weather"));
  for (const page of [team, child, guardian]) assertNoTrouble(page);
});
