import { CollectedFacts } from "../collected-facts.ts";
import { pathTarget } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { purl } from "../purl.ts";
import type { XmlElement } from "../xml-element.ts";
import { parseXml } from "../xml-scanner.ts";
import { withoutScalaVersion } from "./coordinates.ts";
import { readMavenImages } from "./maven-images.ts";
import { MavenProperties } from "./maven-properties.ts";
import { deploySkipConfigured, notDeployed, ownDeploySkip } from "#evidence/maven-deploying.ts";
import type { Scope } from "#vocabulary/adoption.ts";

const scopes: ReadonlyMap<string, Scope> = new Map([
  ["test", "test"],
  ["test-only", "test"],
  ["test-runtime", "test"],
  ["provided", "build"],
  ["compile-only", "build"],
  ["system", "build"],
  ["import", "build"],
]);

/** `org/rail/core/1.2/core-1.2.pom`: describes the binary beside it, in a repository of binaries that is kept in git. */
const besideBinary = /(?:^|\/)([^/]{1,200})\/([^/]{1,100})\/\1-\2\.pom$/;

/**
 * Maven: the module, its parent, modules, dependencies, plugins. Names that it inherits stay `${name}`, versions that others
 * manage `${managed:group:artifact}`: the linking follows the parents and the lists that are imported.
 */
export const mavenSource = manifestSource({
  id: "maven",
  version: 7,
  endings: ["xml", "pom"],
  matches: (base, path) =>
    base === "pom.xml" || (base.endsWith(".pom") && !besideBinary.test(path)),
  read({ path, text }) {
    const facts = new CollectedFacts();
    const project = parseXml(text);
    if (project.name !== "project") return {};
    const pom: Pom = { facts, path, properties: new MavenProperties(project), managed: new Map() };
    readIdentity(pom, project);
    const profiles = project.child("profiles")?.all("profile") ?? [];
    const parts = [project, ...profiles];
    for (const part of parts) readManaged(pom, part);
    for (const part of parts) readPart(pom, part);
    for (const part of parts) readDeploying(pom, part);
    for (const [name, value] of pom.properties.own) if (value !== "") facts.define(name, value);
    return facts.toFileFacts();
  },
});

interface Pom {
  readonly facts: CollectedFacts;
  readonly path: string;
  readonly properties: MavenProperties;
  /** `managed:group:artifact` of dependencyManagement and `managed-plugin:…` of pluginManagement → version. */
  readonly managed: Map<string, string>;
}

function readIdentity(pom: Pom, project: XmlElement): void {
  const { facts, properties } = pom;
  const parent = project.child("parent");
  // Maven 4 takes group and version of a parent that only says where it is.
  const group = properties.resolve(
    project.textOf("groupId") ??
      parent?.textOf("groupId") ??
      (parent === null ? null : "${project.groupId}"),
  );
  const artifact = properties.resolve(project.textOf("artifactId"));
  const packaging = project.textOf("packaging") ?? "jar";
  if (group !== null && artifact !== null) {
    const moved = project.child("distributionManagement")?.child("relocation") ?? null;
    const own = { group, artifact };
    const now = {
      group: properties.resolve(moved?.textOf("groupId") ?? null) ?? group,
      artifact: properties.resolve(moved?.textOf("artifactId") ?? null) ?? artifact,
    };
    const hasMoved = now.group !== group || now.artifact !== artifact;
    facts.offer("maven", now.artifact, {
      namespace: now.group,
      kind: packaging === "maven-plugin" || packaging === "pom" ? "tooling" : "library",
      version: hasMoved
        ? null
        : properties.resolve(
            project.textOf("version") ??
              parent?.textOf("version") ??
              (parent === null ? null : "${project.version}"),
          ),
      description: withoutNames(
        properties.resolve(project.textOf("description") ?? project.textOf("name")),
      ),
      // Archives for a server are deployed, not depended on; a pom that says where to look instead offers nothing itself.
      isPrivate: packaging === "war" || packaging === "ear" || hasMoved,
      ...aliasesOf(hasMoved ? own : null, now),
      line: project.child("artifactId")?.line ?? project.line,
    });
  }
  if (parent !== null) readParent(pom, parent);
}

