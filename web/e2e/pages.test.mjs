// Every page, as each of those who may read it: accessible, narrow, light, silent.
import assert from "node:assert/strict";
import { test } from "node:test";
import { reachable, shape } from "./crawl.mjs";
import { ROLES, assertAccessible, assertNoTrouble, assertReflows, assertSkips, atTheDemonstration } from "./harness.mjs";

const MOST_PAGES = 120;
const MOST_BYTES = 50 * 1024;
const MOST_REQUESTS = 8;
/** Pages looked at in the dark too: the first that links lead to, which decide the impression. */
const IN_THE_DARK = 8;

/** Kinds of pages already looked at, whoever reads them. */
const known = new Set();
const scene = atTheDemonstration();

test("what everyone may read", async (t) => {
  const page = await scene.visitor();
  const pages = await reachable(page.request, ["/"], MOST_PAGES);
  assert.ok(pages.length > 30, `only ${pages.length} pages were found`);
  const titles = new Map();
  for (const one of pages) {
    known.add(shape(one.path));
    await t.test(one.path, async () => {
      await assertLight(page, one.path);
      await assertPage(page);
      const title = await page.title();
      titles.set(title, (titles.get(title) ?? new Set()).add(page.url()));
    });
  }
  await t.test("no two pages have the same title", () => {
    const shared = [...titles].filter(([, addresses]) => addresses.size > 1);
    assert.deepEqual(shared, []);
  });
  await t.test("the pages that decide the impression, in the dark", async () => {
    await page.emulateMedia({ colorScheme: "dark" });
    for (const { path } of pages.slice(0, IN_THE_DARK)) {
      await page.goto(path);
      await assertAccessible(page, `${path} in the dark`);
    }
  });
  assertNoTrouble(page);
  await page.context().close();
});

test("what each role may read", async (t) => {
  for (const role of ROLES) {
    await t.test(role, async () => {
      const page = await scene.as(role);
      // The demonstration's own page links to what other roles do.
      const pages = await reachable(page.request, ["/", "/compte"], MOST_PAGES, ["/demo"]);
      for (const { path } of pages.filter((one) => one.path === "/" || !known.has(shape(one.path)))) {
        known.add(shape(path));
        await page.goto(path);
        await assertPage(page);
      }
      assertNoTrouble(page);
      await page.context().close();
    });
  }
});

async function assertPage(page) {
  assert.match(await page.locator("html").getAttribute("lang"), /^(fr|en)$/);
  assert.notEqual((await page.title()).trim(), "");
  assert.equal(await page.locator("h1").count(), 1, `${page.url()}: one title and only one`);
  await assertAccessible(page);
  await assertReflows(page);
  await assertSkips(page);
}

/** What travels to show a page to a browser that keeps nothing: at most 50 KB in 8 requests. */
async function assertLight(page, path) {
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  await network.send("Network.setCacheDisabled", { cacheDisabled: true });
  let bytes = 0;
  let requests = 0;
  // What the browser draws of itself (the icon of a date field) does not travel.
  network.on("Network.requestWillBeSent", ({ request }) => (requests += request.url.startsWith("data:") ? 0 : 1));
  network.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(path, { waitUntil: "load" });
  await network.detach();
  assert.ok(bytes > 1024, `${path}: what travels was not counted`);
  assert.ok(bytes <= MOST_BYTES && requests <= MOST_REQUESTS, `${path}: ${bytes} bytes in ${requests} requests`);
}
