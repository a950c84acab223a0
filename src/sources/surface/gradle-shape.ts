import type { SurfaceMark } from "#evidence/surface-mark.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import type { FileSource } from "#evidence/source.ts";
import { isTestPath } from "#evidence/test-path.ts";
import { blankComments } from "../manifests/jvm/blank-comments.ts";
import { addJvmFramework } from "./jvm-frameworks.ts";
import { MarkCounter } from "./marks.ts";

type Mark = SurfaceMark["mark"];

/** A plugin's id, or its name in a catalog without signs: `androidapplication`. */
interface PluginSign {
  readonly mark: Mark;
  readonly text: string;
  readonly id: RegExp;
}

const plugin = (mark: Mark, text: string, id: string): PluginSign => ({
  mark,
  text,
  id: new RegExp(`^(?:${id})$`),
});

const pluginSigns: readonly PluginSign[] = [
  plugin(
    "mobile-app",
    "Android application",
    "com\\.android\\.(?:application|dynamic-feature)|android|(?:com)?android(?:gradle)?(?:application|app)(?:plugin)?",
  ),
  plugin("application-shape", "Gradle application", "application"),
  plugin(
    "application-shape",
    "Spring Boot",
    "org\\.springframework\\.boot|(?:org)?spring(?:framework)?boot",
  ),
  plugin("application-shape", "Quarkus", "io\\.quarkus|quarkus"),
  plugin(
    "application-shape",
    "Micronaut",
    "io\\.micronaut\\.(?:minimal\\.)?application|micronautapplication",
  ),
  plugin("application-shape", "Ktor", "io\\.ktor\\.plugin|ktor|ktorplugin"),
  plugin(
    "application-shape",
    "Grails",
    "org\\.grails\\.grails-web|org\\.apache\\.grails\\.gradle\\.grails-web",
  ),
  plugin("application-shape", "Play", "org\\.gradle\\.playframework|play"),
  plugin(
    "application-shape",
    "archive for a server",
    "war|ear|org\\.gretty|com\\.bmuschko\\.tomcat",
  ),
  plugin(
    "application-shape",
    "image of the program",
    "com\\.google\\.cloud\\.tools\\.jib|jib|com\\.bmuschko\\.docker-(?:java|spring-boot)-application",
  ),
  plugin(
    "application-shape",
    "AWS Lambda or functions",
    "com\\.microsoft\\.azure\\.azurefunctions|com\\.google\\.cloud\\.functions.{0,40}",
  ),
  plugin(
    "desktop-app",
    "installer of a runtime",
    "org\\.beryx\\.(?:jlink|runtime)|org\\.panteleyev\\.jpackageplugin|dev\\.hydraulic\\.conveyor",
  ),
  plugin("desktop-app", "JavaFX", "org\\.openjfx\\.javafxplugin|(?:openjfx)?javafx(?:plugin)?"),
  plugin("distribution", "Google Play", "com\\.github\\.triplet\\.play|playpublisher|tripletplay"),
  plugin(
    "library-shape",
    "java-library",
    "java-library|java-library-distribution|groovy-library|cpp-library|swift-library|java-test-fixtures",
  ),
  plugin("library-shape", "bill of materials", "java-platform|version-catalog"),
  plugin(
    "library-shape",
    "Gradle plugin",
    "java-gradle-plugin|groovy-gradle-plugin|kotlin-dsl|com\\.gradle\\.plugin-publish|(?:gradle)?pluginpublish",
  ),
  plugin(
    "library-shape",
    "Android library",
    "com\\.android\\.(?:library|kotlin\\.multiplatform\\.library)|android-library|(?:com)?android(?:gradle)?library(?:plugin)?",
  ),
  plugin(
    "library-shape",
    "Micronaut library",
    "io\\.micronaut\\.(?:minimal\\.)?library|micronautlibrary",
  ),
  plugin(
    "library-shape",
    "Grails plugin",
    "org\\.grails\\.grails-plugin|org\\.apache\\.grails\\.gradle\\.grails-plugin",
  ),
  plugin("library-shape", "plugin of Jenkins", "org\\.jenkins-ci\\.jpi"),
  plugin(
    "library-shape",
    "plugin of an editor",
    "org\\.jetbrains\\.intellij(?:\\.platform)?|(?:jetbrains)?intellij(?:platform)?",
  ),
  plugin(
    "publishes",
    "Maven repository",
    "maven-publish|maven|ivy-publish|com\\.vanniktech\\.maven\\.publish(?:\\.base)?|(?:vanniktech)?mavenpublish(?:base)?|io\\.github\\.gradle-nexus\\.publish-plugin|nexuspublish(?:plugin)?|com\\.jfrog\\.(?:bintray|artifactory)|(?:com\\.netflix\\.)?nebula\\.[\\w.-]{0,60}publish[\\w.-]{0,60}|org\\.jreleaser|jreleaser|com\\.gradleup\\.nmcp[\\w.-]{0,40}|tech\\.yanand\\.maven-central-publish|org\\.danilopianini\\.publish-on-central",
  ),
  plugin(
    "publishes",
    "Gradle plugin portal",
    "com\\.gradle\\.plugin-publish|(?:gradle)?pluginpublish",
  ),
];

