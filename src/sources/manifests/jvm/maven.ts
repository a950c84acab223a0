import type { Scope } from "#evidence/facts.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { manifestSource } from "../manifest-source.ts";
import type { XmlElement } from "../xml-element.ts";
import { parseXml } from "../xml-scanner.ts";
import { MavenProperties } from "./maven-properties.ts";

const scopes: ReadonlyMap<string, Scope> = new Map([
  ["test", "test"],
  ["provided", "build"],
  ["system", "build"],
  ["import", "build"],
]);

/** Maven: the module, its parent, modules, dependencies, plugins; versions managed in the same file or for others. */
export const mavenSource = manifestSource({
  id: "maven",
  version: 2,
  matches: (base) => base === "pom.xml" || base.endsWith(".pom"),
  read({ text }) {
    const facts = new CollectedFacts();
    const project = parseXml(text);
    if (project.name !== "project") return {};
    const pom: Pom = { facts, properties: new MavenProperties(project), managed: new Map() };
    readIdentity(pom, project);
    const profiles = project.child("profiles")?.all("profile") ?? [];
    const parts = [project, ...profiles];
    for (const part of parts) readManaged(pom, part);
    for (const part of parts) readPart(pom, part);
    return facts.toFileFacts();
  },
});

interface Pom {
  readonly facts: CollectedFacts;
  readonly properties: MavenProperties;
  /** `group:artifact` → version, of dependencyManagement and pluginManagement. */
  readonly managed: Map<string, string>;
}

function readIdentity({ facts, properties }: Pom, project: XmlElement): void {
  const parent = project.child("parent");
  const group = properties.resolve(project.textOf("groupId") ?? parent?.textOf("groupId") ?? null);
  const artifact = properties.resolve(project.textOf("artifactId"));
  const packaging = project.textOf("packaging") ?? "jar";
  if (group !== null && artifact !== null)
    facts.offer("maven", artifact, {
      namespace: group,
      kind: packaging === "maven-plugin" || packaging === "pom" ? "tooling" : "library",
      version: properties.resolve(project.textOf("version") ?? parent?.textOf("version") ?? null),
      description: properties.resolve(project.textOf("description") ?? project.textOf("name")),
      // Archives for a server are deployed, not depended on.
      isPrivate: packaging === "war" || packaging === "ear",
      line: project.child("artifactId")?.line ?? project.line,
    });
  if (parent !== null)
    use(facts, properties, parent, "build", properties.resolve(parent.textOf("version")));
}

function readManaged({ facts, properties, managed }: Pom, part: XmlElement): void {
  for (const dependency of part
    .child("dependencyManagement")
    ?.child("dependencies")
    ?.all("dependency") ?? []) {
    const version = properties.resolve(dependency.textOf("version"));
    // A bill of materials is used by the file that imports it; other entries only say which version others get.
    if (dependency.textOf("scope") === "import")
      use(facts, properties, dependency, "build", version);
    else if (version !== null) {
      const names = namesOf(properties, dependency);
      if (names === null) continue;
      managed.set(names.join(":"), version);
      if (/^[\d\w]/.test(version)) facts.lock("maven", names[1], version, { namespace: names[0] });
    }
  }
  for (const plugin of part
    .child("build")
    ?.child("pluginManagement")
    ?.child("plugins")
    ?.all("plugin") ?? []) {
    const names = namesOf(properties, plugin, defaultPluginGroup);
    const version = properties.resolve(plugin.textOf("version"));
    if (names !== null && version !== null) managed.set(names.join(":"), version);
  }
}

const defaultPluginGroup = "org.apache.maven.plugins";

function readPart(pom: Pom, part: XmlElement): void {
  const { facts } = pom;
  for (const { text } of part.child("modules")?.all("module") ?? [])
    if (text !== "") facts.workspace(text.replace(/\/pom\.xml$/, ""));
  readDependencies(pom, part, null);
  const build = part.child("build");
  const plugins = [
    ...(build?.child("plugins")?.all("plugin") ?? []),
    ...(part.child("reporting")?.child("plugins")?.all("plugin") ?? []),
    ...(build?.child("extensions")?.all("extension") ?? []),
  ];
  for (const plugin of plugins) {
    const group = plugin.name === "plugin" ? defaultPluginGroup : null;
    const names = namesOf(pom.properties, plugin, group);
    const version = pom.properties.resolve(plugin.textOf("version"));
    const managed = pom.managed.get(names?.join(":") ?? "") ?? null;
    use(facts, pom.properties, plugin, "build", version ?? managed, group);
    readDependencies(pom, plugin, "build");
  }
}

function readDependencies(pom: Pom, part: XmlElement, fixed: Scope | null): void {
  for (const dependency of part.child("dependencies")?.all("dependency") ?? []) {
    const names = namesOf(pom.properties, dependency);
    const version = pom.properties.resolve(dependency.textOf("version"));
    const managed = pom.managed.get(names?.join(":") ?? "") ?? null;
    const scope = fixed ?? scopes.get(dependency.textOf("scope") ?? "compile") ?? "runtime";
    use(pom.facts, pom.properties, dependency, scope, version ?? managed);
  }
}

function namesOf(
  properties: MavenProperties,
  element: XmlElement,
  defaultGroup: string | null = null,
): readonly [group: string, artifact: string] | null {
  const group = properties.resolve(element.textOf("groupId") ?? defaultGroup);
  const artifact = properties.resolve(element.textOf("artifactId"));
  return group === null || artifact === null ? null : [group, artifact];
}

function use(
  facts: CollectedFacts,
  properties: MavenProperties,
  element: XmlElement,
  scope: Scope,
  constraint: string | null,
  defaultGroup: string | null = null,
): void {
  const names = namesOf(properties, element, defaultGroup);
  if (names === null) {
    facts.problem("unsupported", "coordinates named by a property of another file", element.line);
    return;
  }
  facts.use("maven", names[1], { namespace: names[0], scope, constraint, line: element.line });
}
