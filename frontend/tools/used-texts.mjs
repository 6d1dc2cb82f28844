// Which texts the pages ask for. The compiler knows them: the type of what is given to `t` is the keys that it can
// be, also where it is built from values, as in t(`status.${look}`).
import ts from "typescript";

const ROOT = new URL("../", import.meta.url).pathname;
const DEFAULT_NAMESPACE = "common";
const ONLY_FOR_TESTS = /\.test\.tsx?$|\/src\/test\//;

/** Every key that some `t` is called with, as "namespace:key". */
export function usedTexts() {
  const { config } = ts.readConfigFile(`${ROOT}tsconfig.json`, ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const pages = fileNames.filter((file) => file.startsWith(`${ROOT}src/`) && !ONLY_FOR_TESTS.test(file));
  const program = ts.createProgram(pages, options);
  const checker = program.getTypeChecker();
  const used = new Set();

  function visit(node) {
    if (ts.isCallExpression(node) && isT(node.expression)) collect(node);
    ts.forEachChild(node, visit);
  }

  function collect({ expression, arguments: [key] }) {
    const namespace = namespaceOf(checker.getTypeAtLocation(expression));
    const type = checker.getTypeAtLocation(key);
    for (const { value } of type.isUnion() ? type.types : [type]) {
      if (value === undefined) throw new Error(`${where(key)}: the compiler cannot tell which text this is`);
      used.add(value.includes(":") ? value : `${namespace}:${value}`);
    }
  }

  /** `t` of useTranslation("a") or (["a", "b"]) takes its keys from "a". */
  function namespaceOf(type) {
    const [names] = checker.getTypeArguments(type);
    const first = checker.isTupleType(names) ? checker.getTypeArguments(names)[0] : names;
    return first.value ?? DEFAULT_NAMESPACE;
  }

  for (const page of pages) visit(program.getSourceFile(page));
  return used;
}

const isT = (node) => ts.isIdentifier(node) && node.text === "t";

function where(node) {
  const file = node.getSourceFile();
  return `${file.fileName.slice(ROOT.length)}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}
