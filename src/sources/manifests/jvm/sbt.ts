import { ownRepository, unknownGroup } from "#evidence/own-repository.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { baseName, folderOf, pathTarget } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { gitOrigin } from "../origin.ts";
import { purl } from "../purl.ts";
import { modulesIn } from "./sbt-modules.ts";
import { isOnlyTests, projectOf, type SbtProject } from "./sbt-projects.ts";
import { readSetting, SbtSettings } from "./sbt-settings.ts";
import { argumentName, defineModules, SbtNames, useModules, type SbtValue } from "./sbt-values.ts";
import { scriptNodes, type ScriptNode } from "./script-nodes.ts";
import {
  groupOf,
  isSign,
  isWord,
  pathAt,
  separated,
  statementsOf,
  type Statement,
} from "./script-statements.ts";
import { valueOf, written } from "./script-values.ts";

const deepest = 10;
const application =
  /(?:^|\.)(?:PlayScala|PlayJava|PlayService|JavaAppPackaging|JavaServerAppPackaging|DockerPlugin|AssemblyPlugin|SbtDistributablesPlugin|UniversalPlugin)$/;
const modifiers: ReadonlySet<string> = new Set(
  "private implicit final override protected lazy sealed case inline".split(" "),
);
const types: ReadonlySet<string> = new Set(["object", "class", "trait"]);
const values: ReadonlySet<string> = new Set(["val", "var", "def"]);
const emptyList = /^(?:(?:Seq|List)(?:\[\w{1,40}\])?(?:\.empty(?:\[\w{1,40}\])?|\(\))|Nil)$/;
const scalaSuffixes = ["_2.11", "_2.12", "_2.13", "_3"];

/**
 * sbt builds and the Scala sources below `project/`: settings and projects, each with what it uses and offers; values that
 * other files of the build name. They are programs and are not run.
 */
export const sbtSource = manifestSource({
  id: "sbt",
  version: 3,
  matches: (base, path) =>
    (base.endsWith(".sbt") && base !== ".sbt") ||
    (base.endsWith(".scala") &&
      /(?:^|\/)project\/(?:[^/]{1,100}|src\/main\/scala\/.{1,300})$/.test(path)),
  read({ path, text }) {
    const build = new SbtBuild(path);
    build.read(scriptNodes(text, "scala"), "", 0);
    return build.facts();
  },
});

class SbtBuild {
  readonly #path: string;
  readonly #facts = new CollectedFacts();
  readonly #names = new SbtNames();
  readonly #own = new SbtSettings();
  readonly #build = new SbtSettings();
  readonly #plugins: string[] = [];
  readonly #projects: SbtProject[] = [];
  readonly #values: SbtValue[] = [];
  /** Settings that values hold, by name. */
  readonly #held = new Map<string, SbtSettings>();
  /** Projects of other builds, by the value that names them: a git address. */
  readonly #elsewhere = new Map<string, string>();

  constructor(path: string) {
    this.#path = path;
  }

  read(nodes: readonly ScriptNode[], owner: string, depth: number): void {
    if (depth > deepest) return;
    for (const statement of statementsOf(nodes)) this.#statement(statement, owner, depth);
  }

