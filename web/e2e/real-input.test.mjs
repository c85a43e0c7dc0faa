// The real input: 2,149 answers French citizens gave in 2019, brought in by a person through the browser.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { assertForEveryone, assertNoTrouble, atTheDemonstration, screenshots } from "./harness.mjs";
import { root } from "./root.mjs";
import { assertReads, assertSaid, fill, label, openDemarche, pick, press } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

const c = wordsOf("kernel/commons");
const p = wordsOf("modules/proposals");

const SOURCE = join(root, "../shared/data/texts/grand_debat_idees_marquantes.jsonl.gz");
const absent = existsSync(SOURCE) ? false : `${SOURCE} is not there: nothing real to import`;

/** Time an import of thousands of lines may take on a busy machine. */
const PATIENCE_MS = 90_000;

const scene = absent ? undefined : atTheDemonstration(async () => {
  const page = await scene.as("facilitator");
  demarche = await openDemarche(page, "Le grand débat, ici");
  await page.context().close();
});
const answers = absent ? [] : gunzipSync(readFileSync(SOURCE)).toString().trim().split("\n").map((line) => JSON.parse(line));
let demarche;
/** How many the group that became a theme holds. */
let grouped;

test("a facilitator imports 2,149 real answers", { skip: absent }, async () => {
  assert.equal(answers.length, 2_149);
  const page = await scene.as("facilitator");
  page.setDefaultTimeout(PATIENCE_MS);
  await choose(page);
  await page.getByText(p.is("import-good", { count: "2 149" })).waitFor();
  await assertForEveryone(page);
  await screenshots(page, "import-reel");
  await press(page, p, "import-confirm", { count: "2 149" });
  await untilDone(page, "2 149");
  await page.goto(`${demarche}/contributions`);
  await page.getByRole("heading", { name: p.is("list-count", { count: "2 149" }) }).waitFor();
  await assertForEveryone(page);
  await screenshots(page, "liste-reelle");

  await choose(page);
  await page.getByText(p.has("import-same")).waitFor();
  await press(page, p, "import-confirm", { count: "2 149" });
  await untilDone(page, "0");
  await page.goto(`${demarche}/contributions`);
  await page.getByRole("heading", { name: p.is("list-count", { count: "2 149" }) }).waitFor();
  assertNoTrouble(page);
  await page.context().close();
});

test("groups are proposed, and one becomes a theme", { skip: absent }, async () => {
  const page = await scene.as("facilitator");
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(`${demarche}/classer/groupes`);
  const group = page.locator("main section").filter({ has: page.getByRole("button") }).first();
  const title = await label(group, p, "classify-new-title").inputValue();
  assert.ok(title.length > 2, "a group has a name made of its own words");
  assert.ok((await group.getByRole("listitem").count()) > 1, "some of its members can be read");
  await assertForEveryone(page);
  await screenshots(page, "groupes");
  await label(group, p, "classify-new-title").fill("Ce que disent les premières réponses");
  grouped = String(await group.locator("input[name=contributions]").count());
  await group.getByRole("button", { name: p.is("groups-accept", { count: grouped }) }).click();
  await assertSaid(page, p.has("classify-done", { count: grouped }));
  await page.goto(`${demarche}/classer`);
  await page.getByRole("heading", { name: "Ce que disent les premières réponses" }).waitFor();
  assertNoTrouble(page);
  await page.context().close();
});

test("several are answered at once, each reading the same reason", { skip: absent }, async () => {
  const page = await scene.as("facilitator");
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(`${demarche}/confier`);
  await page.getByRole("checkbox", { name: /Ce que disent les premières réponses/ }).check();
  await pick(label(page, p, "assign-unit"), /participation/i);
  await press(page, p, "assign-send");
  await page.goto("/ma-file");
  const imported = page.getByRole("listitem").filter({ hasText: "Le grand débat, ici" });
  const boxes = await imported.getByRole("checkbox", { name: p.starts("queue-tick") }).all();
  for (const box of boxes.slice(0, 3)) await box.check();
  await press(page, p, "queue-bulk");
  await page.getByRole("radio", { name: p.has("answer-set-aside-hint") }).check();
  await label(page, p, "answer-reason").fill("Cette question se décide à l’échelle nationale : la commune ne peut pas y répondre seule.");
  await press(page, p, "bulk-look");
  await page.getByRole("region", { name: p.is("bulk-preview") }).waitFor();
  await assertForEveryone(page);
  await press(page, p, "bulk-give", { count: "3" });
  await assertSaid(page, p.has("answers-given", { count: "3" }));
  await page.goto(`${demarche}/contributions?reponse=set_aside`);
  await page.getByRole("heading", { name: p.is("list-count", { count: "3" }) }).waitFor();
  assertNoTrouble(page);
  await page.context().close();
});

