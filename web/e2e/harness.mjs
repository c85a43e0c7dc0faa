// People in front of the built binary: one Chromium, one visit (a fresh browser context) per person.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { startDemonstration } from "./demonstration.mjs";
import { root } from "./root.mjs";
import { wordsOf } from "./words.mjs";

const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const AXE_FRENCH = JSON.parse(readFileSync(require.resolve("axe-core/locales/fr.json"), "utf8"));
const AXE_TAGS = ["RGAAv4", "wcag22aa", "best-practice"];

/** Nothing a person waits for on a page takes this long, even on a busy machine. */
const PATIENCE_MS = 10_000;

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 900 };

const demonstration = wordsOf("bin/arpent");

/** The ten roles, as the demonstration names them. */
export const ROLES = [
  "inhabitant",
  "agent",
  "ambassador",
  "facilitator",
  "manager",
  "elected_official",
  "union_representative",
  "partner_delegate",
  "administrator",
  "dpo",
];

/**
 * The demonstration, the browser and the people of a test file; everything is ended after its tests. What the tests
 * need beforehand is prepared by people too.
 */
export function atTheDemonstration(prepare = async () => {}) {
  const scene = { people: new Map() };
  before(async () => {
    scene.demo = await startDemonstration();
    scene.base = scene.demo.base;
    scene.browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
    await prepare();
  });
  after(async () => {
    await scene.browser?.close();
    await scene.demo?.stop();
  });
  /** Someone without an account, in a browser that remembers nothing. */
  scene.visitor = (options = {}) => visit(scene, options);
  /** Someone of the demonstration in this role; the same person all along the file. */
  scene.as = async (role, options = {}) => {
    const known = scene.people.get(role);
    const page = await visit(scene, { ...options, storageState: known });
    if (!known) {
      await enter(page, role);
      scene.people.set(role, await page.context().storageState());
    }
    return page;
  };
  return scene;
}

async function visit(scene, options) {
  const context = await scene.browser.newContext({ baseURL: scene.base, locale: "fr-FR", viewport: DESK, ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  page.troubles = watch(page, scene.base);
  return page;
}

/** What a page should never do: say an error on the console, refuse its own content, ask another site for anything. */
function watch(page, base) {
  const troubles = [];
  page.on("console", (message) => {
    // A page that answers 404 or 422 is a page all the same; the browser remarks on it, people do not see it.
    const ownStatus = message.location().url === page.url() && message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !ownStatus) troubles.push(`${page.url()} console: ${message.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(`${page.url()} script: ${error}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !/^(data|blob|about):/.test(url)) troubles.push(`${page.url()} asks ${url}`);
  });
  return troubles;
}

/** No console error, no refused content, no request to another site since the page was opened. */
export function assertNoTrouble(page) {
  assert.deepEqual(page.troubles, []);
}

/** Who is in this role in the demonstration. */
export function personOf(role) {
  const parts = readFileSync(join(root, "demo/territory.toml"), "utf8").split(/^\[\[(?=person|demonstration_page)/m);
  const card = parts.find((part) => part.startsWith("demonstration_page") && part.includes(`role = "${role}"`));
  const key = card.match(/^person = "(.*)"$/m)[1];
  return parts.find((part) => part.includes(`\nkey = "${key}"`)).match(/^name = "(.*)"$/m)[1];
}

async function enter(page, role) {
  await page.goto("/demo");
  await page.getByRole("button", { name: demonstration.is("demonstration-enter", { name: personOf(role) }) }).click();
  await page.waitForURL((url) => url.pathname !== "/demo");
}

/** The French rules of accessibility, the current European ones, and good practice: nothing found. */
export async function assertAccessible(page, about = page.url()) {
  await page.evaluate(AXE);
  const found = await page.evaluate(
    async ([locale, values]) => {
      window.axe.configure({ locale });
      const { violations } = await window.axe.run(document, {
        runOnly: { type: "tag", values },
        resultTypes: ["violations"],
      });
      return violations.map((rule) => ({
        rule: rule.id,
        says: rule.help,
        where: rule.nodes.slice(0, 3).map((node) => `${node.target.join(" ")} — ${node.failureSummary}`),
      }));
    },
    [AXE_FRENCH, AXE_TAGS],
  );
  assert.deepEqual(found, [], about);
}

/** RGAA 10.11: neither at 320 pixels nor on a small phone does anything ask to scroll sideways. */
export async function assertReflows(page) {
  const size = page.viewportSize();
  for (const viewport of [{ width: 320, height: 640 }, PHONE]) {
    await page.setViewportSize(viewport);
    assert.equal(await page.evaluate(tooWide), null, `${page.url()} is wider than ${viewport.width} px`);
  }
  await page.setViewportSize(size);
}

function tooWide() {
  const root = document.scrollingElement;
  if (root.scrollWidth <= root.clientWidth) return null;
  const wide = [...document.body.querySelectorAll("*")].filter(
    (one) => one.getBoundingClientRect().right > root.clientWidth + 1 && !one.closest(".scroll"),
  );
  return wide.slice(0, 3).map((one) => one.outerHTML.slice(0, 120)).join("\n");
}

/** What holds of every page people go through: read by everyone, on any screen. */
export async function assertForEveryone(page) {
  await assertAccessible(page);
  await assertReflows(page);
}

/** RGAA 12.7: the first stop of the Tab key skips to the content, and goes there. */
export async function assertSkips(page) {
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => document.activeElement?.getAttribute("href"));
  assert.equal(first, "#main", `${page.url()}: the first stop is not the skip link`);
}

/** Keeps what a person sees, when someone wants to look: `ARPENT_SCREENSHOTS` names the folder. */
export async function screenshot(page, name) {
  const folder = process.env.ARPENT_SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  const { width } = page.viewportSize();
  await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
}

/** The same page on a phone and at a desk. */
export async function screenshots(page, name) {
  if (!process.env.ARPENT_SCREENSHOTS) return;
  const size = page.viewportSize();
  for (const viewport of [PHONE, DESK]) {
    await page.setViewportSize(viewport);
    await screenshot(page, name);
  }
  await page.setViewportSize(size);
}