  #statement(statement: Statement, owner: string, depth: number): void {
    let at = 0;
    while (modifiers.has(statement[at]?.value ?? "")) {
      at += 1;
      if (groupOf(statement[at], "[") !== null) at += 1;
    }
    const keyword = statement[at]?.value ?? "";
    const name = statement[at + 1];
    if (keyword === "import" || keyword === "package") return;
    if (types.has(keyword) && name?.kind === "word") {
      this.#names.add(owner + name.value);
      for (const node of statement) {
        const block = groupOf(node, "{");
        if (block !== null) this.read(block.nodes, `${owner}${name.value}.`, depth + 1);
      }
    } else if (values.has(keyword) && name?.kind === "word")
      this.#value(name.value, statement.slice(at + 2), owner, depth, name.line);
    else if (owner === "") this.#setting(statement);
    // Settings of plugins written in the build: `override lazy val projectSettings = Seq(organization := …)` is a value.
  }

  #setting(statement: Statement): void {
    const [path, end] = pathAt(statement, 0);
    const brackets = groupOf(statement[end], "(");
    if (path === "enablePlugins" && brackets !== null)
      for (const one of separated(brackets.nodes)) this.#plugins.push(pathAt(one, 0)[0]);
    else readSetting(statement, this.#own, this.#build);
  }

  #value(
    name: string,
    rest: readonly ScriptNode[],
    owner: string,
    depth: number,
    line: number,
  ): void {
    const equals = rest.findIndex((node) => isSign(node, "="));
    if (equals < 0) return;
    const nodes = rest.slice(equals + 1);
    const full = name === "apply" && owner !== "" ? owner.slice(0, -1) : owner + name;
    const inner = name === "apply" ? owner : `${full}.`;
    this.#names.add(full);
    const brackets = groupOf(rest[0], "(");
    if (brackets !== null) this.#parameters(full, inner, brackets.nodes);
    const address = addressIn(nodes);
    if (address !== null) {
      this.#elsewhere.set(name, address);
      return;
    }
    const project = brackets === null ? projectOf(name, nodes, this.#build, line) : null;
    if (project !== null && owner === "") {
      this.#projects.push(project);
      return;
    }
    // `new { val rail = … }`, `{ val rail = …; Seq(rail) }`
    for (const node of nodes) {
      const block = groupOf(node, "{");
      if (block !== null) this.read(block.nodes, inner, depth + 1);
    }
    if (holdsSettings(nodes, 0)) {
      const held = new SbtSettings();
      readSetting(nodes, held, this.#build);
      this.#held.set(full, held);
      return;
    }
    const isEmptyList = writesEmptyList(nodes);
    const modules = isEmptyList ? [] : modulesIn(nodes);
    const text =
      valueOf(nodes) ?? (modules.some((one) => "group" in one) ? null : chosenText(nodes));
    const value = { owner: inner, name: full, modules: text === null ? modules : [] };
    this.#values.push({ ...value, text: text === null && isEmptyList ? "" : text });
  }

  /** `(suffix: String, version: String = "1")`: what it is called with stands for them. */
  #parameters(full: string, inner: string, nodes: readonly ScriptNode[]): void {
    for (const [index, parameter] of separated(nodes).entries()) {
      const name = parameter.find(
        (node) => node.kind === "word" && node.value !== "implicit",
      )?.value;
      if (name === undefined) continue;
      this.#names.add(inner + name);
      const text = `\${${argumentName(full, index)}}`;
      this.#values.push({ owner: "", name: inner + name, text, modules: [] });
      const equals = parameter.findIndex((node) => isSign(node, "="));
      const usual = equals < 0 ? null : valueOf(parameter.slice(equals + 1));
      if (usual !== null)
        this.#values.push({ owner: "", name: argumentName(full, index), text: usual, modules: [] });
    }
  }

  facts(): ReturnType<CollectedFacts["toFileFacts"]> {
    const isMeta = /(?:^|\/)project\//.test(this.#path);
    const scope = isMeta ? "build" : null;
    const facts = this.#facts;
    for (const value of this.#values) this.#define(value);
    for (const [name, held] of this.#held) {
      const others = held.others.map((one) => ({
        reference: `settings:${this.#names.full(one, name)}`,
        scope: null,
        line: 1,
        given: [],
      }));
      defineModules(facts, this.#names, `settings:${name}`, `${name}.`, [
        ...held.modules,
        ...others,
      ]);
    }
    useModules(facts, this.#names, this.#own.modules, { project: undefined, scope });
    useModules(facts, this.#names, this.#build.modules, { project: undefined, scope });
    if (!isMeta) this.#offerAll();
    for (const key of ["organization", "version"]) {
      const all = [
        this.#build,
        this.#own,
        ...this.#held.values(),
        ...this.#projects.map((one) => one.settings),
      ];
      const found = all.flatMap((one) => one.texts.get(key) ?? [])[0];
      if (found !== undefined) facts.define(`sbt.${key}`, this.#names.text(found.value, ""));
    }
    const keys = new Map(this.#projects.map((other) => [other.key, other]));
    for (const one of this.#projects) this.#use(one, keys);
    this.#names.defineGiven(facts);
    return facts.toFileFacts();
  }

  #define({ owner, name, text, modules }: SbtValue): void {
    if (text !== null) this.#facts.define(name, this.#names.text(text, owner));
    else if (modules.length > 0) defineModules(this.#facts, this.#names, name, owner, modules);
  }

  #offerAll(): void {
    const base = folderOf(this.#path);
    const isBuildFile = baseName(this.#path) === "build.sbt" || this.#own.texts.has("name");
    const root = this.#projects.find((one) => this.#folderOf(one) === (base === "" ? "." : base));
    if (
      root === undefined &&
      isBuildFile &&
      (this.#projects.length === 0 || this.#own.texts.has("name"))
    )
      this.#offer(
        this.#own,
        base === "" ? ownRepository : baseName(base),
        undefined,
        this.#plugins,
        1,
      );
    for (const one of this.#projects) {
      if (isOnlyTests(one)) continue;
      const isRoot = one === root;
      if (isRoot)
        for (const [key, text] of this.#own.texts)
          if (!one.settings.texts.has(key)) one.settings.texts.set(key, text);
      this.#offer(
        one.settings,
        one.id,
        this.#projectOf(one),
        isRoot ? [...one.plugins, ...this.#plugins] : one.plugins,
        one.line,
      );
    }
  }

  #offer(
    settings: SbtSettings,
    id: string,
    project: string | undefined,
    plugins: readonly string[],
    line: number,
  ): void {
    const text = (key: string): string | undefined => {
      const found =
        settings.texts.get(key)?.value ??
        (key === "organization" ? this.#build.texts.get(key)?.value : undefined);
      return found === undefined ? undefined : this.#names.text(found, "");
    };
    const isPlugin = settings.isPlugin || plugins.some((one) => /(?:^|\.)SbtPlugin$/.test(one));
    const name = normalised(text("moduleName") ?? text("normalizedName") ?? text("name") ?? id);
    const namespace = text("organization") ?? "${sbt.organization}";
    const description = text("description");
    this.#facts.offer("maven", name, {
      namespace,
      project,
      kind: isPlugin ? "tooling" : "library",
      version: text("version") ?? "${sbt.version}",
      isPrivate: settings.isSkipped || plugins.some((one) => application.test(one)),
      ...(description === undefined || description.includes("${") ? {} : { description }),
      // Other tools ask for it with the version of Scala in its name.
      alsoKnownAs: (isPlugin ? ["_2.12_1.0"] : scalaSuffixes).map((suffix) =>
        purl("maven", name + suffix, { namespace }),
      ),
      line: settings.texts.get("name")?.line ?? line,
    });
  }

  #folderOf({ folder }: SbtProject): string | null {
    const target = pathTarget(this.#path, folder);
    return "localPath" in target && !folder.includes("${") ? target.localPath : null;
  }

  /** See `Dependency.project`; a folder that code works out is taken for the build's own. */
  #projectOf(one: SbtProject): string | undefined {
    const folder = isOnlyTests(one) ? null : this.#folderOf(one);
    const base = folderOf(this.#path);
    return folder === null || folder === (base === "" ? "." : base) ? undefined : folder;
  }

  #use(one: SbtProject, keys: ReadonlyMap<string, SbtProject>): void {
    const facts = this.#facts;
    const project = this.#projectOf(one);
    const isTests = isOnlyTests(one);
    const scope = isTests ? "test" : null;
    if (project !== undefined) facts.workspace(one.folder);
    useModules(facts, this.#names, one.settings.modules, { project, scope });
    const given = one.given.filter(
      (module) =>
        !(
          "reference" in module &&
          (keys.has(module.reference.split(".")[0] ?? "") ||
            /^[A-Z]\w{0,100}$/.test(module.reference))
        ),
    );
    useModules(facts, this.#names, given, { project, scope, isOptional: true });
    const others = one.settings.others.map((reference) => ({
      reference,
      scope: null,
      line: one.line,
      given: [],
    }));
    useModules(facts, this.#names, others, { project, scope, isOptional: true });
    if (isTests) return;
    for (const { key, scope: usedIn, line } of one.uses) {
      const other = keys.get(key);
      const address = this.#elsewhere.get(key);
      if (address !== undefined)
        facts.use("maven", key, {
          namespace: unknownGroup,
          scope: usedIn,
          line,
          project,
          origin: address,
        });
      const localPath = other === undefined || other === one ? null : this.#folderOf(other);
      if (localPath !== null)
        facts.use("generic", localPath === "." ? "root" : localPath, {
          scope: usedIn,
          line,
          project,
          localPath,
        });
    }
  }
}

/** `RootProject(uri("https://…#tag"))`, `ProjectRef(uri("…"), "core")` */
function addressIn(nodes: readonly ScriptNode[]): string | null {
  const [path, end] = pathAt(nodes, 0);
  const brackets = groupOf(nodes[end], "(");
  if (!/^(?:RootProject|ProjectRef)$/.test(path) || brackets === null) return null;
  const at = brackets.nodes.findIndex((node) => isWord(node, "uri"));
  const address = at < 0 ? null : valueOf(groupOf(brackets.nodes[at + 1], "(")?.nodes ?? []);
  return address === null ? null : gitOrigin(address.replace(/^git:\/\//, "https://"));
}

const setting: ReadonlySet<string> = new Set([":=", "+=", "++="]);

function holdsSettings(nodes: readonly ScriptNode[], depth: number): boolean {
  return (
    depth < 5 &&
    nodes.some(
      (node) =>
        (node.kind === "sign" && setting.has(node.value)) ||
        (node.kind === "group" && holdsSettings(node.nodes, depth + 1)),
    )
  );
}

/** Hardly a value is one: the first word tells most others before they are written out. */
function writesEmptyList(nodes: readonly ScriptNode[]): boolean {
  const first = nodes.find((node) => node.kind !== "break");
  const mayBe = first?.kind === "word" && /^(?:Seq|List|Nil)/.test(first.value);
  return mayBe && emptyList.test(written(nodes));
}

/** The last text of what a condition, a pattern or a variable of the environment decides: mostly the default. */
function chosenText(nodes: readonly ScriptNode[]): string | null {
  const isChoice = nodes.some(
    (node) => node.kind === "word" && /^(?:if|match|getOrElse|sys)$/.test(node.value),
  );
  if (!isChoice) return null;
  let last: string | null = null;
  for (const node of nodes) {
    const inner = node.kind === "group" ? node.nodes.findLast((one) => one.kind === "text") : node;
    if (inner?.kind === "text") last = valueOf([inner]);
  }
  return last;
}

/** sbt's own rule: lower case, anything but letters, digits and `_` is `-`. */
function normalised(name: string): string {
  return name
    .split(/(\$\{[^${}]{1,300}\})/)
    .map((part) =>
      part.startsWith("${") ? part : part.toLowerCase().replace(/[^\w]{1,100}/g, "-"),
    )
    .join("");
}
