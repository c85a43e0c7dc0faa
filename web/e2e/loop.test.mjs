// One démarche goes round the whole loop, by the people in it, in their browsers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE, assertForEveryone, assertNoTrouble, atTheDemonstration, screenshot, screenshots } from "./harness.mjs";
import { assertReads, assertSaid, confirmAddress, contribute, day, fill, label, openDemarche, pick, press, pressTwice, receipt, write } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

const c = wordsOf("kernel/commons");
const p = wordsOf("modules/proposals");
const w = wordsOf("kernel/web");

const scene = atTheDemonstration(async () => {
  const page = await scene.as("facilitator");
  told.demarche = await openDemarche(page, "Des bancs pour souffler");
  await screenshots(page, "demarche-ouverte");
  await page.context().close();
});

const BENCH = "Entre la mairie et la maison médicale, il n’y a pas un seul banc. Ma mère s’arrête trois fois contre un mur.";
const SHEET = "Un banc devant la boulangerie, pour attendre le car assise.";
const FILE = [
  "texte;commune;à quel titre;date",
  "Des bancs avec un dossier et des accoudoirs, sinon on ne se relève pas.;Voiron;habitante;2026-10-02",
  "Un banc à l’ombre au cimetière.;Atlantide;habitant;2026-10-02",
  "Ne pas mettre les bancs au bord de la route, les camions font peur.;Moirans;habitante;2026-10-03",
  "Il faut un banc tous les deux cents mètres pour nos marcheurs.;Coublevie;association;2026-10-04",
  "Un banc au soleil l’hiver et à l’ombre l’été, devant l’école.;Voiron;habitante;2026-10-05",
  "Vente de bancs en fonte, prix sacrifiés, appelez vite.;Voiron;habitant;2026-10-05",
].join("\n");

/** What the steps leave to those that follow. */
const told = { demarche: "", code: "", paper: "", decision: "", commitment: "", metric: "" };

test("1a. an inhabitant without an account contributes on her phone", async () => {
  const page = await scene.visitor({ viewport: PHONE });
  const photo = { name: "trottoir.png", mimeType: "image/png", buffer: await page.screenshot() };
  await write(page, told.demarche, {
    text: BENCH,
    title: "Pas un banc jusqu’à la maison médicale",
    commune: "Voiron",
    place: "Rue de la mairie",
    photo,
    email: "lea@exemple.fr",
    seen: (name) => screenshot(page, `contribuer-${name}`),
  });
  await screenshot(page, "contribuer-relire");
  await assertForEveryone(page);
  await page.getByRole("button", { name: p.starts("contribute-send") }).dblclick();
  told.code = await receipt(page);
  await screenshot(page, "merci");
  await assertForEveryone(page);
  await page.getByText(told.code, { exact: true }).waitFor();
  await until(() => scene.demo.letters().some((letter) => letter.includes("lea@exemple.fr")), "no letter was written");
  await confirmAddress(page, scene.demo.letters, "lea@exemple.fr");
  await screenshot(page, "merci-confirmee");

  await page.getByRole("link", { name: p.starts("slip-print") }).click();
  await page.getByText(told.code, { exact: true }).waitFor();
  await page.goto(`${told.demarche}/contributions`);
  const said = page.getByRole("link", { name: "Pas un banc jusqu’à la maison médicale" });
  assert.equal(await said.count(), 1, "pressed twice, sent once");
  await said.click();
  assert.equal(await page.getByRole("img", { name: "Le trottoir, sans banc." }).count(), 1);
  assertNoTrouble(page);
  await page.context().close();
});

