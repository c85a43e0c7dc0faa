// An association reads the charter, proposes a change, sees it accepted in the next version, and signs that one: with
// the keyboard alone, then without scripts.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { PHONE, assertForEveryone, assertNoTrouble, atTheDemonstration, screenshots } from "./harness.mjs";
import { follow, linkIn, reach } from "./keyboard.mjs";
import { root } from "./root.mjs";
import { assertReads, assertSaid, day, fill, label, pick, press } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

const a = wordsOf("modules/charter");
const c = wordsOf("kernel/commons");
const w = wordsOf("kernel/web");

/** The démarche of the demonstration whose charter is at its second version, the third one being written. */
const PLACE = "/demarches/parc-des-coteaux";
const CHARTER = `${PLACE}/charte`;
const PARK = readFileSync(join(root, "templates/park.toml"), "utf8");
const COMMITMENTS = ["Garder un carnet des nids.", "Prêter nos sécateurs aux voisins."];
const RESERVATION = "Nous ne pouvons rien promettre pour la parcelle du bas, que nous louons.";

const scene = atTheDemonstration(async () => {
  const facilitator = await scene.as("facilitator");
  await answerWaiting(facilitator, "set_aside");
  await publish(facilitator);
  await facilitator.context().close();
});

test("with the keyboard alone, from version 3 to a signature of version 4", async () => {
  const page = await scene.visitor();
  await enter(page, "raphael.nodet@exemple.fr");
  await page.goto(CHARTER);
  await assertReads(page, /Version 3/);
  await follow(page, page.getByRole("link", { name: a.starts("propose") }).first());
  const words = page.getByLabel(a.starts("suggestion-proposed"));
  await words.waitFor();
  await reach(page, words);
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" On écoute avant de tailler.");
  await reach(page, page.getByLabel(a.starts("suggestion-why")));
  await page.keyboard.type("Un nid s’entend mieux qu’il ne se voit.");
  // One stop for the group of buttons, the arrows go through it.
  await reach(page, page.getByRole("group", { name: a.starts("suggestion-capacity") }).getByRole("radio").first());
  await page.keyboard.press("Space");
  const association = page.getByRole("radio", { name: c.starts("capacity-association") });
  for (let stops = 0; stops < 9 && !(await association.isChecked()); stops += 1) await page.keyboard.press("ArrowDown");
  const whose = label(page, a, "in-whose-name");
  await reach(page, whose);
  await page.keyboard.press("ArrowDown");
  assert.match(await whose.locator("option:checked").innerText(), /cluse et le Saule/);
  await follow(page, page.getByRole("button", { name: a.starts("suggestion-send") }));
  await assertReads(page, a.has("suggestion-waits"));
  const suggestion = new URL(page.url()).pathname;

  await acceptedInTheNextVersion(suggestion);
  await page.goto(suggestion);
  await assertReads(page, a.has("suggestion-taken", { version: "4" }));
  await page.goto(CHARTER);
  await assertReads(page, /Version 4[\s\S]*On écoute avant de tailler/);

  await follow(page, page.getByRole("link", { name: a.is("sign") }));
  await page.getByRole("group", { name: a.starts("sign-who") }).waitFor();
  await reach(page, page.getByRole("radio", { name: /cluse et le Saule/ }));
  await page.keyboard.press("Space");
  await goOn(page, "2");
  await reach(page, page.getByRole("radio", { name: /Propriétaires/ }));
  await page.keyboard.press("Space");
  await goOn(page, "3");
  const actions = page.getByRole("group", { name: a.starts("sign-actions") }).getByRole("checkbox");
  for (let at = 0; at < 6; at += 1) {
    await reach(page, actions.nth(at));
    await page.keyboard.press("Space");
  }
  await reach(page, page.getByRole("group", { name: a.starts("sign-prohibitions") }).getByRole("checkbox"));
  await page.keyboard.press("Space");
  await goOn(page, "4");
  await reach(page, label(page, a, "sign-commitments"));
  await page.keyboard.type(COMMITMENTS[0]);
  await page.keyboard.press("Enter");
  await page.keyboard.type(COMMITMENTS[1]);
  await reach(page, label(page, a, "sign-reservations"));
  await page.keyboard.type(RESERVATION);
  await goOn(page, "5");
  await follow(page, page.getByRole("button", { name: a.is("sign-send") }));
  await signed(page, "4");
  await assertForEveryone(page);
  await screenshots(page, "charte-signature");
  assertNoTrouble(page);
});

test("without scripts, on a phone, another association goes the same way to version 5", async () => {
  const page = await scene.visitor({ javaScriptEnabled: false, viewport: PHONE });
  await enter(page, "olivier.sanchis@exemple.fr");
  await page.goto(CHARTER);
  await page.getByRole("link", { name: a.starts("propose") }).nth(1).click();
  const words = page.getByLabel(a.starts("suggestion-proposed"));
  await words.fill(`${await words.inputValue()} On marche sur les bords.`);
  await page.getByLabel(a.starts("suggestion-why")).fill("Les enfants y vont aussi.");
  await page.getByRole("radio", { name: c.starts("capacity-association") }).check();
  await pick(label(page, a, "in-whose-name"), /Pas à Pas/);
  await press(page, a, "suggestion-send");
  await assertReads(page, a.has("suggestion-waits"));
  const suggestion = new URL(page.url()).pathname;
  await acceptedInTheNextVersion(suggestion);
  await page.goto(suggestion);
  await assertReads(page, a.has("suggestion-taken", { version: "5" }));

  await page.goto(CHARTER);
  await page.getByRole("link", { name: a.is("sign") }).click();
  await page.getByRole("radio", { name: /Pas à Pas/ }).check();
  await press(page, a, "go-on");
  await page.getByRole("radio", { name: /Gestionnaires/ }).check();
  await press(page, a, "go-on");
  for (const box of (await page.getByRole("checkbox").all()).slice(0, 5)) await box.check();
  await press(page, a, "go-on");
  await press(page, a, "go-on");
  await assertReads(page, a.has("gate-actions", { held: "5", minimum: "6" }));
  await page.getByRole("link", { name: a.starts("correct") }).nth(2).click();
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await press(page, a, "go-on");
  await label(page, a, "sign-commitments").fill(COMMITMENTS.join("\n"));
  await label(page, a, "sign-reservations").fill(RESERVATION);
  await press(page, a, "go-on");
  await press(page, a, "sign-send");
  await signed(page, "5");
  assertNoTrouble(page);
});

