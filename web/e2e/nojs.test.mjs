// Without scripts, without a mouse, on paper: the same things can be done.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE, assertNoTrouble, atTheDemonstration } from "./harness.mjs";
import { follow, linkIn, reach } from "./keyboard.mjs";
import { assertReads, assertSaid, contribute, fill, label, pick, press, receipt } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

const c = wordsOf("kernel/commons");
const p = wordsOf("modules/proposals");
const w = wordsOf("kernel/web");

const scene = atTheDemonstration();
/** The démarche of the demonstration that has just opened, and the one where options are already compared. */
const OPEN = "/demarches/bords-de-la-morge";
const HALFWAY = "/demarches/ecole-a-pied";

test("someone without scripts contributes on a phone", async () => {
  const page = await scene.visitor({ javaScriptEnabled: false, viewport: PHONE });
  const code = await contribute(page, OPEN, {
    text: "Un robinet d’eau potable près du pont, pour les promeneurs et les chiens.",
    title: "De l’eau près du pont",
    place: "Pont de la Morge",
  });
  assert.match(code, /\w{4}-?\w{4}/);
  await page.getByRole("link", { name: w.is("follow-link") }).click();
  await assertReads(page, /Un robinet d’eau potable près du pont/);
  assertNoTrouble(page);
});