test("1b. an agent keys what someone wrote on paper", async () => {
  const page = await scene.as("agent");
  await page.goto(`${told.demarche}/contributions`);
  await page.getByRole("link", { name: p.is("tool-paper") }).click();
  await fill(page, p, { "paper-text": SHEET });
  await page.getByRole("radio", { name: c.starts("capacity-inhabitant") }).check();
  await pressTwice(page, p, "paper-send");
  const keyed = page.getByRole("status").filter({ hasText: p.has("paper-code") });
  told.paper = (await keyed.locator(".code").innerText()).trim();
  assert.notEqual(told.paper, told.code);
  assert.equal(await label(page, p, "paper-text").inputValue(), "", "the next sheet is ready");
  await screenshots(page, "saisie-papier");
  await page.goto(`${told.demarche}/contributions`);
  const sheet = page.getByRole("link", { name: /Un banc devant la boulangerie/ });
  assert.equal(await sheet.count(), 1, "pressed twice, keyed once");
  await sheet.click();
  await assertReads(page, c.has("channel-paper"));
  assertNoTrouble(page);
  await page.context().close();
});

test("1c. a facilitator imports a file with a line that cannot be used", async () => {
  const page = await scene.as("facilitator");
  const file = { name: "bancs.csv", mimeType: "text/csv", buffer: Buffer.from(FILE) };
  await chooseFile(page, file);
  const wrong = page.getByRole("region", { name: p.is("import-errors", { count: "1" }) });
  const cells = await wrong.getByRole("row").filter({ hasText: "Atlantide" }).getByRole("cell").allInnerTexts();
  assert.equal(cells[0].trim(), "3", "the line is named");
  assert.equal(cells[1].trim(), "commune", "the column is named");
  assert.ok(cells[2].trim().length > 10, "the reason is said");
  assert.equal(await page.getByRole("button", { name: p.is("import-confirm", { count: "5" }) }).count(), 1);
  await assertForEveryone(page);
  await screenshots(page, "import-apercu");
  await page.goto(`${told.demarche}/contributions`);
  assert.equal(await page.getByText("Il faut un banc tous les deux cents mètres").count(), 0, "nothing before confirming");

  await page.goBack();
  await pressTwice(page, p, "import-confirm", { count: "5" });
  await page.getByText(p.is("import-created", { count: "5" })).waitFor();
  await chooseFile(page, file);
  await page.getByText(p.has("import-same")).waitFor();
  await press(page, p, "import-confirm", { count: "5" });
  await page.getByText(p.is("import-created", { count: "0" })).waitFor();
  await page.goto(`${told.demarche}/contributions`);
  assert.equal(await page.getByRole("link", { name: /Il faut un banc tous les deux cents mètres/ }).count(), 1);
  assertNoTrouble(page);
  await page.context().close();
});

test("2a. before sending, someone is shown what resembles her words", async () => {
  const page = await scene.visitor();
  await page.goto(`${told.demarche}/contribuer`);
  const words = "Il n’y a pas un seul banc entre la mairie et la maison médicale ! Ma mère s’arrête trois fois contre un mur.";
  await page.getByLabel(p.starts("contribute-words")).pressSequentially(words, { delay: 1 });
  await page.getByRole("link", { name: /Pas un banc jusqu’à la maison médicale/ }).waitFor();
  await write(page, told.demarche, { text: words });
  await page.getByRole("heading", { name: p.is("near-review-title") }).waitFor();
  await screenshots(page, "contribuer-proches");
  await press(page, p, "contribute-send");
  await receipt(page);
  assertNoTrouble(page);
  await page.context().close();
});

test("2b. a facilitator merges a double, unmerges it, merges it again", async () => {
  const page = await scene.as("facilitator");
  await page.goto(`${told.demarche}/contributions`);
  await page.getByRole("link", { name: p.is("tool-doubles") }).click();
  await screenshots(page, "doublons");
  await page.getByRole("button", { name: p.starts("merge-into") }).first().click();
  const merges = page.getByRole("region", { name: p.is("merges-title") });
  await merges.getByRole("button", { name: p.starts("unmerge") }).click();
  await assertSaid(page, p.has("unmerge-done"));
  await page.goto(`${told.demarche}/doublons`);
  assert.equal(await merges.count(), 0, "unmerged as easily");
  await page.getByRole("button", { name: p.starts("merge-into") }).first().click();
  await merges.waitFor();
  assertNoTrouble(page);
  await page.context().close();
});

