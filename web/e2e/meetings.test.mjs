// A workshop: forty seats of which five for guests, a door that loses its network, six tables, twelve notes that become
// contributions and keep their table.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { PHONE, assertForEveryone, assertNoTrouble, atTheDemonstration, screenshots } from "./harness.mjs";
import { wire } from "./network.mjs";
import { assertReads, assertSaid, day, fill, label, press, pressTwice } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

const c = wordsOf("kernel/commons");
const p = wordsOf("modules/proposals");

/** The démarche of the demonstration that listens. */
const OPEN = "/demarches/bords-de-la-morge";
const TABLES = 6;
const NOTES = 12;
/** One dot, as a phone would send it. */
const PHOTOGRAPH = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

let meeting;
let network;
const codes = [];
const scene = atTheDemonstration(async () => {
  network = await wire(scene.base);
});
after(() => network?.stop());

test("a facilitator opens a workshop of forty seats, five of them for guests", async () => {
  const page = await scene.as("facilitator");
  await page.goto(`${OPEN}/rencontres`);
  await page.getByRole("link", { name: c.is("meeting-new") }).click();
  await fill(page, c, { "field-title": "Atelier des berges", "meeting-place": "Foyer municipal, Moirans" });
  await label(page, c, "meeting-kind").selectOption("workshop");
  // All day long, so that it has begun whatever the hour of the test.
  await fill(page, c, { "meeting-day": day(), "meeting-start": "00:00", "meeting-end": "23:59" });
  await fill(page, c, { "meeting-seats": "40", "meeting-guest-seats": "41", "meeting-point": "45.3317, 5.6067" });
  await press(page, c, "meeting-save-draft");
  await assertReads(page, c.has("meeting-guest-seats-problem"));
  await label(page, c, "meeting-guest-seats").fill("5");
  await press(page, c, "meeting-save-draft");
  await assertSaid(page, c.has("meeting-prepared"));
  await pressTwice(page, c, "meeting-announce");
  await assertReads(page, c.has("meeting-free", { free: 35, seats: 35 }));
  meeting = new URL(page.url()).pathname;
  await page.goto(`${meeting}/inscrits`);
  await label(page, c, "sign-up-name").fill("L’Écluse et le Saule");
  await pressTwice(page, c, "invite-submit");
  await assertReads(page, c.has("guests-kept", { kept: 5, taken: 1 }));
  await assertForEveryone(page);
  await screenshots(page, "rencontre-inscrits");
  assertNoTrouble(page);
  await page.context().close();
});

test("people sign up on a phone, without an account or scripts, and give a seat back", async () => {
  for (const [n, name] of ["Ana", "Bilal", "Chloé", "Damien"].entries()) {
    const page = await scene.visitor({ viewport: PHONE, javaScriptEnabled: n % 2 === 0 });
    await page.goto("/rencontres");
    await page.getByRole("link", { name: "Atelier des berges" }).click();
    await page.getByRole("link", { name: c.is("sign-up-title") }).click();
    await label(page, c, "sign-up-name").fill(name);
    await press(page, c, "sign-up-submit");
    await assertReads(page, c.has("sign-up-state-confirmed"));
    codes.push(await page.locator(".slip .code").innerText());
    if (n === 0) {
      await assertForEveryone(page);
      await screenshots(page, "rencontre-place");
    }
    if (name === "Damien") {
      await press(page, c, "seat-give-back");
      await assertReads(page, c.has("sign-up-state-cancelled"));
    }
    assertNoTrouble(page);
    await page.context().close();
  }
});

