import { isForeignPath } from "#evidence/foreign-path.ts";
import type { FileFacts } from "#evidence/facts.ts";
import type { SurfaceMark } from "#evidence/surface-mark.ts";
import type { FileSource } from "#evidence/source.ts";
import { isTestPath } from "#evidence/test-path.ts";
import type { XmlElement } from "../manifests/xml-element.ts";
import { parseXml } from "../manifests/xml-scanner.ts";
import { addJvmFramework } from "./jvm-frameworks.ts";
import { MarkCounter } from "./marks.ts";

type Sign = readonly [mark: SurfaceMark["mark"], text: string];

const packagings: ReadonlyMap<string, Sign> = new Map<string, Sign>([
  ["war", ["application-shape", "archive for a server"]],
  ["ear", ["application-shape", "archive for a server"]],
  ["quarkus", ["application-shape", "Quarkus"]],
  ["apk", ["mobile-app", "Android application"]],
  ["aar", ["library-shape", "Android library"]],
  ["maven-plugin", ["library-shape", "Maven plugin"]],
  ["hpi", ["library-shape", "plugin of Jenkins"]],
  ["jpi", ["library-shape", "plugin of Jenkins"]],
  ["bundle", ["library-shape", "OSGi bundle"]],
  ["eclipse-plugin", ["library-shape", "plugin of an editor"]],
  ["eclipse-feature", ["library-shape", "plugin of an editor"]],
  ["atlassian-plugin", ["library-shape", "plugin of Atlassian's"]],
  ["maven-archetype", ["template", "Maven archetype"]],
  ["content-package", ["application-shape", "package of a content system"]],
]);

/** Plugins of a build that make a program of it. */
const builders: ReadonlyMap<string, Sign> = new Map<string, Sign>([
  ["spring-boot-maven-plugin", ["application-shape", "Spring Boot"]],
  ["quarkus-maven-plugin", ["application-shape", "Quarkus"]],
  ["micronaut-maven-plugin", ["application-shape", "Micronaut"]],
  ["jib-maven-plugin", ["application-shape", "image of the program"]],
  ["appassembler-maven-plugin", ["application-shape", "launcher"]],
  ["wildfly-maven-plugin", ["application-shape", "archive for a server"]],
  ["liberty-maven-plugin", ["application-shape", "archive for a server"]],
  ["payara-micro-maven-plugin", ["application-shape", "archive for a server"]],
  ["azure-functions-maven-plugin", ["application-shape", "AWS Lambda or functions"]],
  ["function-maven-plugin", ["application-shape", "AWS Lambda or functions"]],
  ["javafx-maven-plugin", ["desktop-app", "JavaFX"]],
  ["jpackage-maven-plugin", ["desktop-app", "installer of a runtime"]],
  ["launch4j-maven-plugin", ["desktop-app", "launcher for Windows"]],
  ["android-maven-plugin", ["mobile-app", "Android application"]],
]);

const publishers: ReadonlySet<string> = new Set([
  "central-publishing-maven-plugin",
  "nexus-staging-maven-plugin",
  "jreleaser-maven-plugin",
  "maven-gpg-plugin",
]);
const startingArchive = "archive that starts";
/** They write the class to start with into the archive. */
const archivers = /^maven-(?:shade|jar|assembly)-plugin$/;

/**
 * What a pom says of its module's shape: by its packaging, by the plugins that run in its build (those only managed for others
 * do not), by where it is deployed to; and the frameworks that it runs with.
 */
export const mavenShape: FileSource = {
  id: "maven-shape",
  version: 2,
  endings: ["xml"],
  tellsOfItsFolder: true,
  detect: (path) =>
    /(?:^|\/)pom\.xml$/.test(path) && !isForeignPath(path) && !isTestPath(path) ? "head" : "none",
  read: ({ text }) => {
    let project: XmlElement;
    try {
      project = parseXml(text);
    } catch {
      // The source of the manifest says so.
      return {};
    }
    return project.name === "project" ? shapeOf(project) : {};
  },
};

function shapeOf(project: XmlElement): FileFacts {
  const counter = new MarkCounter();
  const profiles = project.child("profiles")?.all("profile") ?? [];
  const parts = [project, ...profiles];
  const isParent = project.textOf("packaging") === "pom";
  const sign = packagings.get(project.textOf("packaging") ?? "jar");
  if (sign !== undefined) counter.add(...sign);
  for (const part of parts) readBuild(part, isParent, counter);
  readProperties(project, isParent, counter);
  readDeployment(parts, counter);
  const has = (mark: SurfaceMark["mark"]): boolean =>
    counter.marks().some((one) => one.mark === mark);
  if (has("desktop-app") || has("mobile-app"))
    counter.add("application-shape", "Maven application");
  const runs = has("application-shape");
  if (isBillOfMaterials(project)) counter.add("library-shape", "bill of materials");
  // A library may start too, to show something or to be called by hand.
  const isProgram = counter
    .marks()
    .some(({ mark, text }) => mark === "application-shape" && text !== startingArchive);
  if (has("publishes") && !isProgram && !has("unpublished") && !has("library-shape"))
    counter.add("library-shape", "published by Maven");
  if (!isParent && (runs || !has("library-shape")))
    for (const dependency of project.child("dependencies")?.all("dependency") ?? [])
      readDependency(dependency, runs, counter);
  const surface = counter.marks();
  return surface.length === 0 ? {} : { surface };
}