test("2c. a facilitator hides what is out of place, and says why", async () => {
  const page = await scene.as("facilitator");
  await page.goto(`${told.demarche}/contributions`);
  await page.getByRole("link", { name: /Vente de bancs en fonte/ }).click();
  const advertising = page.url();
  await page.locator("main").getByRole("link", { name: p.is("tool-moderate") }).click();
  await press(page, p, "moderation-hide");
  await page.getByRole("alert").waitFor();
  await page.getByRole("radio", { name: c.is("ground-advertising") }).check();
  await fill(page, p, { "moderation-reason": "C’est une annonce : ce lieu sert à parler des bancs publics." });
  await press(page, p, "moderation-hide");
  await assertReads(page, /C’est une annonce/);

  const visitor = await scene.visitor();
  await visitor.goto(`${told.demarche}/contributions`);
  assert.equal(await visitor.getByText("Vente de bancs en fonte").count(), 0);
  await visitor.goto(advertising);
  assert.equal(await visitor.getByText("appelez vite").count(), 0, "its words are not shown any more");
  assertNoTrouble(page);
  await Promise.all([page, visitor].map((one) => one.context().close()));
});

test("2d. a facilitator groups what goes together under a theme", async () => {
  const page = await scene.as("facilitator");
  await page.goto(`${told.demarche}/contributions`);
  await page.getByRole("link", { name: p.is("tool-classify") }).click();
  const boxes = await page.getByRole("group", { name: p.is("classify-tick") }).getByRole("checkbox").all();
  for (const box of boxes) await box.check();
  await label(page, p, "classify-new-title").fill("S’asseoir en chemin");
  await assertForEveryone(page);
  await screenshots(page, "classer");
  await pressTwice(page, p, "classify-send");
  await assertSaid(page, p.has("classify-done", { count: String(boxes.length) }));
  await page.goto(told.demarche);
  assert.equal(await page.getByRole("link", { name: "S’asseoir en chemin" }).count(), 1, "pressed twice, one theme");
  assertNoTrouble(page);
  await page.context().close();
});

test("3. options are written, and rest on what was said", async () => {
  const page = await scene.as("facilitator");
  for (const [title, description] of [
    ["Trois bancs à dossier", "Un banc à dossier et accoudoirs tous les deux cents mètres, de la mairie à la maison médicale."],
    ["Des assis-debout", "Des appuis contre les murs, moins chers, qui ne gênent pas le passage."],
  ]) {
    await page.goto(`${told.demarche}/options/nouvelle`);
    await fill(page, c, { "field-title": title, "option-description": description, "option-cost-euros": "4 500" });
    await page.getByRole("checkbox", { name: "S’asseoir en chemin" }).check();
    await pressTwice(page, c, "option-save");
    await assertSaid(page, c.has("option-saved"));
  }
  await page.goto(`${told.demarche}/options`);
  const benches = page.getByRole("link", { name: "Trois bancs à dossier" });
  assert.equal(await benches.count(), 1, "pressed twice, one option");
  await benches.click();
  const option = page.url();
  await page.getByRole("link", { name: c.is("option-choose-roots") }).click();
  const said = page.getByRole("group", { name: c.starts("option-contributions") });
  for (const box of await said.getByRole("checkbox").all()) await box.check();
  await press(page, c, "option-save-roots");
  await assertSaid(page, c.has("option-saved"));
  await page.goto(option);
  await page.getByRole("region", { name: c.is("option-rests-on") }).getByRole("link", { name: /Pas un banc jusqu’à/ }).waitFor();
  await screenshots(page, "option");
  await page.goto(`${told.demarche}/options`);
  await assertForEveryone(page);
  await screenshots(page, "options");
  assertNoTrouble(page);
  await page.context().close();
});

