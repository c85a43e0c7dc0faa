// A resident without an account, on a phone: she draws a zone, reads what others said, sends her idea, confirms her
// address with the code she received, and keeps a reference on paper. By the keyboard alone, then without scripts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE, assertForEveryone, assertNoTrouble, atTheDemonstration, screenshots } from "./harness.mjs";
import { follow, reach } from "./keyboard.mjs";
import { assertReads, assertSaid, confirmAddress, contribute, digitsFor, press, receipt } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

const c = wordsOf("kernel/commons");
const m = wordsOf("modules/mapping");
const p = wordsOf("modules/proposals");
const w = wordsOf("kernel/web");

const OPEN = "/demarches/bords-de-la-morge";
/** Close to what others said there. */
const SAID =
  "Le chemin commence bien, puis il y a trois marches et je rentre chez moi. Dessinez une promenade d’un seul tenant, même courte. Le soir je rentre par le boulevard alors que par la rivière ce serait deux fois plus court : c’est noir, juste assez pour voir qui vient en face.";
const MINUTES = 3;

const scene = atTheDemonstration();

test("by the keyboard alone, a zone and an idea, others like it, a code, the thread and the slip, in three minutes", async () => {
  const page = await scene.visitor({ viewport: PHONE });
  const begun = Date.now();
  await page.goto(`${OPEN}/carte`);
  await follow(page, page.getByRole("link", { name: m.is("say-here") }));
  await reach(page, page.getByLabel(p.starts("contribute-words")));
  await page.keyboard.type(SAID);
  await goOn(page);

  await page.waitForFunction(() => document.querySelector(".drawing svg[data-map]"));
  await choose(page, "form", m.is("form-zone"));
  await reach(page, page.locator(".drawing svg[data-map]"));
  const moves = ["Enter", "ArrowRight", "ArrowRight", "ArrowRight", "Enter", "ArrowDown", "ArrowDown", "ArrowDown", "Enter"];
  for (const key of moves) await page.keyboard.press(key);
  assert.equal((await page.locator("#points").inputValue()).split("\n").filter(Boolean).length, 3);
  await goOn(page);

  await page.getByLabel(p.starts("contribute-email")).waitFor();
  await choose(page, "capacity", c.starts("capacity-inhabitant"));
  await reach(page, page.getByLabel(p.starts("contribute-email")));
  await page.keyboard.type("noor@exemple.fr");
  await goOn(page);

  await assertReads(page, m.has("form-zone"));
  const near = page.getByRole("region", { name: p.is("near-review-title") });
  assert.ok((await near.getByRole("heading", { level: 3 }).count()) >= 2, "two similar ideas are shown before sending");
  await follow(page, page.getByRole("button", { name: p.starts("contribute-send") }));
  const code = await receipt(page);
  await assertForEveryone(page);
  await screenshots(page, "merci-a-confirmer");

  const digits = await digitsFor(scene.demo.letters, "noor@exemple.fr");
  await reach(page, page.getByLabel(p.starts("address-code")));
  await page.keyboard.type(digits);
  await page.keyboard.press("Enter");
  await assertSaid(page, p.has("address-confirmed-now"));
  await assertForEveryone(page);
  await screenshots(page, "merci-confirmee");

  await follow(page, page.getByRole("link", { name: w.is("follow-link") }));
  await page.waitForURL(`**/suivi/${code}`);
  await assertReads(page, /Le chemin commence bien/);
  assert.ok(!(await page.locator("main").innerText()).match(c.has("trace-address-unconfirmed")));
  await page.goBack();
  await follow(page, page.getByRole("link", { name: p.is("slip-print") }));
  await page.waitForURL(`**/talon/${code}`);
  await page.getByText(code, { exact: true }).waitFor();
  assert.ok(Date.now() - begun < MINUTES * 60_000, "it took more than three minutes");
  assertNoTrouble(page);
});

test("without scripts, a wrong code says what to do, a mistyped address is corrected, and the right code confirms", async () => {
  const page = await scene.visitor({ javaScriptEnabled: false, viewport: PHONE });
  const code = await contribute(page, OPEN, {
    text: "Une rampe à côté des trois marches, pour les poussettes.",
    email: "ana@exemple.fr",
  });
  await page.getByRole("link", { name: w.is("follow-link") }).click();
  await assertReads(page, c.has("trace-address-unconfirmed"));
  await screenshots(page, "suivi-a-confirmer");
  await page.getByRole("link", { name: c.is("trace-address-confirm") }).click();
  await page.waitForURL(`**/merci/${code}#adresse`);

  const right = await digitsFor(scene.demo.letters, "ana@exemple.fr");
  await page.getByLabel(p.starts("address-code")).fill(right === "000000" ? "000001" : "000000");
  await press(page, p, "address-confirm");
  await page.getByRole("alert").getByRole("link").first().click();
  assert.match(page.url(), /#number$/);
  assert.equal(await page.getByLabel(p.starts("address-code")).getAttribute("aria-invalid"), "true");
  await assertReads(page, /4 essais/);
  await screenshots(page, "merci-code-faux");

  await press(page, p, "address-again");
  await assertSaid(page, p.has("address-code-on-its-way"));
  await page.getByText(p.is("address-correct")).click();
  await page.getByLabel(p.starts("address-right")).fill("anna@exemple.fr");
  await screenshots(page, "merci-corriger");
  await press(page, p, "address-correct-send");
  await assertSaid(page, p.has("address-code-sent"));
  await confirmAddress(page, scene.demo.letters, "anna@exemple.fr");
  await page.goto(`/merci/${code}`);
  await assertReads(page, p.has("address-confirmed"));
  assertNoTrouble(page);
});

/** On to the next screen, by the keyboard. */
async function goOn(page) {
  await follow(page, page.getByRole("button", { name: p.starts("go-on") }));
}

/** Goes to a group of radio buttons by Tab, and to one of them by the arrows. */
async function choose(page, name, words) {
  const wanted = page.getByRole("radio", { name: words });
  const group = page.locator(`input[type=radio][name=${name}]`);
  const chosen = page.locator(`input[type=radio][name=${name}]:checked`);
  await reach(page, (await chosen.count()) ? chosen : group.first());
  if (!(await chosen.count())) await page.keyboard.press("Space");
  for (let step = await group.count(); step > 0 && !(await wanted.isChecked()); step--) {
    await page.keyboard.press("ArrowDown");
  }
  assert.ok(await wanted.isChecked(), `${words} is chosen by the arrows`);
}
