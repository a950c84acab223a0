import { coordinatesOf, useModule, defineModule } from "./coordinates.ts";
import type { GradleScript } from "./gradle-script.ts";
import type { ScriptNode } from "./script-nodes.ts";
import {
  argumentsOf,
  blockOf,
  callOf,
  groupOf,
  isWord,
  statementsOf,
} from "./script-statements.ts";
import { catalogAlias, valueOf } from "./script-values.ts";
import { pluginMarker } from "./coordinates.ts";

/** `versionCatalogs { create("deps") { from(files("…")); library("rail", "com.acme:rail:1") } }`, in Groovy also `deps { … }`. */
export function readCatalogs(script: GradleScript, nodes: readonly ScriptNode[]): void {
  for (const statement of statementsOf(nodes)) {
    const call = callOf(statement);
    const block = blockOf(statement);
    if (call === null || block === null) continue;
    const isCreated = /^(?:create|register|named|getByName|maybeCreate)$/.test(call.path);
    const name = isCreated ? valueOf(argumentsOf(call.rest)[0] ?? []) : call.path;
    if (name !== null && /^[A-Za-z_]\w{0,100}$/.test(name)) readEntries(script, block.nodes, name);
  }
}

/** Entries of a catalog in the notation of scripts, defined below `accessor`. */
export function readEntries(
  script: GradleScript,
  nodes: readonly ScriptNode[],
  accessor: string,
): void {
  const { facts } = script;
  const versions = new Map<string, string>();
  for (const statement of statementsOf(nodes)) {
    const call = callOf(statement);
    if (call === null) continue;
    const given = argumentsOf(call.rest);
    const [first = null, second = null, third = null] = given.map((one) => valueOf(one));
    if (call.path === "from") readSource(script, given[0] ?? [], accessor);
    else if (call.path === "version" && first !== null && second !== null) {
      versions.set(first, second);
      facts.define(`${accessor}.versions.${catalogAlias(first)}`, second);
    } else if (
      (call.path === "library" || call.path === "alias") &&
      first !== null &&
      second !== null
    ) {
      const module =
        third === null ? coordinatesOf(second) : { group: second, name: third, version: "" };
      if (module === null) continue;
      const version = chainedVersion(call.rest, versions) ?? module.version;
      defineModule(facts, `${accessor}.${catalogAlias(first)}`, { ...module, version });
    } else if (call.path === "plugin" && first !== null && second !== null) {
      const { group, name } = pluginMarker(second);
      const value = chainedVersion(call.rest, versions) ?? "";
      facts.definePackage(`${accessor}.plugins.${catalogAlias(first)}`, "maven", name, {
        namespace: group,
        value,
      });
    } else if (call.path === "bundle" && first !== null) {
      const members = textsIn(given[1] ?? []).map(
        (alias) => `\${${accessor}.${catalogAlias(alias)}}`,
      );
      facts.define(`${accessor}.bundles.${catalogAlias(first)}`, members.join(""));
    }
  }
}

/** `.version("1")`, `.versionRef("rail")` behind an entry. */
function chainedVersion(
  rest: readonly ScriptNode[],
  versions: ReadonlyMap<string, string>,
): string | null {
  for (const [at, node] of rest.entries()) {
    const inner = groupOf(rest[at + 1], "(");
    if (inner === null) continue;
    const value = valueOf(inner.nodes);
    if (value === null) continue;
    if (isWord(node, "version")) return value;
    if (isWord(node, "versionRef")) return versions.get(value) ?? null;
  }
  return null;
}

function textsIn(nodes: readonly ScriptNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.kind === "text") return [node.value];
    return node.kind === "group" ? textsIn(node.nodes) : [];
  });
}

/** `from(files("gradle/deps.versions.toml"))`, or a catalog that somebody publishes. */
function readSource(script: GradleScript, nodes: readonly ScriptNode[], accessor: string): void {
  const { facts } = script;
  const [written] = textsIn(nodes);
  if (written === undefined) return;
  const module = written.endsWith(".toml") ? null : coordinatesOf(written);
  if (module !== null) {
    useModule(facts, module, { scope: "build", line: nodes[0]?.line ?? null });
    facts.definePackage(`gradle.catalog:${accessor}`, "maven", module.name, {
      namespace: module.group,
    });
    return;
  }
  const relative = written.replace(/^\$\{[^${}]{1,100}\}\//, "");
  const path = script.fromRoot(relative);
  facts.define(`gradle.catalog:${accessor}`, path);
  if (!path.endsWith(".versions.toml")) facts.include(path, "gradle-version-catalog");
}
