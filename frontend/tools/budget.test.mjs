// The weight of what a phone downloads, held against the built manifest. Run after `npm run build`.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

const DIST = new URL("../dist/", import.meta.url).pathname;
const manifest = JSON.parse(readFileSync(join(DIST, ".vite/manifest.json"), "utf8"));

/** Everything that is loaded with these entries: their own files and all they import at once. */
function filesOf(entries) {
  const [scripts, styles, seen] = [new Set(), new Set(), new Set()];
  const queue = [...entries];
  while (queue.length > 0) {
    const key = queue.pop();
    if (seen.has(key)) continue;
    seen.add(key);
    const chunk = manifest[key];
    assert.ok(chunk, `${key} is not in the manifest`);
    scripts.add(chunk.file);
    for (const style of chunk.css ?? []) styles.add(style);
    queue.push(...(chunk.imports ?? []));
  }
  return { js: kib(scripts), css: kib(styles), files: scripts.size + styles.size };
}

function kib(files) {
  const bytes = [...files].map((file) => gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length);
  return bytes.reduce((sum, size) => sum + size, 0) / 1024;
}

const ENTRY = "index.html";
const page = (name) => [ENTRY, `src/features/${name}.tsx`];

const BUDGETS = {
  "the entry": { entries: [ENTRY], js: 155, css: 12 },
  booking: { entries: page("booking/BookPage"), js: 170, css: 15 },
  "the schedule": { entries: page("schedule/SchedulePage"), js: 235 },
  people: { entries: page("people/PeoplePage"), js: 200 },
};

for (const [name, { entries, js, css }] of Object.entries(BUDGETS)) {
  test(`${name} weighs at most ${js} KiB of scripts`, (run) => {
    const weight = filesOf(entries);
    run.diagnostic(`${weight.js.toFixed(1)} KiB of scripts, ${weight.css.toFixed(1)} KiB of styles`);
    assert.ok(weight.js <= js, `${weight.js.toFixed(1)} KiB of scripts`);
    if (css) assert.ok(weight.css <= css, `${weight.css.toFixed(1)} KiB of styles`);
  });
}

/** Each file costs a phone more than its bytes do. */
const MOST_FILES = 14;

test(`a page comes in at most ${MOST_FILES} files`, (run) => {
  const pages = Object.keys(manifest).filter((key) => key.endsWith("Page.tsx"));
  assert.ok(pages.length > 20);
  const counts = pages.map((key) => [key, filesOf([ENTRY, key]).files]);
  run.diagnostic(counts.map(([key, files]) => `${key.split("/").at(-1)} ${files}`).join(", "));
  for (const [key, files] of counts) assert.ok(files <= MOST_FILES, `${key} needs ${files} files`);
});

for (const language of ["en", "en-staff", "sw", "sw-staff"]) {
  test(`the texts of ${language} weigh at most 8 KiB`, (run) => {
    const weight = kib([manifest[`src/i18n/locales/${language}.ts`].file]);
    run.diagnostic(`${weight.toFixed(1)} KiB`);
    assert.ok(weight <= 8);
  });
}

test("a font weighs at most 22 KiB", () => {
  const fonts = Object.values(manifest).filter(({ file }) => file.endsWith(".woff2"));
  assert.ok(fonts.length > 0);
  for (const { file } of fonts) assert.ok(readFileSync(join(DIST, file)).length <= 22 * 1024, file);
});