/** Plugins that an organisation writes for itself say by their names what they make of a project. */
const namedApplication =
  /(?:^|[-_])(?:spring-boot|spring|service|microservice|application|app|server|deployable|webapp)(?:[-_](?:conventions?|plugin|module))?$/;
const namedLibrary =
  /(?:^|[-_])(?:library|lib|libraries|sdk|publish|publishing|published)(?:[-_]|$)/;

const applied =
  /(?:(?:^|[\s;{(.])(?:(?:id|kotlin|alias)[ \t]{0,3}\(?[ \t]{0,3}|apply[ \t]{0,3}\(?[ \t]{0,3}(?:plugin[ \t]{0,3}[:=][ \t]{0,3})?)|(?:^|[\n;{])[ \t]{0,40}plugin\()(?:["']([\w.-]{1,120})["']|\w{1,30}\.plugins\.([\w.]{1,100}))([^\n;]{0,120})/g;
const pluginsBlock = /(?:^|\n)[ \t]{0,20}plugins[ \t]{0,5}\{([^{}]{0,20000})\}/g;
const bareWord = /(?:^|\n|;)[ \t]{0,40}`?([a-z][a-z-]{2,40})`?[ \t\r]{0,20}(?=\n|;|$)/g;
const configured =
  /^[ \t]{0,80}(?:add\()?["']?([a-zA-Z]\w{0,60})["']?[ \t]{0,3}\(?[ \t]{0,3}([^\n]{0,400})/;
const runtime =
  /^(?:api|implementation|compile|runtime|runtimeOnly|\w{1,40}(?:Implementation|Api|RuntimeOnly))$/;
const artifact =
  /["'][\w.-]{0,120}:([\w.-]{2,100})(?=[:"'@])|\bname[ \t]{0,3}[:=][ \t]{0,3}["']([\w.-]{2,100})|\b(?:libs|\w{0,30}Libs)\.([\w.]{2,100})/g;
const noBootJar =
  /\bbootJar\b[^\n{]{0,60}\{\s{0,60}(?:isE|e)nabled\s{0,5}=?\s{0,5}false|\bbootJar\.(?:isE|e)nabled\s{0,5}=\s{0,5}false|<BootJar>[^\n{]{0,40}\{\s{0,60}(?:isE|e)nabled\s{0,5}=\s{0,5}false/;

/**
 * What a Gradle build script says of its project's shape: programs, libraries and plugins by the plugins that it applies (not
 * those it only makes known, `apply false`), and the frameworks that it runs with. Read as text: it is a program and is not run.
 */
export const gradleShape: FileSource = {
  id: "gradle-shape",
  version: 1,
  endings: ["gradle", "kts"],
  tellsOfItsFolder: true,
  detect: (path) =>
    /\.gradle(?:\.kts)?$/.test(path) &&
    !/(?:^|\/)(?:settings|init)\.gradle/.test(path) &&
    !isForeignPath(path) &&
    !isTestPath(path)
      ? "head"
      : "none",
  read: ({ path, text }) => {
    if (!/plugin|apply|dependencies|publishing/.test(text)) return {};
    const script = blankComments(text, path.endsWith(".kts"));
    const counter = new MarkCounter();
    if (isConvention(path)) readConvention(script, counter);
    else readProject(script, counter);
    const surface = counter.marks();
    return surface.length === 0 ? {} : { surface };
  },
};

/** Scripts below `buildSrc` and its like, and scripts that others apply, speak of projects of the build. */
function isConvention(path: string): boolean {
  const base = path.slice(path.lastIndexOf("/") + 1).replace(/\.gradle(?:\.kts)?$/, "");
  if (/(?:^|\/)(?:buildSrc|build-logic|build-conventions)\//.test(path)) return true;
  const folder = path.split("/").at(-2) ?? "";
  return base !== "build" && base !== folder;
}

/** That some projects of a build are published says what the build is for; that some are programs does not say which. */
function readConvention(script: string, counter: MarkCounter): void {
  const marks = marksOf(pluginsOf(script));
  for (const { mark, text } of marks) if (mark === "publishes") counter.add(mark, text);
  if (marks.some(({ mark }) => mark === "publishes"))
    counter.add("library-shape", "publishing convention of the build");
}

function readProject(script: string, counter: MarkCounter): void {
  const ids = pluginsOf(script);
  const signs = marksOf(ids);
  const isBootLibrary = noBootJar.test(script);
  for (const { mark, text } of signs)
    if (!(isBootLibrary && text === "Spring Boot")) counter.add(mark, text);
  if (isBootLibrary) counter.add("library-shape", "Spring Boot without an executable");
  if (
    /\bcompose\.desktop\b[^{}]{0,20}\{\s{0,60}application\b|\bdesktop\s{0,5}\{\s{0,60}application\s{0,5}\{/.test(
      script,
    )
  )
    counter.add("desktop-app", "Compose Desktop");
  if (
    /\bpublishing\s{0,5}\{\s{0,60}publications\b|\buploadArchives\s{0,5}\{|\bmavenPublishing\s{0,5}\{/.test(
      script,
    )
  )
    counter.add("publishes", "Maven repository");
  if (/\bapplicationId[ \t]{0,3}(?:=[ \t]{0,3})?["'(]/.test(script))
    counter.add("mobile-app", "Android application");
  if (!counter.marks().some(({ mark }) => isShape(mark))) addNamed(ids, counter);
  const marks = counter.marks().map(({ mark }) => mark);
  const isPublished = marks.includes("publishes");
  const runs = marks.some((mark) => isProgram(mark));
  for (const mark of ["mobile-app", "desktop-app"] as const)
    if (marks.includes(mark)) counter.add("application-shape", "Gradle application");
  if (isPublished && !runs && !marks.includes("library-shape"))
    counter.add("library-shape", "published by Gradle");
  if (runs || !(isPublished || marks.includes("library-shape")))
    for (const [group, name] of dependenciesOf(script)) addJvmFramework(counter, name, { group });
}

function isShape(mark: Mark): boolean {
  return mark === "library-shape" || mark === "publishes" || isProgram(mark);
}

function isProgram(mark: Mark): boolean {
  return mark === "application-shape" || mark === "mobile-app" || mark === "desktop-app";
}

function addNamed(ids: readonly string[], counter: MarkCounter): void {
  for (const id of ids) {
    const last = id.slice(id.lastIndexOf(".") + 1);
    if (namedLibrary.test(last)) counter.add("library-shape", `plugin ${id}`);
    else if (namedApplication.test(last)) counter.add("application-shape", `plugin ${id}`);
  }
}

function marksOf(
  ids: readonly string[],
): readonly { readonly mark: Mark; readonly text: string }[] {
  const found = new Map<string, PluginSign>();
  for (const id of ids)
    for (const sign of pluginSigns)
      if (sign.id.test(id)) found.set(`${sign.mark}\n${sign.text}`, sign);
  return [...found.values()];
}

/** Ids of plugins that are applied here; those of a catalog by their names there, in lower case without signs. */
function pluginsOf(script: string): readonly string[] {
  const ids = new Set<string>();
  for (const [whole, id, alias, rest = ""] of script.matchAll(applied)) {
    if (/\bapply[ \t]{0,3}\(?[ \t]{0,3}false/.test(rest)) continue;
    if (alias !== undefined) ids.add(alias.toLowerCase().replace(/[^a-z0-9]/g, ""));
    else if (id !== undefined && !/(?:^|[\s;{(.])kotlin[ \t(]/.test(whole)) ids.add(id);
  }
  for (const [, block = ""] of script.matchAll(pluginsBlock))
    for (const [, word = ""] of block.matchAll(bareWord)) ids.add(word);
  return [...ids];
}

/** Artefacts with which the program runs; entries of a catalog by their names there, with `-` for the dots. */
function* dependenciesOf(script: string): Generator<readonly [group: string, name: string]> {
  let isRuntime = false;
  for (const line of script.split("\n")) {
    const [, word = "", rest = ""] = configured.exec(line) ?? [];
    const goesOn =
      /^[ \t]{0,80}(?:["']|libs\.)/.test(line) &&
      !/^[ \t]{0,80}["']\w{1,60}["']\s{0,3}\(/.test(line);
    if (!goesOn) isRuntime = runtime.test(word) && !/^(?:\w{1,40}T|t)est/.test(word);
    if (!isRuntime) continue;
    for (const [whole, name, named, alias] of (goesOn ? line.slice(0, 400) : rest).matchAll(
      artifact,
    )) {
      const group = whole.slice(1, Math.max(1, whole.indexOf(":")));
      yield [group, name ?? named ?? (alias ?? "").replaceAll(".", "-")];
    }
  }
}