function pluginsOf(part: XmlElement): readonly XmlElement[] {
  return part.child("build")?.child("plugins")?.all("plugin") ?? [];
}

function readBuild(part: XmlElement, isParent: boolean, counter: MarkCounter): void {
  for (const plugin of pluginsOf(part)) {
    const name = plugin.textOf("artifactId") ?? "";
    const builder = builders.get(name);
    if (name === "central-publishing-maven-plugin") counter.add("public-registry", "Maven Central");
    if (publishers.has(name)) counter.add("publishes", "Maven repository");
    else if (name === "maven-deploy-plugin" && isSkipped(plugin))
      counter.add("unpublished", "maven-deploy skip");
    else if (name === "maven-hpi-plugin") counter.add("library-shape", "plugin of Jenkins");
    else if (isParent) continue;
    else if (builder !== undefined && !isSkipped(plugin)) counter.add(...builder);
    else if (archivers.test(name) && startsArchive(plugin))
      counter.add("application-shape", startingArchive);
  }
}

/** `<skip>true</skip>` of the plugin or of all its runs; Spring Boot's repackaging may be bound to no phase. */
function isSkipped(plugin: XmlElement): boolean {
  const isOff = (element: XmlElement): boolean =>
    element.child("configuration")?.textOf("skip") === "true";
  if (isOff(plugin)) return true;
  const runs = plugin.child("executions")?.all("execution") ?? [];
  return runs.length > 0 && runs.every((run) => isOff(run) || run.textOf("phase") === "none");
}

/** An archive beside the module's own, of its examples or tests, is not the module. */
function startsArchive(plugin: XmlElement): boolean {
  const runs = plugin.child("executions")?.all("execution") ?? [];
  const isBeside = (run: XmlElement): boolean =>
    plugin.textOf("artifactId") === "maven-jar-plugin" &&
    run.child("configuration")?.textOf("classifier") != null;
  return [plugin.child("configuration"), ...runs.filter((run) => !isBeside(run))].some(
    (part) => part !== null && namesMainClass(part, 0),
  );
}

function namesMainClass(element: XmlElement, depth: number): boolean {
  if (depth > 12) return false;
  return element.children.some(
    (child) =>
      (/^(?:mainClass|Main-Class)$/.test(child.name) && child.text !== "") ||
      namesMainClass(child, depth + 1),
  );
}

function readProperties(project: XmlElement, isParent: boolean, counter: MarkCounter): void {
  const properties = project.child("properties");
  if (properties === null) return;
  if (!isParent && (properties.textOf("start-class") ?? properties.textOf("mainClass")) !== null)
    counter.add("application-shape", "class to start with");
  if (properties.textOf("maven.deploy.skip") === "true")
    counter.add("unpublished", "maven-deploy skip");
}

/** A place for a site, or a note of where it moved, is none for packages. */
function readDeployment(parts: readonly XmlElement[], counter: MarkCounter): void {
  for (const part of parts) {
    const management = part.child("distributionManagement");
    if (management?.child("repository") != null || management?.child("snapshotRepository") != null)
      counter.add("publishes", "Maven repository");
  }
}

function isBillOfMaterials(project: XmlElement): boolean {
  const managed = project.child("dependencyManagement")?.child("dependencies")?.all("dependency");
  const modules = project.child("modules") ?? project.child("subprojects");
  return (
    project.textOf("packaging") === "pom" &&
    modules === null &&
    (/(?:^|[-_.])bom$/.test(project.textOf("artifactId") ?? "") || (managed ?? []).length > 0)
  );
}

/** A server brings with it what its programs declare as provided; for others it is whom they run in. */
function readDependency(dependency: XmlElement, runs: boolean, counter: MarkCounter): void {
  const scope = dependency.textOf("scope") ?? "compile";
  const isOther = scope === "test" || scope === "import" || (scope === "provided" && !runs);
  if (isOther || dependency.textOf("optional") === "true") return;
  addJvmFramework(counter, dependency.textOf("artifactId") ?? "", {
    group: dependency.textOf("groupId") ?? "",
  });
}
