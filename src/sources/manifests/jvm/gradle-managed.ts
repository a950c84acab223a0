import { coordinatesOf, useModule, withoutScalaVersion, type Coordinates } from "./coordinates.ts";
import type { GradleScript } from "./gradle-script.ts";
import type { ScriptNode } from "./script-nodes.ts";
import { argumentsOf, blockOf, callOf, namedArgument, statementsOf } from "./script-statements.ts";
import { valueOf } from "./script-values.ts";

/**
 * `dependencyManagement { imports { mavenBom … } dependencies { dependency …; dependencySet … { entry … } } }` of Spring's plugin:
 * which versions others get. Only the lists that are imported are used by themselves.
 */
export function readManagement(
  script: GradleScript,
  nodes: readonly ScriptNode[],
  project: string | undefined,
): void {
  for (const statement of statementsOf(nodes)) {
    const call = callOf(statement);
    const block = blockOf(statement);
    if (call === null || block === null) continue;
    if (call.path === "dependencies") readConstraints(script, block.nodes);
    if (call.path !== "imports") continue;
    for (const inner of statementsOf(block.nodes)) {
      const bom = callOf(inner);
      const module = bom?.path === "mavenBom" ? moduleIn(argumentsOf(bom.rest)) : null;
      if (bom === null || module === null) {
        script.facts.problem("unsupported", "an import of versions worked out by code", bom?.line);
        continue;
      }
      useModule(script.facts, module, { scope: "build", line: bom.line, project });
    }
  }
}

/** Also `constraints { implementation("org.acme:rail:1") }`: what is used without a version gets the one that stands there. */
export function readConstraints(script: GradleScript, nodes: readonly ScriptNode[]): void {
  for (const statement of statementsOf(nodes)) {
    const call = callOf(statement);
    if (call === null) continue;
    const given = argumentsOf(call.rest);
    if (call.path === "dependencySet") readSet(script, statement, given);
    else manage(script, moduleIn(given));
  }
}

/** `dependencySet(group: 'org.acme', version: '1') { entry 'rail' }`, `dependencySet("org.acme:1")` */
function readSet(
  script: GradleScript,
  statement: readonly ScriptNode[],
  given: readonly (readonly ScriptNode[])[],
): void {
  const [short = "", shortVersion = ""] = (valueOf(given[0] ?? []) ?? "").split(":", 2);
  const group = named(given, "group") ?? short;
  const version = named(given, "version") ?? shortVersion;
  for (const inner of statementsOf(blockOf(statement)?.nodes ?? [])) {
    const entry = callOf(inner);
    const name = entry?.path === "entry" ? valueOf(argumentsOf(entry.rest)[0] ?? []) : null;
    if (name !== null) manage(script, { group, name, version });
  }
}

function manage({ facts }: GradleScript, module: Coordinates | null): void {
  if (module === null || module.group === "" || module.version === "") return;
  const name = withoutScalaVersion(module.name);
  facts.manage("maven", name, { namespace: module.group }, module.version);
}

function moduleIn(given: readonly (readonly ScriptNode[])[]): Coordinates | null {
  const group = named(given, "group");
  const name = named(given, "name");
  if (group !== null && name !== null)
    return { group, name, version: named(given, "version") ?? "" };
  const text = valueOf(given[0] ?? []);
  return text === null ? null : coordinatesOf(text);
}

function named(given: readonly (readonly ScriptNode[])[], name: string): string | null {
  const found = given.map(namedArgument).find((one) => one?.name === name);
  return found === undefined || found === null ? null : valueOf(found.value);
}
