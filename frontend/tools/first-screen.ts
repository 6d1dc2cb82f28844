import type { Plugin, Rolldown } from "vite";

/** The pages that people begin with; each role's home among them. */
const FIRST_PAGES = {
  "/": "features/auth/LandingPage",
  "/sign-in": "features/auth/SignInPage",
  "/register": "features/auth/RegisterPage",
  "/book": "features/booking/BookPage",
  "/visits": "features/appointments/VisitsPage",
  "/schedule": "features/schedule/SchedulePage",
  "/home": "features/clinic/HomePage",
};
const ENTRY = "/index.html";
const TEXTS = /\/src\/i18n\/locales\/(\w+)\.ts$/;

type Bundle = Rolldown.OutputBundle;

/**
 * Writes into the page which files its first screen needs. A script there, whose words never change so that the
 * policy knows it by its hash, lets the browser fetch them together with the app instead of after it: over a
 * phone's connection each round trip saved is worth more than the bytes.
 */
export function firstScreen(): Plugin {
  return {
    name: "first-screen",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (html, { bundle = {} }) =>
        html.replace("{}</script>", `${JSON.stringify(firstFiles(bundle))}</script>`),
    },
  };
}

function firstFiles(bundle: Bundle) {
  const known = filesOf(bundle, ENTRY);
  const rest = (module: string) => [...filesOf(bundle, module)].filter((file) => !known.has(file));
  const pages = Object.entries(FIRST_PAGES).map(([path, page]) => [path, rest(`/src/${page}.tsx`)]);
  const texts = chunksOf(bundle).flatMap(({ facadeModuleId }) => {
    const language = facadeModuleId?.match(TEXTS);
    return language ? [[language[1], rest(language[0])]] : [];
  });
  return { pages: Object.fromEntries(pages), texts: Object.fromEntries(texts) };
}

/** A module's chunk, all that it imports at once, and their styles. */
function filesOf(bundle: Bundle, module: string): Set<string> {
  const chunks = chunksOf(bundle);
  const first = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module));
  if (!first) throw new Error(`${module} has no chunk of its own`);
  const files = new Set<string>();
  const queue = [first];
  for (const chunk of queue) {
    if (files.has(chunk.fileName)) continue;
    files.add(chunk.fileName);
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
    queue.push(...chunks.filter(({ fileName }) => chunk.imports.includes(fileName)));
  }
  return files;
}

const chunksOf = (bundle: Bundle) => Object.values(bundle).filter((file) => file.type === "chunk");