test("the register is searched and filtered by its address, and who signed before is asked to sign again", async () => {
  const page = await scene.visitor({ javaScriptEnabled: false });
  await page.goto(`${CHARTER}/signataires`);
  await page.getByRole("link", { name: a.starts("read-list") }).first().click();
  await page.waitForURL((url) => url.searchParams.get("liste") === "avant");
  await assertReads(page, a.has("previous-tag"));
  await page.goto(`${CHARTER}/signataires`);
  await page.getByLabel(a.starts("filter-name")).fill("pas a pas");
  await press(page, a, "filter-apply");
  await page.waitForURL((url) => url.searchParams.get("q") === "pas a pas");
  await page.getByRole("link", { name: /Pas à Pas en Voironnais/ }).click();
  await assertReads(page, /Voironnais/);
});

test("those who run the park read what its template provides for, in order, with the next gesture of each part", async () => {
  const named = [...PARK.matchAll(/^code = "(\w+)"\nname = \{ fr = "([^"]+)"/gm)].map(([, , name]) => name);
  const page = await scene.as("facilitator", { viewport: PHONE });
  await page.goto(PLACE);
  const plan = page.getByRole("region", { name: c.is("plan-title") });
  const shown = await plan.getByRole("heading", { level: 2 }).allInnerTexts();
  assert.deepEqual(shown.slice(1), named);
  await screenshots(page, "parc-modele");
  await plan.getByRole("link", { name: a.is("steer") }).click();
  await page.waitForURL(`**${CHARTER}/conduire`);
  assertNoTrouble(page);
  const visitor = await scene.visitor();
  await visitor.goto(PLACE);
  assert.equal(await visitor.getByText(c.is("plan-title")).count(), 0);
});

/** Someone with an account, by the link of a letter. */
async function enter(page, email) {
  await page.goto("/connexion");
  await label(page, w, "email").fill(email);
  await press(page, w, "link-ask");
  await page.getByRole("heading", { level: 1, name: w.is("link-sent-title") }).waitFor();
  const unfolded = () => scene.demo.letters().map((letter) => letter.replace(/=\r?\n/g, ""));
  await page.goto(await linkIn(() => unfolded().findLast((one) => one.includes(email) && one.includes("/connexion/"))));
  await press(page, w, "link-use");
  await page.waitForURL((url) => !url.pathname.startsWith("/connexion"));
}

/** Goes on to the next step of a signature. */
async function goOn(page, step) {
  await follow(page, page.getByRole("button", { name: a.is("go-on") }));
  await page.waitForURL(`**/${step}`);
}

/** The page of a signature: its version, one reservation, two commitments. */
async function signed(page, version) {
  await page.waitForURL("**/signatures/*");
  await assertReads(page, new RegExp(`Version ${version}`));
  for (const words of [...COMMITMENTS, RESERVATION]) await assertReads(page, words);
  await page.getByRole("link", { name: a.is("certificate-get") }).waitFor();
}

/** The facilitator opens the next version, accepts what is proposed, takes its very words and publishes. */
async function acceptedInTheNextVersion(suggestion) {
  const facilitator = await scene.as("facilitator");
  await facilitator.goto(`${CHARTER}/conduire`);
  await press(facilitator, a, "open-version");
  await assertSaid(facilitator, a.has("version-opened"));
  await answer(facilitator, suggestion, "retained");
  await press(facilitator, a, "take-up-theirs");
  await assertSaid(facilitator, a.has("taken-up"));
  await publish(facilitator);
  await facilitator.context().close();
}

async function answer(facilitator, suggestion, status) {
  await facilitator.goto(suggestion);
  await facilitator.locator(`input[name=status][value=${status}]`).check();
  await facilitator.getByRole("textbox", { name: a.starts("answer-reason") }).fill("Les signataires l’ont demandé à leur réunion.");
  await press(facilitator, a, "answer-send");
  await assertSaid(facilitator, a.has("answered"));
}

/** Whatever still waits for an answer has one. */
async function answerWaiting(facilitator, status) {
  await facilitator.goto(`${CHARTER}/conduire`);
  const waiting = facilitator.locator('section[aria-labelledby="propositions"]').getByRole("link");
  const addresses = await Promise.all((await waiting.all()).map((one) => one.getAttribute("href")));
  assert.ok(addresses.length > 0, "the demonstration leaves something to answer");
  for (const address of addresses) await answer(facilitator, address, status);
}

async function publish(facilitator) {
  await facilitator.goto(`${CHARTER}/publier`);
  await fill(facilitator, a, {
    "publish-from": day(),
    "publish-to": day(1500),
    "publish-deliberation": "délibération du conseil d’agglomération",
  });
  await press(facilitator, a, "publish-send");
  await assertSaid(facilitator, a.has("published"));
}
