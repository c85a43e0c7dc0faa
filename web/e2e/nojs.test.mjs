// Without scripts, without a mouse, on paper: the same things can be done.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE, assertNoTrouble, atTheDemonstration } from "./harness.mjs";
import { assertReads, contribute, press, receipt } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

const c = wordsOf("kernel/commons");
const p = wordsOf("modules/proposals");
const w = wordsOf("kernel/web");

const scene = atTheDemonstration();
/** The démarche of the demonstration that has just opened. */
const OPEN = "/demarches/bords-de-la-morge";

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

test("with the keyboard alone, someone contributes", async () => {
  const page = await scene.visitor();
  await page.goto(`${OPEN}/contribuer`);
  await reach(page, page.getByLabel(p.starts("contribute-words")));
  await page.keyboard.type("Des marches basses pour descendre jusqu’à l’eau.");
  await reach(page, page.getByRole("button", { name: p.starts("go-on") }));
  await page.keyboard.press("Enter");
  await page.getByLabel(p.starts("contribute-where")).waitFor();
  await reach(page, page.getByRole("button", { name: p.starts("go-on") }));
  await page.keyboard.press("Enter");
  const inhabitant = page.getByRole("radio", { name: c.starts("capacity-inhabitant") });
  await inhabitant.waitFor();
  await reach(page, inhabitant);
  await page.keyboard.press("Space");
  await reach(page, page.getByRole("button", { name: p.starts("go-on") }));
  await page.keyboard.press("Enter");
  await reach(page, page.getByRole("button", { name: p.starts("contribute-send") }));
  await page.keyboard.press("Enter");
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

/** Presses Tab until the focus is there; every stop on the way shows where it is. */
async function reach(page, target) {
  for (let stops = 0; stops < 80; stops += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((one) => one === document.activeElement)) return;
    assert.equal(await page.evaluate(focusHidden), null, `${page.url()}: a stop of the Tab key does not show`);
  }
  assert.fail(`${page.url()}: the Tab key does not reach ${target}`);
}

/** The element that has the focus, when nothing on the screen says so. */
function focusHidden() {
  const focused = document.activeElement;
  // A radio button hidden behind its label shows its focus there.
  const shows = [focused, focused.closest("label")].filter(Boolean).some((one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
  });
  return shows || focused === document.body ? null : focused.outerHTML.slice(0, 200);
}