test("the door goes on without a network, by name, by code and by square code, and sends each coming once", async () => {
  const page = await scene.as("agent", { baseURL: network.base, viewport: PHONE });
  await page.goto(`${meeting}/accueil`);
  await page.locator("[data-door][data-offline=ready]").waitFor();
  await assertForEveryone(page);
  await screenshots(page, "rencontre-accueil");
  network.cut();

  await page.reload();
  await page.locator("li", { hasText: "Ana" }).getByRole("button", { name: c.starts("desk-is-here") }).click();
  await assertReads(page, c.has("door-waiting", { n: 1 }));
  await label(page, c, "desk-code").fill(codes[1].toLowerCase().replace("-", " "));
  await press(page, c, "desk-check-in");
  await assertReads(page, /Bilal : arrivée notée/);
  await label(page, c, "desk-code").fill("ZZZZ-ZZZO");
  await press(page, c, "desk-check-in");
  await assertReads(page, c.has("desk-code-unknown"));
  // The phone's own camera opens the address of the square code.
  await page.goto(`/inscriptions/${codes[2]}`);
  assert.equal(await label(page, c, "desk-code").inputValue(), codes[2]);
  await press(page, c, "desk-check-in");
  await assertReads(page, c.has("door-waiting", { n: 3 }));
  await page.goto(`/inscriptions/${codes[3]}`);
  assert.equal(await label(page, c, "desk-code").inputValue(), codes[3]);
  await press(page, c, "desk-check-in");
  await assertReads(page, c.has("door-unlisted"));
  await page.goto(`${meeting}/accueil`);
  await assertReads(page, c.has("door-waiting", { n: 4 }));
  await assertReads(page, c.has("door-many", { n: 3 }));
  await screenshots(page, "rencontre-sans-reseau");

  network.mend();
  for (let again = 0; again < 2; again++) {
    await page.reload();
    await assertReads(page, c.has("door-sent"));
    await assertReads(page, c.has("sign-up-came-anyway"));
  }
  await page.locator("[data-door][data-offline=ready]").waitFor();
  await press(page, c, "door-let-go");
  await assertReads(page, c.has("door-gone"));
  assert.deepEqual(await page.evaluate(() => caches.keys()), [], "nothing is left on the phone");
  await page.context().close();

  const facilitator = await scene.as("facilitator");
  await facilitator.goto(`${meeting}/inscrits`);
  const came = await facilitator.getByText(c.has("desk-came-at")).count();
  assert.equal(came, 3);
  await facilitator.context().close();
});

test("six tables, the photograph of a sheet, and twelve notes that become contributions of their table", async () => {
  const agent = await scene.as("agent");
  await agent.goto(`${meeting}/notes`);
  for (let n = 0; n < NOTES; n++) {
    const table = String((n % TABLES) + 1);
    await agent.locator("#table").fill(table);
    await agent.locator("#facilitator").fill(`Animatrice ${table}`);
    await agent.locator("#text").fill(`Parole ${n + 1} : un banc à l’ombre, côté pont.`);
    await press(agent, c, "note-keep");
    await assertSaid(agent, c.has("note-kept"));
  }
  await agent.locator("#sheet-table").fill("1");
  await agent.locator("#sheet-facilitator").fill("Animatrice 1");
  await agent.locator("#photo").setInputFiles({ name: "feuille.png", mimeType: "image/png", buffer: PHOTOGRAPH });
  await press(agent, c, "sheet-save");
  await assertSaid(agent, c.has("sheet-kept-table", { table: "1" }));
  await assertForEveryone(agent);
  const stub = await agent.locator("main .code").first().innerText();
  const author = await scene.visitor({ viewport: PHONE });
  await author.goto(`/suivi/${stub}`);
  await assertReads(author, c.has("note-follow-waits"));
  await assertForEveryone(author);

  const facilitator = await scene.as("facilitator");
  await facilitator.goto(`${meeting}/notes`);
  await screenshots(facilitator, "rencontre-notes");
  await press(facilitator, c, "notes-propose");
  await assertSaid(facilitator, c.has("notes-proposed", { count: NOTES }));
  await facilitator.goto(`${meeting}/compte-rendu`);
  await label(facilitator, c, "minutes-title").fill("Six tables, douze paroles. Tout le monde veut de l’ombre.");
  await press(facilitator, c, "minutes-publish");
  await assertSaid(facilitator, c.has("minutes-published"));

  await author.goto(meeting);
  await assertReads(author, c.has("notes-public", { count: NOTES }));
  await assertForEveryone(author);
  await screenshots(author, "rencontre");
  await author.getByRole("link", { name: /Parole 6/ }).click();
  await assertReads(author, p.has("said-at-meeting"));
  await assertReads(author, /Table 6, animée par Animatrice 6/);
  await assertForEveryone(author);
  await author.goto(`/suivi/${stub}`);
  await assertReads(author, c.has("trace-said"));
  await assertReads(author, /Table 1, animée par Animatrice 1/);
  for (const page of [agent, author, facilitator]) {
    assertNoTrouble(page);
    await page.context().close();
  }
});
