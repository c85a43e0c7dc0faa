// Every page, as each of those who may read it: accessible, narrow, light, silent.
import assert from "node:assert/strict";
import { test } from "node:test";
import { reachable, shape } from "./crawl.mjs";
import { ROLES, assertAccessible, assertNoTrouble, assertReflows, assertSkips, atTheDemonstration } from "./harness.mjs";

const MOST_PAGES = 120;
const MOST_BYTES = 50 * 1024;
const MOST_REQUESTS = 8;
/** Pages looked at in the dark too: those that decide the impression. */
const IN_THE_DARK = 8;

const scene = atTheDemonstration();

test("what everyone may read", async (t) => {
  const page = await scene.visitor();
  const pages = await reachable(page.request, ["/", "/demo"], MOST_PAGES);
  const titles = new Map();
  for (const one of pages) {
    await t.test(one.path, async () => {
      await open(page, one);
      await assertPage(page);
      remember(titles, await page.title(), one);
    });
  }
  await t.test("no two pages have the same title", () => {
    const shared = [...titles].filter(([, kinds]) => kinds.size > 1).map(([title, kinds]) => [title, ...kinds]);
    assert.deepEqual(shared, []);
  });
  await t.test("the pages that decide the impression, in the dark", async () => {
    await page.emulateMedia({ colorScheme: "dark" });
    for (const one of pages.slice(0, IN_THE_DARK)) {
      await open(page, one);
      await assertAccessible(page, `${one.path} in the dark`);
    }
  });
  assertNoTrouble(page);
  await page.context().close();
});

test("each public page weighs at most 50 KB in 8 requests, the first time", async () => {
  const reader = await scene.visitor();
  const pages = await reachable(reader.request, ["/", "/demo"], MOST_PAGES);
  const kinds = new Map(pages.map((one) => [shape(one.path), one]));
  const heavy = [];
  for (const one of kinds.values()) {
    const { bytes, requests } = await weigh(one.path);
    if (bytes > MOST_BYTES || requests > MOST_REQUESTS) heavy.push({ path: one.path, bytes, requests });
  }
  assert.deepEqual(heavy, []);
  await reader.context().close();
});

test("what each role may read", async (t) => {
  const known = new Set();
  const visitor = await scene.visitor();
  for (const one of await reachable(visitor.request, ["/", "/demo"], MOST_PAGES)) known.add(shape(one.path));
  await visitor.context().close();
  for (const role of ROLES) {
    await t.test(role, async () => {
      const page = await scene.as(role);
      const pages = await reachable(page.request, ["/", "/compte"], MOST_PAGES);
      const own = pages.filter((one) => one.path === "/" || !known.has(shape(one.path)));
      for (const one of own) {
        known.add(shape(one.path));
        await open(page, one);
        await assertPage(page);
      }
      assertNoTrouble(page);
      await page.context().close();
    });
  }
});

async function open(page, { path, status }) {
  const answer = await page.goto(path);
  assert.equal(answer.status(), status, path);
  assert.ok(status < 400 || status === 403, `${path} answers ${status}: a link leads nowhere`);
}

async function assertPage(page) {
  assert.match(await page.locator("html").getAttribute("lang"), /^(fr|en)$/);
  assert.equal(await page.locator("h1").count(), 1, `${page.url()}: one title and only one`);
  await assertAccessible(page);
  await assertReflows(page);
  await assertSkips(page);
}

function remember(titles, title, { kind }) {
  assert.notEqual(title.trim(), "");
  titles.set(title, (titles.get(title) ?? new Set()).add(kind));
}

/** What travels to show a page to a browser that has never been there. */
async function weigh(path) {
  const page = await scene.visitor();
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  let bytes = 0;
  let requests = 0;
  network.on("Network.requestWillBeSent", () => (requests += 1));
  network.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(path, { waitUntil: "networkidle" });
  await page.context().close();
  return { bytes, requests };
}
