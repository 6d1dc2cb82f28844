// Every language has the texts of English, with the same values to fill in; none is English inside, and none is
// there for nothing.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { usedTexts } from "./used-texts.mjs";

const ROOT = new URL("../src/i18n/locales/", import.meta.url).pathname;
const PLURAL = /_(zero|one|two|few|many|other)$/;
/** Words that are truly the same in both languages. */
const SAME = new Set(["day.dateAt"]);

const faults = [];
const read = (language, file) => JSON.parse(readFileSync(join(ROOT, language, file), "utf8"));

function flatten(texts, path = "") {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value]] : flatten(value, `${path}${key}.`),
  );
}

const holes = (text) =>
  [...text.matchAll(/{{\s*(\w+)/g)]
    .map((match) => match[1])
    .sort()
    .join();
const names = (texts) => new Set(texts.map(([key]) => key.replace(PLURAL, "")));

function compare(language, file) {
  const english = flatten(read("en", file));
  const other = flatten(read(language, file));
  const known = new Map(english);
  const [wanted, had] = [names(english), names(other)];
  for (const key of wanted) if (!had.has(key)) faults.push(`${language}/${file}: ${key} is missing`);
  for (const key of had) if (!wanted.has(key)) faults.push(`${language}/${file}: ${key} is not in English`);
  for (const [key, text] of other) {
    const said = known.get(key);
    if (said === undefined) continue;
    if (said === text && /\p{L}{3}/u.test(text.replace(/{{.*?}}/g, "")) && !SAME.has(key))
      faults.push(`${language}/${file}: ${key} is English: “${text}”`);
    if (holes(said) !== holes(text)) faults.push(`${language}/${file}: ${key} fills in other values`);
  }
  plurals(language, other, file);
  plurals("en", english, file);
}

/** A text that counts needs each form that its language has. */
function plurals(language, texts, file) {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const keys = new Set(texts.map(([key]) => key));
  for (const key of keys)
    if (PLURAL.test(key))
      for (const form of forms) {
        const wanted = key.replace(PLURAL, `_${form}`);
        if (!keys.has(wanted)) faults.push(`${language}/${file}: ${wanted} is missing`);
      }
}

const languages = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "en")
  .map((entry) => entry.name);
for (const language of languages)
  for (const file of new Set([...readdirSync(join(ROOT, "en")), ...readdirSync(join(ROOT, language))]))
    compare(language, file);

const used = usedTexts();
for (const file of readdirSync(join(ROOT, "en")))
  for (const key of names(flatten(read("en", file))))
    if (!used.has(`${file.replace(".json", "")}:${key}`)) faults.push(`en/${file}: ${key} is used nowhere`);

for (const fault of new Set(faults)) process.stderr.write(`${fault}\n`);
process.exitCode = faults.length ? 1 : 0;