test("a form refused without scripts says what, at the field, and keeps what was typed", async () => {
  const page = await scene.visitor({ javaScriptEnabled: false });
  await page.goto(`${OPEN}/contribuer`);
  await page.getByLabel(p.starts("contribute-title")).fill("Un titre sans rien d’autre");
  await press(page, p, "go-on");
  const summary = page.getByRole("alert");
  await summary.getByRole("link").first().click();
  assert.match(page.url(), /#text$/);
  assert.equal(await page.getByLabel(p.starts("contribute-words")).getAttribute("aria-invalid"), "true");
  assert.equal(await page.getByLabel(p.starts("contribute-title")).inputValue(), "Un titre sans rien d’autre");
});

test("an inhabitant without scripts comments and supports", async () => {
  const page = await scene.as("inhabitant", { javaScriptEnabled: false });
  await page.goto(`${OPEN}/contributions`);
  await page.getByRole("heading", { level: 3 }).getByRole("link").first().click();
  const supports = page.getByRole("region", { name: p.is("supports-title") });
  await supports.getByRole("button").click();
  await supports.getByRole("button", { name: p.starts("support-withdraw") }).waitFor();
  await page.getByRole("radio", { name: p.is("comment-for") }).check();
  await page.getByLabel(p.starts("comment-text")).fill("Oui, et l’été il y fait très chaud.");
  await press(page, p, "comment-send");
  await assertReads(page, /Oui, et l’été il y fait très chaud/);
  assertNoTrouble(page);
});

test("someone without scripts searches, filters and changes language", async () => {
  const page = await scene.visitor({ javaScriptEnabled: false });
  await page.goto("/");
  await page.getByRole("searchbox", { name: w.is("search") }).fill("riviere");
  await page.getByRole("search").first().getByRole("button").click();
  await page.waitForURL("**/recherche?q=riviere**");
  assert.ok((await page.locator("main").getByRole("listitem").count()) > 0, "accents do not count");

  await page.goto(`${OPEN}/contributions`);
  const all = await page.getByRole("heading", { level: 3 }).count();
  await page.getByLabel(p.starts("filter-channel")).selectOption({ label: "sur papier" });
  await page.getByRole("button", { name: p.starts("filter-apply") }).click();
  await page.waitForURL((url) => url.searchParams.get("canal") === "paper");
  assert.ok((await page.getByRole("heading", { level: 3 }).count()) < all);

  await page.getByRole("link", { name: "English" }).click();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await page.goto("/");
  assert.equal(await page.locator("html").getAttribute("lang"), "en", "the choice is kept");
});

test("without scripts, a facilitator imports, an agent answers, an elected official decides", async () => {
  const facilitator = await scene.as("facilitator", { javaScriptEnabled: false });
  await facilitator.goto(`${OPEN}/import`);
  const buffer = Buffer.from("texte;commune\nUn banc près du gué.;Voiron\nUn banc au bout du monde.;Atlantide\n");
  await facilitator.getByLabel(p.starts("import-file")).setInputFiles({ name: "gue.csv", mimeType: "text/csv", buffer });
  await press(facilitator, p, "import-look");
  await assertReads(facilitator, p.has("import-fault-area-unknown"));
  await press(facilitator, p, "import-confirm", { count: "1" });
  // A page without scripts does not follow the work by itself: she asks where it stands.
  for (let asked = 0; asked < 50 && (await facilitator.getByText(p.is("import-created", { count: "1" })).count()) === 0; asked += 1) {
    await facilitator.waitForTimeout(200);
    await facilitator.reload();
  }
  await facilitator.getByText(p.is("import-created", { count: "1" })).waitFor();

  const agent = await scene.as("agent", { javaScriptEnabled: false });
  await agent.goto("/ma-file");
  await agent.locator("[data-queue]").getByRole("link").first().click();
  await agent.getByRole("radio", { name: p.has("answer-set-aside-hint") }).check();
  await agent.getByRole("button", { name: p.is("answer-send") }).click();
  await agent.getByRole("alert").getByRole("link").first().click();
  assert.equal(await agent.getByRole("radio", { name: p.has("answer-set-aside-hint") }).isChecked(), true, "the choice is kept");
  await label(agent, p, "answer-reason").fill("Le règlement de la cour ne le permet pas ; le conseil d’école en reparlera en mars.");
  await agent.getByRole("button", { name: p.is("answer-send") }).click();
  await assertSaid(agent, p.has("answers-given", { count: "1" }));

  const elected = await scene.as("elected_official", { javaScriptEnabled: false });
  await elected.goto(`${HALFWAY}/options`);
  await elected.getByRole("link", { name: c.is("decision-new") }).click();
  await fill(elected, c, {
    "field-title": "Des arceaux dès janvier",
    "decision-question": "Comment aller à pied à l’école sans crainte ?",
    "decision-choice": "Des arceaux, un abri et des vélos prêtés, devant les quatre écoles.",
    "decision-reasons": "C’est ce que vous avez demandé, et cela peut se défaire.",
  });
  await elected.getByRole("group", { name: c.starts("decision-chosen") }).getByRole("checkbox", { name: /Des arceaux/ }).check();
  await pick(label(elected, c, "decision-organisation"), /agglomération du Pays/);
  await press(elected, c, "decision-save-draft");
  await assertSaid(elected, c.has("decision-drafted"));
  await press(elected, c, "decision-publish");
  await assertReads(elected, /Marianne Desroziers/);
  [facilitator, agent, elected].forEach(assertNoTrouble);
});

test("with the keyboard alone, someone signs in", async () => {
  const page = await scene.visitor();
  await page.goto("/");
  await follow(page, page.getByRole("link", { name: w.is("sign-in") }));
  await reach(page, label(page, w, "email"));
  await page.keyboard.type("clavier@exemple.fr");
  await follow(page, page.getByRole("button", { name: w.is("link-ask") }));
  await page.getByRole("heading", { level: 1, name: w.is("link-sent-title") }).waitFor();
  await page.goto(await linkIn(() => scene.demo.letters().find((letter) => letter.includes("clavier@exemple.fr"))));
  await follow(page, page.getByRole("button", { name: w.is("link-use") }));
  await page.getByRole("link", { name: /clavier/ }).first().waitFor();
  await page.goto("/compte");
  await assertReads(page, /clavier@exemple\.fr/);
  assertNoTrouble(page);
});

test("with the keyboard alone, someone contributes", async () => {
  const page = await scene.visitor();
  await page.goto(`${OPEN}/contribuer`);
  await reach(page, page.getByLabel(p.starts("contribute-words")));
  await page.keyboard.type("Des marches basses pour descendre jusqu’à l’eau.");
  await follow(page, page.getByRole("button", { name: p.starts("go-on") }));
  await page.getByLabel(p.starts("contribute-where")).waitFor();
  await follow(page, page.getByRole("button", { name: p.starts("go-on") }));
  const inhabitant = page.getByRole("radio", { name: c.starts("capacity-inhabitant") });
  await inhabitant.waitFor();
  await reach(page, inhabitant);
  await page.keyboard.press("Space");
  await follow(page, page.getByRole("button", { name: p.starts("go-on") }));
  await follow(page, page.getByRole("button", { name: p.starts("contribute-send") }));
  await receipt(page);
  assertNoTrouble(page);
});

test("on paper, a page has its content and nothing to press", async () => {
  const page = await scene.visitor();
  await page.emulateMedia({ media: "print" });
  for (const path of ["/", OPEN, `${OPEN}/contributions`]) {
    await page.goto(path);
    assert.ok(await page.getByRole("heading", { level: 1 }).isVisible(), path);
    assert.equal(await page.getByRole("navigation", { name: w.is("menu") }).isVisible(), false, path);
    assert.equal(await page.locator("footer nav").isVisible(), false, path);
    assert.equal(await page.getByRole("searchbox").first().isVisible(), false, path);
  }
});
