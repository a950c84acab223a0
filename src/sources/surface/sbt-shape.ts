import type { FileFacts, ParseProblem } from "#evidence/facts.ts";
import type { SurfaceMark } from "#evidence/surface-mark.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import type { FileSource } from "#evidence/source.ts";
import { isTestPath } from "#evidence/test-path.ts";
import { folderOf, pathTarget } from "../manifests/manifest-path.ts";
import { isOnlyTests, projectOf, type SbtProject } from "../manifests/jvm/sbt-projects.ts";
import { SbtSettings } from "../manifests/jvm/sbt-settings.ts";
import { scriptNodes, type ScriptNode } from "../manifests/jvm/script-nodes.ts";
import {
  groupOf,
  isSign,
  isWord,
  statementsOf,
  type Statement,
} from "../manifests/jvm/script-statements.ts";
import { addJvmFramework } from "./jvm-frameworks.ts";
import { MarkCounter } from "./marks.ts";

type Mark = SurfaceMark["mark"];

/** Words of a build: plugins that are enabled, settings that are set. */
const signs: readonly (readonly [mark: Mark, text: string, word: RegExp])[] = [
  [
    "application-shape",
    "Play",
    /^(?:PlayScala|PlayJava|PlayService|PlayMinimalJava|PlayNettyServer|LagomPlay\w{0,20}|LagomScala|LagomJava)$/,
  ],
  [
    "application-shape",
    "sbt-native-packager",
    /^(?:JavaAppPackaging|JavaServerAppPackaging|DockerPlugin|DockerSpotifyClientPlugin|UniversalPlugin|AshScriptPlugin|JDebPackaging|UniversalDeployPlugin|LauncherJarPlugin|JlinkPlugin|GraalVMNativeImagePlugin|NativeImagePlugin)$/,
  ],
  [
    "application-shape",
    "AWS Lambda or functions",
    /^(?:LambdaJSPlugin|AwsLambdaPlugin|SbtLambdaPlugin)$/,
  ],
  ["library-shape", "sbt plugin", /^(?:SbtPlugin|ScriptedPlugin)$/],
  ["desktop-app", "installer of a runtime", /^(?:WindowsPlugin|JDKPackagerPlugin)$/],
  [
    "publishes",
    "Maven repository",
    /^(?:CiReleasePlugin|Sonatype|SonatypePlugin|TypelevelCiReleasePlugin|TypelevelSonatypePlugin|ZioSbtCiPlugin|SonatypeCiReleasePlugin)$/,
  ],
];
/** Plugins that an organisation writes for itself say by their names what they make of a project. */
const named: readonly (readonly [mark: Mark, word: RegExp])[] = [
  [
    "application-shape",
    /^(?:Sbt)?[A-Z]\w{0,40}(?:Microservice|Distributables|Service|Application|Deployable|WebApp)Plugin$|^Sbt(?:Microservice|Distributables|Service)(?:Plugin)?$/,
  ],
  [
    "library-shape",
    /^(?:Sbt)?(?:[A-Z]\w{0,40})?(?:Library|Artifactory|Bintray|Publish|Publishing)Plugin$|^Sbt(?:Library|Artifactory|Bintray|Publishing)$/,
  ],
];
const keptBack = /^(?:Sbt)?No\w{0,20}Publish\w{0,20}$/;
/** Settings that nobody makes but for what others take from a registry. */
const describing =
  /^(?:versionScheme|mimaPreviousArtifacts|tlBaseVersion|tlVersionIntroduced|publishMavenStyle|scmInfo|developers|pomExtra|sonatypeProfileName|sonatypeProjectHosting|releaseEarlyWith|releaseCrossBuild)$/;
const publishedSetting = /^is(?:Public|Published)(?:Artefact|Artifact|Library)?$/;
/** Settings that say how an executable archive is made, with the class to start with. */
const assembled = /^assembly(?:JarName|OutputPath|MergeStrategy)?$/;
const deepest = 14;
const mostWords = 5_000;
/** Of values that projects name, counted for each project that does: thousands may name a value of thousands of modules. */
const mostReached = 400_000;

