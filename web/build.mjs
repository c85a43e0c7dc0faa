// Bundles the browser side into a folder: `node build.mjs [folder]`, `dist` by default.
// Names carry a hash of the content, so that a browser may keep a file for ever; `manifest.json` says which is which.
import { build } from "esbuild";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(here, "dist"));
const logicalName = (entry) => basename(entry).replace(/\.ts$/, ".js");

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const statics = (await readdir(join(here, "static"))).sort().map((name) => join("static", name));

const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: [
    ...["app", "map"].map((name) => ({ in: `css/${name}.css`, out: name })),
    ...["app", "door", "kiosk", "kiosk-worker", "map", "observe"].map((name) => ({ in: `src/${name}.ts`, out: name })),
    ...statics.map(copied),
  ],
  outdir: out,
  entryNames: "[name].[hash]",
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022", "chrome123", "firefox120", "safari17.5"],
  loader: { ".svg": "copy", ".webmanifest": "copy" },
  metafile: true,
  logLevel: "warning",
});

function copied(path) {
  return { in: path, out: basename(path).replace(/\.[^.]+$/, "") };
}

const manifest = {};
for (const [file, { entryPoint, inputs }] of Object.entries(metafile.outputs)) {
  manifest[logicalName(entryPoint ?? Object.keys(inputs)[0])] = basename(file);
}
await writeFile(join(out, "manifest.json"), `${JSON.stringify(manifest, Object.keys(manifest).sort(), 2)}\n`);