test("4. an experiment is frozen before its start, and judged by its interval", async () => {
  const page = await scene.as("facilitator");
  await page.goto(`${told.demarche}/engagements`);
  await page.getByRole("link", { name: c.is("metric-new") }).first().click();
  await fill(page, c, {
    "metric-field-title": "Part des passants de plus de 70 ans qui font le trajet sans s’arrêter debout",
    "metric-method": "Comptage d’un marché à l’autre, de 9 h à 11 h, au même endroit.",
  });
  await page.getByRole("radio", { name: c.is("metric-kind-proportion") }).check();
  await page.getByRole("radio", { name: c.is("aim-up") }).check();
  await label(page, c, "metric-margin").fill("5");
  await pressTwice(page, c, "metric-save");
  await assertSaid(page, c.has("metric-saved"));
  told.metric = page.url();

  await page.goto(`${told.demarche}/essais/nouveau`);
  await fill(page, c, {
    "field-title": "Trois chaises solides pendant un marché",
    "experiment-hypothesis": "Avec de quoi s’asseoir tous les deux cents mètres, plus de la moitié feront le trajet d’une traite.",
    "experiment-threshold": "50",
    "experiment-min-n": "60",
    "experiment-start": day(),
    "experiment-end": day(),
    "experiment-place": "Rue de la mairie",
  });
  await label(page, c, "experiment-option").selectOption({ label: "Trois bancs à dossier" });
  await label(page, c, "experiment-metric").selectOption({ index: 1 });
  await page.getByRole("radio", { name: c.is("aim-up") }).check();
  await pressTwice(page, c, "experiment-save");
  await assertSaid(page, c.has("experiment-saved"));
  const experiment = page.url();

  await page.goto(`${experiment}/modifier`);

  const manager = await scene.as("manager");
  await manager.goto(experiment);
  await pressTwice(manager, c, "experiment-authorise");
  await manager.getByRole("heading", { name: c.is("experiment-frozen-title") }).waitFor();

  await label(page, c, "experiment-threshold").fill("10");
  await press(page, c, "experiment-save");
  await assertReads(page, c.has("experiment-frozen"));

  await page.goto(experiment);
  await page.getByRole("link", { name: c.is("experiment-enter-result") }).click();
  await fill(page, c, { "sample-n": "80", "sample-successes": "60" });
  await page.getByLabel(c.starts("experiment-result-text")).fill("Soixante sur quatre-vingts ; les chaises près de la route sont restées vides.");
  await pressTwice(page, c, "experiment-result-save");
  const verdict = page.getByRole("region", { name: c.is("experiment-found") });
  await verdict.getByText(c.has("verdict-above", { verdict: "atteint" })).first().waitFor();
  assert.equal(await page.getByRole("heading", { name: c.is("values-before") }).count(), 0, "pressed twice, one result");
  await assertForEveryone(page);
  await screenshots(page, "essai");
  assertNoTrouble(page);
  await Promise.all([page, manager].map((one) => one.context().close()));
});

test("5. an elected official decides among options; someone without a mandate cannot", async () => {
  const page = await scene.as("elected_official");
  await page.goto(`${told.demarche}/options`);
  await page.getByRole("link", { name: c.is("decision-new") }).click();
  await fill(page, c, {
    "field-title": "Trois bancs avant le printemps",
    "decision-question": "Comment permettre de souffler entre la mairie et la maison médicale ?",
    "decision-choice": "Trois bancs à dossier sont posés.",
    "decision-reasons": "L’essai l’a montré, et c’est ce que vous avez demandé.",
  });
  await page.getByRole("group", { name: c.starts("decision-chosen") }).getByRole("checkbox", { name: "Trois bancs à dossier" }).check();
  await page.getByRole("checkbox", { name: "Trois chaises solides pendant un marché" }).check();
  await pick(label(page, c, "decision-organisation"), /agglomération du Pays/);
  await pressTwice(page, c, "decision-save-draft");
  await assertSaid(page, c.has("decision-drafted"));
  told.decision = new URL(page.url()).pathname;

  const manager = await scene.as("manager");
  await manager.goto(told.demarche);
  await send(manager, `${told.decision}/publier`);
  await manager.getByRole("heading", { level: 1, name: w.is("error-forbidden") }).waitFor();
  const elsewhere = await scene.as("facilitator");
  await elsewhere.goto(told.decision);
  assert.equal(await elsewhere.getByRole("button", { name: c.starts("decision-publish") }).count(), 0);

  await elsewhere.goto(`${told.decision}/modifier`);
  await pressTwice(page, c, "decision-publish");
  await assertReads(page, /Marianne Desroziers/);
  await label(elsewhere, c, "decision-choice").fill("Finalement, des assis-debout.");
  await press(elsewhere, c, "decision-save-draft");
  await assertReads(elsewhere, c.has("decision-immutable"));
  await page.goto(told.decision);
  await assertForEveryone(page);
  await screenshots(page, "decision");
  assertNoTrouble(page);
  await Promise.all([page, manager, elsewhere].map((one) => one.context().close()));
});

