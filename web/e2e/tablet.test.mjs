// A tablet in a hall: it loses its network in the middle of an answer, is switched off, and sends that answer once.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { chromium } from "playwright-core";
import { assertForEveryone, atTheDemonstration, screenshots } from "./harness.mjs";
import { wire } from "./network.mjs";
import { assertReads, assertSaid, day, label, press } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

const b = wordsOf("modules/barometer");

/** A screen shown is read before its button is pressed: the tablet takes no second press sooner. */
const READS_MS = 350;
const PATIENCE_MS = 10_000;
const TABLET = { width: 820, height: 1180 };

let wave;
let address;
let network;
const folder = mkdtempSync(join(tmpdir(), "arpent-tablet-"));
const scene = atTheDemonstration(async () => {
  const page = await scene.as("facilitator");
  wave = await openWave(page);
  address = await addTablet(page);
  await page.context().close();
  network = await wire(scene.base);
});
const on = new Set();
after(async () => {
  for (const tablet of on) await tablet.close();
  await network?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("a tablet without a network, switched off at the fifth screen, sends one answer", async () => {
  const first = await switchOn();
  await first.page.locator("[data-waiting]").filter({ hasText: b.has("tablet-ready") }).waitFor();
  await assertForEveryone(first.page);
  await screenshots(first.page, "borne");
  await press(first.page, b, "answer-begin");
  for (let screen = 1; screen < 5; screen++) await answer(first.page);
  await screenshots(first.page, "borne-ecran");
  network.cut();
  await first.off();

  const second = await switchOn();
  await second.page.getByText(b.has("tablet-resume-text")).waitFor();
  await assertForEveryone(second.page);
  await press(second.page, b, "tablet-resume-on");
  assert.equal(await second.page.locator("input:checked").count(), 0, "nothing of what was answered is shown");
  assert.equal(await second.page.getByRole("button", { name: b.is("answer-back") }).count(), 0, "nor can one go back to it");
  while (await second.page.locator("[data-next]").isVisible()) await answer(second.page);
  await second.page.waitForTimeout(READS_MS);
  await press(second.page, b, "answer-send");
  await second.page.getByText(b.has("tablet-thanks")).waitFor();
  await assertForEveryone(second.page);
  await assertWaits(second.page, 1);

  await press(second.page, b, "kiosk-next");
  await press(second.page, b, "answer-begin");
  assert.equal(await second.page.locator("input:checked").count(), 0, "the next person finds an empty questionnaire");
  await second.off();
  assert.deepEqual([first.troubles, second.troubles], [[], []]);

  const third = await switchOn();
  await assertWaits(third.page, 1);
  network.mend();
  for (let again = 0; again < 2; again++) {
    await third.page.reload();
    await third.page.locator("[data-waiting]").filter({ hasText: b.has("tablet-sent") }).waitFor();
    await assertWaits(third.page, 0);
  }
  await third.off();

  const facilitator = await scene.as("facilitator");
  await facilitator.goto(`${wave}/collecte`);
  await assertReads(facilitator, b.has("collect-complete", { count: "1" }));
  await screenshots(facilitator, "collecte");
  await facilitator.context().close();
});

test("a tablet says nothing of the person before, even when she leaves in the middle", async () => {
  const tablet = await switchOn();
  await press(tablet.page, b, "answer-begin");
  await answer(tablet.page);
  await tablet.page.getByRole("link", { name: b.is("kiosk-again") }).click();
  await press(tablet.page, b, "answer-begin");
  assert.equal(await tablet.page.locator("input:checked").count(), 0);
  await tablet.page.reload();
  assert.equal(await tablet.page.getByText(b.has("tablet-resume")).isVisible(), false, "what was left is not offered");
  await tablet.off();
});

/** A wave of the demonstration's barometer, open. */
async function openWave(page) {
  await page.goto("/barometres");
  const barometer = await page.locator("main a[href^='/barometres/']").first().getAttribute("href");
  await page.goto(`${barometer}/vagues`);
  await label(page, b, "wave-title").fill("La tablette de l’accueil");
  await label(page, b, "wave-opens").fill(day());
  await label(page, b, "wave-closes").fill(day(20));
  await press(page, b, "wave-prepare-send");
  await assertSaid(page, b.has("wave-prepared"));
  await press(page, b, "wave-open");
  await assertSaid(page, b.has("wave-opened"));
  return new URL(page.url()).pathname;
}

/** A tablet of this wave; its address. */
async function addTablet(page) {
  await page.goto(`${wave}/collecte`);
  await page.getByLabel(b.is("point-kind-kiosk")).check();
  await label(page, b, "point-place").fill("Accueil du siège");
  await press(page, b, "point-create");
  await assertSaid(page, b.has("point-created"));
  const link = page.getByRole("link", { name: b.starts("point-open") });
  return new URL(await link.getAttribute("href")).pathname;
}

/** The tablet, with everything it kept on its disk. */
async function switchOn() {
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    baseURL: network.base,
    locale: "fr-FR",
    viewport: TABLET,
  });
  on.add(context);
  context.on("close", () => on.delete(context));
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const troubles = [];
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("console", (message) => {
    // Without a network the browser remarks on it; people do not see it.
    if (message.type() === "error" && !message.text().includes("Failed to load resource")) troubles.push(message.text());
  });
  await page.goto(address);
  return { page, troubles, off: () => context.close() };
}

/** Answers what a screen asks first, and goes on. */
async function answer(page) {
  const screen = page.locator("[data-screen]:not([hidden])");
  const radio = screen.getByRole("radio").first();
  if (await radio.count()) await radio.check();
  await page.waitForTimeout(READS_MS);
  await page.locator("[data-next]").click();
}

async function assertWaits(page, count) {
  await page.locator("[data-waiting]").filter({ hasText: b.has("tablet-waiting", { n: String(count) }) }).waitFor();
}
