import { CollectedFacts } from "../collected-facts.ts";
import { manifestSource } from "../manifest-source.ts";
import { defineValue, declarationOf } from "./script-declarations.ts";
import { scriptNodes, type Dialect, type ScriptNode } from "./script-nodes.ts";
import { groupOf, statementsOf } from "./script-statements.ts";

const deepest = 12;
/** Folders of builds that a build takes its plugins from, by custom: `buildSrc` is Gradle's own. */
const buildFolders =
  /(?:^|\/)(?:buildSrc|build-?logic|build-?src|build-?plugins?|build-?conventions?|convention-?plugins?|gradle\/(?:plugins?|build-?logic|conventions?)|includedBuild|dependencies|plugins?)\/(?:[^/]{1,100}\/){0,10}?src\/main\/(?:kotlin|java|groovy)\//i;

/** Constants of `buildSrc` and of builds like it: versions and coordinates that build scripts name, `Libs.rail`. */
export const buildConstantsSource = manifestSource({
  id: "gradle-constants",
  version: 1,
  endings: ["kt", "java", "groovy"],
  matches: (base, path) => /\.(?:kt|java|groovy)$/.test(base) && buildFolders.test(path),
  read({ path, text }) {
    const facts = new CollectedFacts();
    // Nothing but code: most files of plugins define nothing.
    if (!/\b(?:object|static|enum)\b/.test(text)) return {};
    const dialect: Dialect = path.endsWith(".kt")
      ? "kotlin"
      : path.endsWith(".groovy")
        ? "groovy"
        : "java";
    const names = new Set<string>();
    readLevel({ facts, names }, scriptNodes(text, dialect), "", 0);
    return facts.toFileFacts();
  },
});

interface Constants {
  readonly facts: CollectedFacts;
  readonly names: Set<string>;
}

function readLevel(
  constants: Constants,
  nodes: readonly ScriptNode[],
  owner: string,
  depth: number,
): void {
  if (depth > deepest) return;
  for (const statement of statementsOf(nodes)) {
    const at = statement.findIndex(
      (node) => node.kind === "word" && /^(?:object|class|interface|enum)$/.test(node.value),
    );
    const name = statement[at + 1];
    const block = groupOf(statement.at(-1), "{");
    if (at >= 0 && block !== null) {
      const isCompanion = name?.kind !== "word" || statement[at - 1]?.value === "companion";
      readLevel(constants, block.nodes, isCompanion ? owner : `${owner}${name.value}.`, depth + 1);
      continue;
    }
    const declared = declarationOf(statement);
    if (declared?.isNew !== true) continue;
    const { facts, names } = constants;
    names.add(owner + declared.name);
    defineValue(facts, owner + declared.name, qualified(declared.value, owner, names));
  }
}

/** Names of the same object, or of one around it, are asked for without it. */
function qualified(
  nodes: readonly ScriptNode[],
  owner: string,
  names: ReadonlySet<string>,
): readonly ScriptNode[] {
  if (owner === "") return nodes;
  const nameOf = (bare: string): string => {
    const parts = owner.split(".").slice(0, -1);
    for (let depth = parts.length; depth > 0; depth -= 1) {
      const full = `${parts.slice(0, depth).join(".")}.${bare}`;
      if (names.has(full)) return full;
    }
    return bare;
  };
  return nodes.map((node, at): ScriptNode => {
    if (node.kind === "text")
      return {
        ...node,
        value: node.value.replace(
          /\$\{([\w.]{1,200})\}/g,
          (_whole, name: string) => `\${${nameOf(name)}}`,
        ),
      };
    const isFirst = nodes[at - 1]?.value !== ".";
    return node.kind === "word" && isFirst ? { ...node, value: nameOf(node.value) } : node;
  });
}
