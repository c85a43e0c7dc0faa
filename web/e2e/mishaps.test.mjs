// What goes wrong on an ordinary day: a wrong file, a page reloaded, a session that ends, a button pressed twice.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE, assertForEveryone, assertNoTrouble, atTheDemonstration, screenshots } from "./harness.mjs";
import { assertReads, fill, label, press, receipt, write } from "./steps.mjs";
import { wordsOf } from "./words.mjs";
import { bomb, workbook } from "./workbook.mjs";

const c = wordsOf("kernel/commons");
const p = wordsOf("modules/proposals");
const w = wordsOf("kernel/web");

const scene = atTheDemonstration();
/** The démarche of the demonstration that has just opened. */
const OPEN = "/demarches/bords-de-la-morge";
/** How a Windows program begins. */
const PROGRAM = Buffer.from("4d5a90000300000004000000ffff0000b8000000000000004000000000000000", "hex");
const JPEG_CUT_SHORT = Buffer.from("ffd8ffe000104a46494600010100000100010000ffdb0043000302020302", "hex");
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

test("a program named like a photo is refused at its field, and nothing typed is lost", async () => {
  const page = await scene.visitor({ viewport: PHONE });
  const said = { text: "La passerelle glisse dès qu’il pleut.", place: "Passerelle du gymnase", email: "zoe@exemple.fr" };
  for (const [buffer, reason] of [[PROGRAM, "photo-not-an-image"], [JPEG_CUT_SHORT, "photo-damaged"]]) {
    await write(page, OPEN, { ...said, photo: { name: "passerelle.jpg", mimeType: "image/jpeg", buffer } });
    await page.getByRole("alert").getByText(p.has(reason)).waitFor();
    assert.equal(await label(page, p, "contribute-photo").getAttribute("aria-invalid"), "true");
    assert.equal(await page.getByLabel(p.starts("contribute-email")).inputValue(), "zoe@exemple.fr");
    await assertForEveryone(page);
  }
  await press(page, p, "go-on");
  await assertReads(page, /La passerelle glisse dès qu’il pleut/);
  await assertReads(page, /Passerelle du gymnase/);
  await press(page, p, "contribute-send");
  await receipt(page);
  assertNoTrouble(page);
  await page.context().close();
});

test("a file that is no table is refused in words, and the next one is read", async () => {
  const page = await scene.as("facilitator");
  const broken = workbook([["texte"], ["Un banc."]]).subarray(0, 600);
  for (const [name, buffer, reason] of [
    ["paroles.xlsx", broken, "table-damaged"],
    ["paroles.xlsx", bomb(450), "table-expands-too-much"],
    ["paroles.csv", PROGRAM, "found-binary"],
    ["paroles.csv", Buffer.alloc(0), "table-empty"],
  ]) {
    await offer(page, { name, mimeType: SPREADSHEET, buffer });
    await page.getByRole("alert").getByText(p.has(reason)).waitFor();
    assert.equal(await page.getByLabel(p.starts("import-file")).getAttribute("aria-invalid"), "true");
  }
  await assertForEveryone(page);

  const old = Buffer.from("texte;commune\nLa rivière déborde près du pont, là où l’herbe est fauchée trop tôt.;Voiron\n".replace("’", "'"), "latin1");
  await offer(page, { name: "tableur-ancien.csv", mimeType: "text/csv", buffer: old });
  await page.waitForURL("**/import/*");
  await assertReads(page, /La rivière déborde près du pont, là où l.herbe est fauchée trop tôt/);
  await press(page, p, "import-give-up");
  assertNoTrouble(page);
  await page.context().close();
});

test("a workbook with bad lines is imported for its good ones, once however often", async () => {
  const page = await scene.as("facilitator");
  const buffer = workbook([
    ["texte", "commune", "date"],
    ["Un ponton pour la pêche & les fauteuils.", "Moirans", "2026-10-02"],
    ["Une table sous les saules.", "Atlantide", "2026-10-02"],
    ["Des nichoirs fabriqués par l’école.", "Voiron", "hier soir"],
  ]);
  for (const created of ["1", "0"]) {
    await offer(page, { name: "paroles.xlsx", mimeType: SPREADSHEET, buffer });
    await page.waitForURL("**/import/*");
    for (const fault of ["import-fault-area-unknown", "import-fault-date-unreadable"]) await assertReads(page, p.has(fault));
    await page.getByRole("button", { name: p.is("import-confirm", { count: "1" }) }).dblclick();
    await page.getByText(p.is("import-created", { count: created })).waitFor();
  }
  await page.goto(`${OPEN}/contributions`);
  assert.equal(await page.getByRole("link", { name: /Un ponton pour la pêche & les fauteuils/ }).count(), 1);
  assertNoTrouble(page);
  await page.context().close();
});

