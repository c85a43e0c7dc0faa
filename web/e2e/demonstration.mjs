// The built binary showing its demonstration territory: one per test file, in a folder of its own, always ended.
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { root } from "./root.mjs";

/** The program under test. */
export const binary = process.env.ARPENT_BIN ?? join(root, "target/debug/arpent");
/** Time the territory may take to be replayed by a debug build on a busy machine. */
const PATIENCE_MS = 120_000;
/** Time a stopped server has to finish what is under way. */
const FAREWELL_MS = 10_000;

/** The territory as its story leaves it: replayed once a run, each test file changes a copy of its own. */
const model = join(tmpdir(), `arpent-e2e-model-${process.ppid}-${Math.round(statSync(binary).mtimeMs)}`);

/** Starts the demonstration on a copy of the territory and waits until it answers. */
export async function startDemonstration() {
  await untilReplayed();
  const folder = mkdtempSync(join(tmpdir(), "arpent-e2e-"));
  cpSync(model, folder, { recursive: true });
  return serve(folder);
}

/** The first file that needs it replays the story; the others wait for it. */
async function untilReplayed() {
  try {
    mkdirSync(`${model}.begun`);
  } catch {
    for (const begun = Date.now(); Date.now() - begun < PATIENCE_MS; await wait(200)) if (existsSync(model)) return;
    throw new Error(`the demonstration was not replayed in ${PATIENCE_MS / 1000} s`);
  }
  clearOlder();
  const folder = mkdtempSync(join(tmpdir(), "arpent-e2e-"));
  const replayed = await serve(folder, { keep: true });
  await replayed.stop();
  renameSync(folder, model);
}

/** What runs of before left: their last file cannot know that it is the last. */
function clearOlder() {
  const anHourAgo = Date.now() - 3_600_000;
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith("arpent-e2e-model-"))) {
    const path = join(tmpdir(), name);
    if (statSync(path).mtimeMs < anHourAgo) rmSync(path, { recursive: true, force: true });
  }
}

async function serve(folder, { keep = false } = {}) {
  const listen = `127.0.0.1:${await freePort()}`;
  const server = spawn(binary, ["demo"], {
    cwd: folder,
    env: {
      ...withoutSettings(process.env),
      ARPENT_DATA_DIR: join(folder, "data"),
      ARPENT_LISTEN: listen,
      ARPENT_LIMITS_LOOSENED: "1000",
      ARPENT_LANG: "fr",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  server.stdout.on("data", (words) => (said += words));
  server.stderr.on("data", (words) => (said += words));
  const kill = () => server.kill("SIGKILL");
  process.once("exit", kill);
  const base = `http://${listen}`;
  const stop = async () => {
    await end(server);
    process.off("exit", kill);
    if (!keep) rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilHealthy(server, base, () => said);
  } catch (error) {
    await stop();
    throw error;
  }
  return { base, stop, said: () => said, letters: () => letters(folder) };
}

/** The settings of whoever runs the tests are not those of the demonstration. */
function withoutSettings(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith("ARPENT_")));
}

async function freePort() {
  const probe = createServer();
  await new Promise((done, fail) => probe.once("error", fail).listen(0, "127.0.0.1", done));
  const { port } = probe.address();
  await new Promise((done) => probe.close(done));
  return port;
}

async function untilHealthy(server, base, said) {
  for (const begun = Date.now(); Date.now() - begun < PATIENCE_MS; await wait(100)) {
    if (server.exitCode !== null) throw new Error(`arpent demo ended at once:\n${said()}`);
    const health = await fetch(`${base}/health`).catch(() => null);
    if (health?.ok) return;
  }
  throw new Error(`arpent demo did not answer in ${PATIENCE_MS / 1000} s:\n${said()}`);
}

async function end(server) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((done) => server.once("exit", done));
  server.kill("SIGTERM");
  const late = setTimeout(() => server.kill("SIGKILL"), FAREWELL_MS);
  await ended;
  clearTimeout(late);
}

/** Letters the server wrote to its folder, since no relay is given. */
function letters(folder) {
  const box = join(folder, "data/demo/mail");
  if (!existsSync(box)) return [];
  return readdirSync(box).sort().map((name) => readFileSync(join(box, name), "utf8"));
}