test("a decision rests on what hundreds said, and says how many they are", { skip: absent }, async () => {
  const page = await scene.as("facilitator");
  await page.goto(`${demarche}/options/nouvelle`);
  await fill(page, c, {
    "field-title": "Répondre par écrit, commune par commune",
    "option-description": "Chaque commune écrit ce qu’elle peut faire de ce qui a été dit, et ce qu’elle ne peut pas.",
  });
  await page.getByRole("checkbox", { name: "Ce que disent les premières réponses" }).check();
  await press(page, c, "option-save");
  await assertSaid(page, c.has("option-saved"));

  const elected = await scene.as("elected_official");
  await elected.goto(`${demarche}/decisions/nouvelle`);
  await fill(elected, c, {
    "field-title": "Répondre par écrit",
    "decision-question": "Que faire ici de ce qui a été dit au grand débat ?",
    "decision-choice": "Chaque commune répond par écrit avant l’été.",
    "decision-reasons": "Ceux qui ont écrit attendent une réponse, fût-elle non.",
  });
  await elected.getByRole("group", { name: c.starts("decision-chosen") }).getByRole("checkbox", { name: /Répondre par écrit/ }).check();
  await pick(label(elected, c, "decision-organisation"), /agglomération du Pays/);
  await press(elected, c, "decision-save-draft");
  await assertSaid(elected, c.has("decision-drafted"));
  await press(elected, c, "decision-publish");
  await elected.getByText(/Marianne Desroziers/).first().waitFor();
  const voices = elected.getByRole("region", { name: c.is("decision-voices") });
  const all = voices.getByRole("row").filter({ has: elected.getByRole("rowheader", { name: c.is("voices-total") }) });
  assert.equal((await all.getByRole("cell").innerText()).replace(/\s/g, ""), grouped);
  await assertForEveryone(elected);
  await screenshots(elected, "decision-reelle");
  [page, elected].forEach(assertNoTrouble);
  await Promise.all([page, elected].map((one) => one.context().close()));
});

test("all of it can be taken away", { skip: absent }, async () => {
  const page = await scene.visitor();
  const file = await page.request.get(`${demarche}/contributions.jsonl`);
  const lines = (await file.text()).trim().split("\n").map((line) => JSON.parse(line));
  assert.equal(lines.length, 2_149);
  const said = new Set(lines.map((line) => plain(line.text)));
  const lost = answers.filter((answer) => !said.has(plain(answer.text)));
  assert.deepEqual(lost.slice(0, 3), [], `${lost.length} answers do not read as they were written`);
  await page.context().close();
});

/** Chooses the file, folded as it is, and corrects what was guessed of its columns: a question is no theme. */
async function choose(page) {
  await page.goto(`${demarche}/import`);
  await label(page, p, "import-file").setInputFiles(SOURCE);
  await press(page, p, "import-look");
  await page.waitForURL("**/import/*");
  await label(page, p, "import-target-theme").selectOption({ label: "Aucune colonne" });
  await label(page, p, "import-target-title").selectOption({ label: "question" });
  await press(page, p, "import-look-again");
}

/** A long import shows how far it is; the page is looked at again until it is over. */
async function untilDone(page, created) {
  const done = page.getByRole("heading", { level: 1, name: p.is("import-done") });
  for (const begun = Date.now(); Date.now() - begun < PATIENCE_MS; ) {
    if (await done.count()) {
      await page.getByText(p.is("import-created", { count: created })).waitFor();
      return;
    }
    await page.waitForTimeout(500);
    await page.reload();
  }
  await assertReads(page, p.has("import-done"));
}

/** What is kept is what was said; spaces at the ends and doubled ones are tidied. */
function plain(text) {
  return text.replace(/\s+/g, " ").trim();
}
