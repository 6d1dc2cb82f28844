// Imports run app → features → ui → api → i18n → lib; a feature never imports another; no barrel files.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const ROOT = new URL("../src/", import.meta.url).pathname;
const LAYERS = ["app", "features", "ui", "api", "i18n", "lib"];
const faults = [];

const files = readdirSync(ROOT, { recursive: true })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => file.replaceAll("\\", "/"));

for (const file of files) {
  if (/(^|\/)index\.tsx?$/.test(file)) faults.push(`${file}: name the file after what it holds, not index`);
  const source = readFileSync(join(ROOT, file), "utf8");
  for (const [, target] of source.matchAll(/(?:from|import|import\()\s*["'](\.[^"']+)["']/g))
    judge(file, relative(ROOT, join(ROOT, dirname(file), target)).replaceAll("\\", "/"));
}

function judge(file, target) {
  const [layer, feature] = file.split("/");
  const [wanted, other] = target.split("/");
  const isTest = /\.test\.tsx?$/.test(file) || layer === "test" || !file.includes("/");
  if (isTest) return;
  if (wanted === "test") faults.push(`${file} imports ${target}: only tests do`);
  if (LAYERS.indexOf(wanted) < LAYERS.indexOf(layer))
    faults.push(`${file} imports ${target}: imports go downwards`);
  if (layer === "features" && wanted === "features" && feature !== other)
    faults.push(`${file} imports ${target}: a feature never imports another`);
}

for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exitCode = faults.length ? 1 : 0;