test("what was being written is there after the page was closed", async () => {
  const page = await scene.visitor({ viewport: PHONE });
  await page.goto(`${OPEN}/contribuer`);
  await page.getByLabel(p.starts("contribute-words")).fill("Je voudrais que l’on entende la rivière depuis le bourg.");
  await page.locator("main").getByText(w.has("draft-saved")).waitFor();
  await page.reload();
  await page.locator("main").getByText(w.has("draft-restored")).waitFor();
  assert.equal(await page.getByLabel(p.starts("contribute-words")).inputValue(), "Je voudrais que l’on entende la rivière depuis le bourg.");
  await page.close();

  const later = await page.context().newPage();
  await write(later, OPEN, { text: "Je voudrais que l’on entende la rivière depuis le bourg, et qu’on la voie." });
  await press(later, p, "contribute-send");
  await receipt(later);
  await later.goto(`${OPEN}/contribuer`);
  assert.equal(await later.getByLabel(p.starts("contribute-words")).inputValue(), "", "what was sent is a draft no more");
  await later.context().close();
});

const ANSWER = "Un garde-corps sera posé avant l’hiver : l’entreprise vient en décembre.";

for (const javaScriptEnabled of [true, false]) {
  test(`a session ends while someone writes, ${javaScriptEnabled ? "with" : "without"} scripts: her words are given back`, async () => {
    const page = await scene.as("agent", { javaScriptEnabled });
    await page.goto("/ma-file");
    await page.locator("[data-queue]").getByRole("link").first().click();
    const form = page.url();
    await page.getByRole("radio", { name: p.has("answer-partly-retained-hint") }).check();
    await label(page, p, "answer-reason").fill(ANSWER);
    const kept = await page.context().cookies();
    await page.context().clearCookies();
    await page.getByRole("button", { name: p.is("answer-send") }).click();
    await page.getByRole("heading", { level: 1, name: w.is("error-sign-in") }).waitFor();
    assert.equal(await page.getByLabel(w.is("error-typed-part", { number: "1" })).inputValue(), ANSWER);
    if (javaScriptEnabled) {
      await assertForEveryone(page);
      await screenshots(page, "session-finie");
    }
    await page.locator("main").getByRole("link", { name: w.is("sign-in") }).click();
    assert.equal(await page.locator("input[name=retour]").inputValue(), new URL(form).pathname, "she comes back to her form");

    await page.context().addCookies(kept);
    await page.goto(form);
    if (javaScriptEnabled) assert.equal(await label(page, p, "answer-reason").inputValue(), ANSWER, "the draft was kept");
    assertNoTrouble(page);
    await page.context().close();
  });
}

test("without scripts, what everyone sends is recorded once however often it is pressed", async () => {
  const visitor = await scene.visitor({ javaScriptEnabled: false });
  await write(visitor, OPEN, { text: "Un abri pour attendre que l’averse passe.", title: "Un abri" });
  await visitor.getByRole("button", { name: p.starts("contribute-send") }).dblclick();
  // The second press takes the place of the first: only its page is waited for.
  await visitor.getByRole("heading", { level: 1, name: p.starts("thanks-title") }).waitFor();
  await visitor.goto(`${OPEN}/contributions`);
  const said = visitor.getByRole("link", { name: "Un abri", exact: true });
  assert.equal(await said.count(), 1);
  const address = await said.getAttribute("href");
  await visitor.context().close();

  const inhabitant = await scene.as("inhabitant", { javaScriptEnabled: false });
  await inhabitant.goto(address);
  await inhabitant.getByRole("radio", { name: p.is("comment-for") }).check();
  await inhabitant.getByLabel(p.starts("comment-text")).fill("Oui, près de l’arrêt du car.");
  await inhabitant.getByRole("button", { name: p.starts("comment-send") }).dblclick();
  await inhabitant.getByText("Oui, près de l’arrêt du car.").first().waitFor();
  await inhabitant.goto(address);
  assert.equal(await inhabitant.getByText("Oui, près de l’arrêt du car.").count(), 1);
  await inhabitant.context().close();

  const agent = await scene.as("agent", { javaScriptEnabled: false });
  await agent.goto(`${OPEN}/saisie-papier`);
  await fill(agent, p, { "paper-text": "Un point d’eau pour les chevaux." });
  await agent.getByRole("radio", { name: c.starts("capacity-inhabitant") }).check();
  await agent.getByRole("button", { name: p.starts("paper-send") }).dblclick();
  await agent.getByRole("status").filter({ hasText: p.has("paper-code") }).waitFor();
  await agent.goto(`${OPEN}/contributions`);
  assert.equal(await agent.getByRole("link", { name: "Un point d’eau pour les chevaux." }).count(), 1);
  await agent.context().close();
});

async function offer(page, file) {
  await page.goto(`${OPEN}/import`);
  await page.getByLabel(p.starts("import-file")).setInputFiles(file);
  await press(page, p, "import-look");
}