/** What a part of a build says, by the words in it. */
interface Said {
  readonly words: ReadonlySet<string>;
  readonly isPlugin: boolean;
  readonly publishesTo: boolean;
  readonly isPublic: boolean;
  readonly isSkipped: boolean;
  /** As registries ask for it, or for several versions of Scala. */
  readonly isDescribed: boolean;
  readonly startsClass: boolean;
  readonly artifacts: readonly { readonly group: string; readonly name: string }[];
}

/**
 * What an sbt build says of the shapes of its projects: each project's marks are about its folder. Values and functions of the
 * same file that a project names count for it. Scala sources below `project/` tell of the whole build, and only of publishing.
 */
export const sbtShape: FileSource = {
  id: "sbt-shape",
  version: 2,
  endings: ["sbt", "scala"],
  tellsOfItsFolder: true,
  detect: (path) =>
    (path.endsWith(".sbt") || path.endsWith(".scala")) &&
    (/(?:^|\/)[\w.-]{1,100}\.sbt$/.test(path) ||
      /(?:^|\/)project\/[^/]{1,100}\.scala$/.test(path)) &&
    !isForeignPath(path) &&
    !isTestPath(path)
      ? "head"
      : "none",
  read: ({ path, text }) => {
    if (!/:=|enablePlugins|\+=|project|%/.test(text)) return {};
    const nodes = scriptNodes(text, "scala");
    const counter = new MarkCounter();
    let isCut = false;
    if (/(?:^|\/)project\/[^/]{1,100}$/.test(path)) readMeta(path, nodes, counter);
    else isCut = new Build(path, nodes).addTo(counter);
    const surface = counter.marks();
    return {
      ...(surface.length === 0 ? {} : { surface }),
      ...(isCut ? { problems: [tooMuchShared] } : {}),
    } satisfies FileFacts;
  },
};

const tooMuchShared: ParseProblem = {
  code: "truncated",
  text: "projects share more settings than are gone through for each",
};

/** Folder of the build that files below `project/` belong to. */
function readMeta(path: string, nodes: readonly ScriptNode[], counter: MarkCounter): void {
  const folder = folderOf(folderOf(path)) || ".";
  const said = saidBy(nodes);
  const isReleased = said.artifacts.some(({ name }) =>
    /^(?:sbt-ci-release|sbt-typelevel(?:-ci-release)?|zio-sbt-ci)$/.test(name),
  );
  if (isReleased || said.publishesTo) counter.add("publishes", "Maven repository", 1, folder);
  if (isReleased || said.publishesTo || said.isPublic)
    counter.add("library-shape", "published by sbt", 1, folder);
  const isSources = path.endsWith(".scala");
  if (isSources && !isReleased && !said.publishesTo && !said.isPublic)
    for (const { group, name } of said.artifacts) addJvmFramework(counter, name, { group, folder });
}

class Build {
  readonly #path: string;
  readonly #projects: SbtProject[] = [];
  readonly #bodies = new Map<string, Statement>();
  /** Statements of the file itself: they are about the root's project and, `ThisBuild /`, about all. */
  readonly #own: ScriptNode[] = [];
  #keys: ReadonlySet<string> | null = null;
  #reachedNodes = 0;

  constructor(path: string, nodes: readonly ScriptNode[]) {
    this.#path = path;
    for (const statement of statementsOf(nodes)) this.#take(statement);
  }