test("6. who has a mandate commits the organisation, with a date and a measure that should move", async () => {
  const measures = await scene.as("facilitator");
  await enterMeasure(measures, "Avant les bancs", [-30, -2], { n: "400", successes: "120" });
  const page = await scene.as("manager");
  await page.goto(told.decision);
  await page.getByRole("link", { name: c.is("commitment-new") }).click();
  await fill(page, c, {
    "commitment-text": "Poser trois bancs à dossier entre la mairie et la maison médicale.",
    "commitment-due": day(90),
    "commitment-expected": "Deux personnes âgées sur trois feront le trajet sans s’arrêter debout.",
  });
  await pick(label(page, c, "commitment-organisation"), /agglomération du Pays/);
  await label(page, c, "commitment-metric").selectOption({ index: 1 });
  await label(page, c, "commitment-before").selectOption({ index: 1 });
  await pressTwice(page, c, "commitment-save");
  await assertSaid(page, c.has("commitment-saved"));
  told.commitment = new URL(page.url()).pathname;
  await page.goto(`${told.demarche}/engagements`);
  assert.equal(await page.getByRole("link", { name: /Poser trois bancs/ }).count(), 1, "pressed twice, one commitment");
  await page.goto(told.commitment);
  await assertReads(page, /Gilles Morestin/);
  await assertForEveryone(page);

  await measures.goto(told.demarche);
  await send(measures, `${told.decision}/engagements/nouveau`);
  await measures.getByRole("heading", { level: 1, name: w.is("error-forbidden") }).waitFor();
  assertNoTrouble(page);
  await Promise.all([page, measures].map((one) => one.context().close()));
});

test("7. closing is refused while someone waits for an answer, and lists whom; then everyone is told", async () => {
  const page = await scene.as("facilitator");
  await page.goto(`${told.demarche}/cloture`);
  const waiting = page.getByRole("region", { name: c.is("closing-waiting") });
  const addresses = await waiting.getByRole("listitem").getByRole("link").evaluateAll((links) => links.map((one) => one.pathname));
  assert.equal(new Set(addresses).size, 8, "everyone who said something waits, merged and hidden ones too");
  await screenshots(page, "cloture-refusee");
  await send(page, `${told.demarche}/cloture`);
  await assertReads(page, c.has("gate-unanswered", { count: "8" }));

  for (const address of new Set(addresses)) {
    await page.goto(`${address.replace(/\/repondre$/, "")}/repondre`);
    await page.getByRole("radio", { name: p.has("answer-retained-hint") }).check();
    await label(page, p, "answer-reason").fill("Trois bancs à dossier seront posés ; vos mots ont compté dans le choix du modèle.");
    const decision = page.getByRole("checkbox", { name: /Trois bancs avant le printemps/ });
    await decision.check();
    await page.getByRole("button", { name: p.is("answer-send") }).dblclick();
    await assertSaid(page, p.has("answers-given", { count: "1" }));
  }

  await page.goto(`${told.demarche}/cloture`);
  await label(page, c, "closing-words").fill("Merci. Les bancs arrivent, et nous recompterons.");
  await pressTwice(page, c, "closing-button");
  await assertSaid(page, c.has("closing-done"));
  await until(
    () => scene.demo.letters().filter((letter) => letter.includes("lea@exemple.fr")).length === 3,
    "a receipt, an answer and the closing: three letters, each once",
  );
  await page.goto(`${told.demarche}/cloture`);
  await page.getByRole("link", { name: c.is("paper-waiting", { count: "7" }) }).click();
  await assertReads(page, new RegExp(told.paper));
  await assertForEveryone(page);
  await screenshots(page, "cloture");
  assertNoTrouble(page);
  await page.context().close();
});