/** Names under which it can be asked for as well: where it was before, without the version of Scala (`%%` adds it). */
function aliasesOf(
  before: { readonly group: string; readonly artifact: string } | null,
  now: { readonly group: string; readonly artifact: string },
): { readonly alsoKnownAs?: readonly string[] } {
  const bare = withoutScalaVersion(now.artifact.replace(/_\$\{[\w.]{1,100}\}$/, "_2.13"));
  const alsoKnownAs = [
    ...(before === null ? [] : [purl("maven", before.artifact, { namespace: before.group })]),
    ...(bare === now.artifact ? [] : [purl("maven", bare, { namespace: now.group })]),
  ];
  return alsoKnownAs.length === 0 ? {} : { alsoKnownAs };
}

function withoutNames(text: string | null): string | null {
  return text?.includes("${") === true ? null : text;
}

/** The parent is used, and what it says is inherited: from the folder above unless it says where it lies. */
function readParent({ facts, path, properties }: Pom, parent: XmlElement): void {
  const written = parent.child("relativePath");
  const target = written?.text === "" ? null : pathTarget(path, written?.text ?? "../pom.xml");
  const localPath = target !== null && "localPath" in target ? target.localPath : undefined;
  const group = properties.resolve(parent.textOf("groupId"));
  const artifact = properties.resolve(parent.textOf("artifactId"));
  const named = group !== null && artifact !== null;
  if (named)
    facts.use("maven", artifact, {
      namespace: group,
      scope: "build",
      constraint: properties.resolve(parent.textOf("version")),
      line: parent.line,
    });
  if (localPath === undefined && !named) return;
  facts.definePackage("maven.parent", "maven", artifact ?? "parent", {
    namespace: group ?? "-",
    ...(localPath === undefined ? {} : { localPath }),
  });
}

/** What a profile manages counts only where the project itself does not: it holds when somebody asks for the profile. */
function readManaged(pom: Pom, part: XmlElement): void {
  const { facts, properties, managed } = pom;
  const own = new Set<string>();
  const manage = (key: string, element: XmlElement, version: string): void => {
    // Of one part the last word counts.
    if (managed.has(key) && !own.has(key)) return;
    own.add(key);
    managed.set(key, version);
    facts.define(key, element.textOf("version") ?? version);
  };
  for (const dependency of part
    .child("dependencyManagement")
    ?.child("dependencies")
    ?.all("dependency") ?? []) {
    const version = properties.resolve(dependency.textOf("version"));
    const names = namesOf(properties, dependency);
    // A bill of materials is used by the file that imports it; other entries only say which version others get.
    if (dependency.textOf("scope") === "import") {
      use(facts, properties, dependency, "build", version);
      if (names !== null)
        facts.definePackage("maven.bom", "maven", names[1], {
          namespace: names[0],
          value: version,
        });
    } else if (version !== null && names !== null)
      manage(managedName(dependency, names), dependency, version);
  }
  for (const plugin of part
    .child("build")
    ?.child("pluginManagement")
    ?.child("plugins")
    ?.all("plugin") ?? []) {
    const names = namesOf(properties, plugin, defaultPluginGroup);
    const version = properties.resolve(plugin.textOf("version"));
    if (names !== null && version !== null) manage(managedName(plugin, names), plugin, version);
  }
}

/** An artefact may be both, a plugin that is run and a library that is called: each has a version of its own. */
function managedName({ name }: XmlElement, names: readonly string[]): string {
  return `${name === "plugin" ? "managed-plugin" : "managed"}:${names.join(":")}`;
}

const defaultPluginGroup = "org.apache.maven.plugins";