  #take(statement: Statement): void {
    const at = statement.findIndex((node) => /^(?:val|def|var)$/.test(node.value));
    const name = statement[at + 1];
    if (isWord(statement[0], "import")) return;
    if (at < 0 || at > 3 || name?.kind !== "word") {
      for (const each of statement) this.#own.push(each);
      this.#own.push({ kind: "break", value: "\n", line: name?.line ?? 1 });
      return;
    }
    const equals = statement.findIndex((node, index) => index > at && isSign(node, "="));
    const value = equals < 0 ? [] : statement.slice(equals + 1);
    const hasParameters = groupOf(statement[at + 2], "(") !== null;
    const project = hasParameters
      ? null
      : projectOf(name.value, value, new SbtSettings(), name.line);
    this.#bodies.set(name.value, value);
    if (project !== null) this.#projects.push(project);
  }

  /** True: of the last projects only what they say themselves was read. */
  addTo(counter: MarkCounter): boolean {
    const own = saidBy(this.#own);
    const base = folderOf(this.#path) || ".";
    const taken = new Set(
      this.#projects.flatMap((one) =>
        one.uses
          .filter(({ key, scope }) => scope === "runtime" && key !== one.key)
          .map(({ key }) => key),
      ),
    );
    const aggregators = new Set(
      this.#projects.filter(({ key }) => this.#aggregates(key)).map(({ key }) => key),
    );
    let hasRoot = false;
    for (const project of this.#projects) {
      if (isOnlyTests(project)) continue;
      const folder = this.#folderOf(project);
      if (folder === null) continue;
      hasRoot ||= folder === base;
      const said = saidBy(this.#reached(project.key));
      const isLibrary = taken.has(project.key);
      const all = merged(said, own);
      addMarks(counter, all, folder, isLibrary);
      if (aggregators.has(project.key) && said.isSkipped) this.#addParts(counter, all, folder);
      else if (all.isSkipped && !isLibrary && !isProgram(all))
        counter.add("unpublished", "publish skip", 1, folder);
    }
    if (!hasRoot) addMarks(counter, own, base, false);
    return this.#reachedNodes > mostReached;
  }

  /** An aggregate is for its parts: what these say of publishing is said of the whole. */
  #addParts(counter: MarkCounter, all: Said, folder: string): void {
    if (all.isPublic || all.publishesTo || all.isDescribed)
      counter.add("library-shape", "sbt projects that are published", 1, folder);
  }

  #aggregates(key: string): boolean {
    return (this.#bodies.get(key) ?? []).some((node) => isWord(node, "aggregate"));
  }

  #folderOf({ folder }: SbtProject): string | null {
    const target = pathTarget(this.#path, folder);
    return "localPath" in target && !folder.includes("${") ? target.localPath : null;
  }

  /** What a project's value holds, with the values and functions of the file that it names; other projects are not gone into. */
  #reached(key: string): readonly ScriptNode[] {
    const projects = (this.#keys ??= new Set(this.#projects.map((one) => one.key)));
    const seen = new Set<string>([key]);
    const reached: ScriptNode[] = [];
    const queue = [key];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const body = this.#bodies.get(next) ?? [];
      if (next !== key) this.#reachedNodes += countOf(body);
      if (this.#reachedNodes > mostReached && next !== key) break;
      for (const each of body) reached.push(each);
      reached.push({ kind: "break", value: "\n", line: 1 });
      for (const word of saidBy(body).words)
        if (this.#bodies.has(word) && !projects.has(word) && !seen.has(word) && seen.size < 50) {
          seen.add(word);
          queue.push(word);
        }
    }
    return reached;
  }
}

function countOf(nodes: readonly ScriptNode[]): number {
  let count = nodes.length;
  for (const node of nodes) if (node.kind === "group") count += countOf(node.nodes);
  return count;
}

function isProgram({ words }: Said): boolean {
  return [...words].some((word) =>
    signs.some(([mark, , sign]) => mark === "application-shape" && sign.test(word)),
  );
}

function addMarks(counter: MarkCounter, said: Said, folder: string, isTakenIn: boolean): void {
  const marks = new MarkCounter();
  for (const word of said.words) {
    if (keptBack.test(word)) continue;
    for (const [mark, text, sign] of signs) if (sign.test(word)) marks.add(mark, text);
    for (const [mark, sign] of named) if (sign.test(word)) marks.add(mark, `plugin ${word}`);
  }
  if (said.isPlugin) marks.add("library-shape", "sbt plugin");
  if (said.publishesTo) marks.add("publishes", "Maven repository");
  if (said.isPublic || (said.publishesTo && !isProgram(said)))
    marks.add("library-shape", "published by sbt");
  if (said.isDescribed && !isProgram(said) && !said.isSkipped)
    marks.add("library-shape", "described for a registry");
  if (said.startsClass) marks.add("application-shape", "class to start with");
  // Functions that make every project of a build make its libraries programs too.
  if (isTakenIn) marks.add("library-shape", "taken in by other projects of the build");
  const found = marks.marks().filter(({ mark }) => !(isTakenIn && mark === "application-shape"));
  for (const { mark, text } of found) counter.add(mark, text, 1, folder);
  const has = (mark: Mark): boolean => found.some((one) => one.mark === mark);
  if (has("application-shape") || !has("library-shape"))
    for (const { group, name } of said.artifacts) addJvmFramework(counter, name, { group, folder });
}