test("8. measured again, the commitment says whether it moved, with its interval", async () => {
  const page = await scene.as("facilitator");
  await enterMeasure(page, "Avec les bancs", [-1, 0], { n: "400", successes: "250" });
  await page.goto(told.commitment);
  await page.getByRole("link", { name: c.is("compare-open") }).click();
  await pick(label(page, c, "commitment-after"), /Avec les bancs/);
  await press(page, c, "compare-save");
  await assertSaid(page, c.has("compare-saved"));
  await assertReads(page, c.has("change-improved-sentence"));
  await page.getByText(c.has("change-improved")).first().waitFor();
  await assertForEveryone(page);
  await screenshots(page, "engagement");
  assertNoTrouble(page);
  await page.context().close();
});

test("9. from her code, she reads the whole chain; the decision shows the voices it rests on", async () => {
  const page = await scene.visitor({ viewport: PHONE });
  await page.goto("/suivi");
  await label(page, c, "follow-code").fill(told.code.toLowerCase());
  await press(page, c, "follow-button");
  await page.getByRole("heading", { level: 1, name: c.is("trace-title") }).waitFor();
  const chain = [
    /Entre la mairie et la maison médicale/,
    /vos mots ont compté/,
    /Trois bancs à dossier/,
    /Trois chaises solides/,
    /Trois bancs avant le printemps/,
    /Poser trois bancs à dossier/,
    c.has("change-improved-sentence"),
  ];
  for (const knot of chain) await assertReads(page, knot);
  await assertForEveryone(page);
  await screenshots(page, "suivi");

  await page.goto(told.decision);
  const voices = page.getByRole("region", { name: c.is("decision-voices") });
  const count = (college) => voices.getByRole("row").filter({ has: page.getByRole("rowheader", { name: college }) }).getByRole("cell");
  assert.match(await count(c.is("college-association")).innerText(), c.has("voices-hidden"));
  await page.getByRole("link", { name: c.is("voices-read") }).click();
  await page.getByRole("link", { name: "Pas un banc jusqu’à la maison médicale" }).click();
  await assertReads(page, /Entre la mairie et la maison médicale/);
  assertNoTrouble(page);
  await page.context().close();
});

async function enterMeasure(page, name, [from, to], { n, successes }) {
  await page.goto(told.metric);
  await page.getByRole("link", { name: c.is("measure-new") }).click();
  await fill(page, c, {
    "measure-label": name,
    "measure-from": day(from),
    "measure-to": day(to),
    "sample-n": n,
    "sample-successes": successes,
    "measure-source": "Comptage du service participation, au marché.",
  });
  await pressTwice(page, c, "measure-save");
  await assertSaid(page, c.has("measure-saved"));
  assert.equal(await page.getByRole("heading", { name: new RegExp(`^${name} ·`) }).count(), 1, "pressed twice, one measure");
}

/** Sends a form that the page does not offer, as someone who kept an old tab open would. */
async function send(page, path) {
  await Promise.all([
    page.waitForEvent("load"),
    page.evaluate((action) => {
      const form = Object.assign(document.createElement("form"), { method: "post", action });
      document.body.append(form);
      form.submit();
    }, path),
  ]);
}

async function chooseFile(page, file) {
  await page.goto(`${told.demarche}/import`);
  await page.getByLabel(p.starts("import-file")).setInputFiles(file);
  await press(page, p, "import-look");
  await page.waitForURL("**/import/*");
}

async function until(holds, otherwise) {
  for (const begun = Date.now(); Date.now() - begun < 10_000; ) {
    if (holds()) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  assert.fail(otherwise);
}