function readPart(pom: Pom, part: XmlElement): void {
  const { facts } = pom;
  const modules = [
    ...(part.child("modules")?.all("module") ?? []),
    ...(part.child("subprojects")?.all("subproject") ?? []),
  ];
  for (const { text } of modules) {
    if (text === "") continue;
    facts.workspace(text.replace(/\/[^/]{1,100}\.xml$/, ""));
    // A module may name its pom, which need not be called so.
    const named =
      text.endsWith(".xml") && !/(?:^|\/)pom\.xml$/.test(text) ? pathTarget(pom.path, text) : null;
    if (named !== null && "localPath" in named) facts.include(named.localPath, "maven");
  }
  readDependencies(pom, part, null);
  const build = part.child("build");
  const plugins = [
    ...(build?.child("plugins")?.all("plugin") ?? []),
    ...(part.child("reporting")?.child("plugins")?.all("plugin") ?? []),
    ...(build?.child("extensions")?.all("extension") ?? []),
  ];
  for (const plugin of plugins) {
    const group = plugin.name === "plugin" ? defaultPluginGroup : null;
    use(facts, pom.properties, plugin, "build", versionOf(pom, plugin, group), group);
    readDependencies(pom, plugin, "build");
    readMavenImages(facts, pom.properties, plugin);
  }
}

/**
 * What keeps a module, and those that inherit from it, from being deployed: `skip` of the plugin that deploys, and lists of
 * artefacts that are left out (https://central.sonatype.org/publish/publish-portal-maven/#excludeartifacts).
 */
function readDeploying({ facts }: Pom, part: XmlElement): void {
  const build = part.child("build");
  for (const from of [build, build?.child("pluginManagement")])
    for (const plugin of from?.child("plugins")?.all("plugin") ?? []) {
      const name = plugin.textOf("artifactId") ?? "";
      const configuration = plugin.child("configuration");
      const skip = configuration?.textOf(deployers.get(name) ?? "-") ?? null;
      if (skip !== null)
        facts.define(
          plugin.textOf("inherited") === "false" ? ownDeploySkip : deploySkipConfigured,
          skip,
        );
      if (!deployers.has(name)) continue;
      const left = configuration?.child("excludeArtifacts");
      const artefacts = [left?.text ?? "", ...(left?.children ?? []).map(({ text }) => text)];
      for (const artefact of artefacts.flatMap((text) => text.split(",")))
        if (artefact.trim() !== "") facts.define(`${notDeployed}${artefact.trim()}`, "true");
    }
}

/** Plugins that deploy, by the name of the setting that keeps them from it. */
const deployers: ReadonlyMap<string, string> = new Map([
  ["maven-deploy-plugin", "skip"],
  ["central-publishing-maven-plugin", "skipPublishing"],
  ["nexus-staging-maven-plugin", "skipNexusStagingDeployMojo"],
]);

function readDependencies(pom: Pom, part: XmlElement, fixed: Scope | null): void {
  const last = new Map<string, XmlElement>();
  for (const one of part.child("dependencies")?.all("dependency") ?? [])
    last.set(identityOf(pom.properties, one), one);
  for (const dependency of last.values()) {
    const scope = fixed ?? scopes.get(dependency.textOf("scope") ?? "compile") ?? "runtime";
    use(pom.facts, pom.properties, dependency, scope, versionOf(pom, dependency));
  }
}

/** Of dependencies that are equal in this, Maven takes the last. */
function identityOf(properties: MavenProperties, dependency: XmlElement): string {
  const [group, artifact, type, classifier] = ["groupId", "artifactId", "type", "classifier"].map(
    (name) => properties.resolve(dependency.textOf(name)) ?? "",
  );
  if (group === "" || artifact === "") return `line ${String(dependency.line)}`;
  return [group, artifact, type === "" ? "jar" : type, classifier].join("\n");
}

/** The version written, that managed here, else that managed by what is inherited or imported. */
function versionOf(
  { properties, managed }: Pom,
  element: XmlElement,
  group: string | null = null,
): string | null {
  const version = properties.resolve(element.textOf("version"));
  if (version !== null) return version;
  const names = namesOf(properties, element, group);
  if (names === null) return null;
  const name = managedName(element, names);
  return managed.get(name) ?? `\${${name}}`;
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
    facts.problem("unsupported", "a dependency without group or artifact", element.line);
    return;
  }
  facts.use("maven", names[1], { namespace: names[0], scope, constraint, line: element.line });
}