function merged(project: Said, build: Said): Said {
  return {
    ...project,
    isPublic: project.isPublic || build.isPublic,
    isDescribed: project.isDescribed || build.isDescribed,
    publishesTo: project.publishesTo || build.publishesTo,
  };
}

function saidBy(nodes: readonly ScriptNode[]): Said {
  const words = new Set<string>();
  const artifacts: { group: string; name: string }[] = [];
  const said = {
    isPlugin: false,
    publishesTo: false,
    isPublic: false,
    isSkipped: false,
    isDescribed: false,
    startsClass: false,
  };
  const visit = (level: readonly ScriptNode[], depth: number): void => {
    if (depth > deepest || words.size > mostWords) return;
    for (const [at, node] of level.entries()) {
      if (node.kind === "group") {
        if (!isWord(level[at - 1], "disablePlugins")) visit(node.nodes, depth + 1);
        continue;
      }
      if (node.kind === "text") addArtifact(level, at, artifacts);
      if (node.kind !== "word") continue;
      words.add(node.value);
      said.isSkipped ||= keptBack.test(node.value);
      const value = isSign(level[at + 1], ":=") ? level[at + 2] : undefined;
      if (value === undefined) continue;
      const isTrue = isWord(value, "true");
      said.isDescribed ||=
        describing.test(node.value) ||
        (node.value === "crossScalaVersions" && isSeveral(level.slice(at + 2, at + 5)));
      if (node.value === "sbtPlugin") said.isPlugin ||= isTrue;
      else if (publishedSetting.test(node.value)) said.isPublic ||= isTrue;
      else if (node.value === "publishTo") said.publishesTo ||= !isWord(value, "None");
      else if (isPublishSkip(level, at)) said.isSkipped ||= isTrue;
      else if (node.value === "publishArtifact" && !isSign(level[at - 1], "/"))
        said.isSkipped ||= isWord(value, "false");
      else if (node.value === "mainClass" || assembled.test(node.value))
        said.startsClass ||= !isWord(value, "None");
    }
  };
  visit(nodes, 0);
  return { ...said, words, artifacts };
}

/** `Seq(one, other)` */
function isSeveral(value: readonly ScriptNode[]): boolean {
  return value.some(
    (node) =>
      node.kind === "group" && node.value === "(" && node.nodes.some((one) => isSign(one, ",")),
  );
}

/** `publish / skip`, `skip in publish`, before `:=`. */
function isPublishSkip(level: readonly ScriptNode[], at: number): boolean {
  const isSlashed = isSign(level[at - 1], "/");
  if (!isSlashed && !isWord(level[at - 1], "in")) return false;
  const [key, scope] = isSlashed ? [level[at], level[at - 2]] : [level[at - 2], level[at]];
  return isWord(key, "skip") && isWord(scope, "publish");
}

/** `"group" %% "name" % …`, unless for tests or given by whom it runs in. */
function addArtifact(
  level: readonly ScriptNode[],
  at: number,
  artifacts: { group: string; name: string }[],
): void {
  const sign = level[at - 1];
  const group = level[at - 2];
  if (sign?.kind !== "sign" || !/^%{1,3}$/.test(sign.value) || group?.kind !== "text") return;
  const name = level[at]?.value ?? "";
  const after = level.slice(at + 1, at + 12);
  const end = after.findIndex((node) => node.kind === "break" || isSign(node, ","));
  const configuration = after.slice(0, end < 0 ? undefined : end);
  const isOther = configuration.some(
    ({ kind, value }) =>
      (kind === "text" || kind === "word") &&
      /^(?:Test|It|IntegrationTest|Provided|(?:test|it|provided)(?:[,;].{0,60})?)$/.test(value),
  );
  if (!isOther) artifacts.push({ group: group.value, name });
}
