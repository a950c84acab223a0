import { purl } from "../purl.ts";
import { pluginMarker } from "./coordinates.ts";
import type { GradleScript } from "./gradle-script.ts";
import type { ScriptNode } from "./script-nodes.ts";
import {
  argumentsOf,
  callOf,
  groupOf,
  isSign,
  namedArgument,
  statementsOf,
  type Call,
} from "./script-statements.ts";
import { valueOf } from "./script-values.ts";

/** What only a program has that is run, and not depended on. */
const application =
  /^(?:application|war|ear|org\.springframework\.boot|com\.android\.application|com\.android\.dynamic-feature|io\.micronaut\.application|io\.quarkus|io\.ktor\.plugin)$/;
/** Targets of multiplatform builds whose artefacts have names of their own. */
const targets = ["jvm", "android", "js", "wasm-js"];

/** `publishing { publications { … { groupId = …; artifactId = … } } }`, `mavenPublishing { coordinates(…) }`. */
export function readPublishing(
  script: GradleScript,
  nodes: readonly ScriptNode[],
  depth = 0,
): void {
  script.isPublished = true;
  if (depth > 8) return;
  let group: string | null = null;
  let name: string | null = null;
  let version: string | null = null;
  let line = 1;
  for (const statement of statementsOf(nodes)) {
    const call = callOf(statement);
    if (call === null) continue;
    const key =
      call.path.slice(call.path.lastIndexOf(".") + 1) === "set"
        ? call.path.slice(0, -4)
        : call.path;
    const bare = key.slice(key.lastIndexOf(".") + 1);
    if (bare === "coordinates") readCoordinates(script, call);
    else if (bare === "groupId" || bare === "artifactId" || bare === "version") {
      const value = valueOf(assigned(call));
      if (bare === "groupId") group = value;
      else if (bare === "artifactId") name = value;
      else version = value;
      line = call.line;
    }
    // Of other artefacts, and texts about this one.
    if (
      /^(?:repositories|licenses|developers|scm|organization|withXml|dependencies|parent)$/.test(
        bare,
      )
    )
      continue;
    for (const node of statement) {
      const block = groupOf(node, "{");
      if (block !== null) readPublishing(script, block.nodes, depth + 1);
    }
  }
  // The name is often the project's own; `base.archivesName` says no more.
  if (
    name === "${archivesName}" ||
    name === "${base.archivesName}" ||
    name === "${archivesBaseName}"
  )
    name = null;
  if (group !== null || name !== null) script.publications.push({ group, name, version, line });
}

function assigned(call: Call): readonly ScriptNode[] {
  return isSign(call.rest[0], "=") ? call.rest.slice(1) : (argumentsOf(call.rest)[0] ?? []);
}

/** `coordinates("com.acme", "rail", "1.0")`, also with names. */
function readCoordinates(script: GradleScript, call: Call): void {
  const values = new Map(
    argumentsOf(call.rest).map((argument, index) => {
      const named = namedArgument(argument);
      return [
        named?.name ?? ["groupId", "artifactId", "version"][index] ?? "",
        valueOf(named?.value ?? argument),
      ];
    }),
  );
  const [group = null, name = null, version = null] = ["groupId", "artifactId", "version"].map(
    (key) => values.get(key),
  );
  script.publications.push({ group, name, version, line: call.line });
}

/** What the project of a build script publishes. Group, name and version are often set elsewhere: the linking knows where. */
export function offerProject(script: GradleScript): void {
  const { facts, plugins, ownPlugins } = script;
  const runs = [...plugins].some((id) => application.test(id)) && !script.isPublished;
  const group = runs ? "${gradle.own-group}" : "${gradle.group}";
  const isMultiplatform = plugins.has("org.jetbrains.kotlin.multiplatform");
  const markers = [...ownPlugins].map((id) => marked(id));
  const names = new Set<string>();
  const publications = script.publications.filter((one) => {
    const key = JSON.stringify([one.group, one.name]);
    return !names.has(key) && names.add(key);
  });
  const named =
    publications.length > 0 ? publications : [{ group: null, name: null, version: null, line: 1 }];
  for (const [index, one] of named.entries()) {
    const namespace = one.group ?? group;
    const name = one.name ?? "${gradle.name}";
    const alsoKnownAs = [
      ...(index === 0 ? markers : []),
      ...(isMultiplatform
        ? targets.map((target) => purl("maven", `${name}-${target}`, { namespace }))
        : []),
    ];
    facts.offer("maven", name, {
      namespace,
      kind: plugins.has("java-gradle-plugin") || markers.length > 0 ? "tooling" : "library",
      version: one.version ?? "${gradle.version}",
      isPrivate: !script.isPublished,
      description: script.description?.includes("${") === true ? null : script.description,
      ...(alsoKnownAs.length === 0 ? {} : { alsoKnownAs }),
      line: one.line,
    });
  }
}

export function marked(id: string): string {
  const { group, name } = pluginMarker(id);
  return purl("maven", name, { namespace: group });
}
