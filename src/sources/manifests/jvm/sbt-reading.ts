import { gitOrigin } from "../origin.ts";
import { modulesIn } from "./sbt-modules.ts";
import { projectOf, projectMoved, type SbtProject } from "./sbt-projects.ts";
import { readSetting, SbtSettings } from "./sbt-settings.ts";
import { argumentName, type SbtValue } from "./sbt-values.ts";
import { scriptPart, type ScriptNode } from "./script-nodes.ts";
import {
  endsStatement,
  groupOf,
  isSign,
  isWord,
  pathAt,
  separated,
  statementsOf,
  type Statement,
} from "./script-statements.ts";
import { spelled, StatementMemory } from "./statement-memory.ts";
import { valueOf, written } from "./script-values.ts";

const deepest = 10;
const modifiers: ReadonlySet<string> = new Set(
  "private implicit final override protected lazy sealed case inline".split(" "),
);
const types: ReadonlySet<string> = new Set(["object", "class", "trait"]);
const values: ReadonlySet<string> = new Set(["val", "var", "def"]);
const emptyList = /^(?:(?:Seq|List)(?:\[\w{1,40}\])?(?:\.empty(?:\[\w{1,40}\])?|\(\))|Nil)$/;

/** Versions of a build mostly say the same: each part of it is read once. Lines in what is kept count from its first. */
export class SbtMemory {
  readonly parts = new StatementMemory<SbtReading>();
  readonly statements = new StatementMemory<SbtReading>();
}
const ofAllFiles = new SbtMemory();
/** Where a part may begin: a word at the beginning of a line. */
const partStart = /\n(?=[A-Za-z@])/g;

function partEnd(text: string, from: number): number {
  partStart.lastIndex = from;
  const found = partStart.exec(text);
  return found === null ? text.length : found.index + 1;
}

/** What the statements of a build say, before names are put together. */
export class SbtReading {
  readonly names: string[] = [];
  readonly own = new SbtSettings();
  readonly build = new SbtSettings();
  readonly plugins: string[] = [];
  readonly projects: SbtProject[] = [];
  readonly values: SbtValue[] = [];
  /** Names of the parameters of functions, by name. */
  readonly parameters = new Map<string, readonly string[]>();
  /** Settings that values hold, by name. */
  readonly held = new Map<string, SbtSettings>();
  /** Projects of other builds, by the value that names them: a git address. */
  readonly elsewhere = new Map<string, string>();

  readText(text: string, memory = ofAllFiles): void {
    memory.parts.startFile(text.length);
    memory.statements.startFile(text.length);
    let lines = 0;
    for (let from = 0; from < text.length;) {
      const end = this.#readPart(text, from, lines, memory);
      for (let at = text.indexOf("\n", from); at >= 0 && at < end; at = text.indexOf("\n", at + 1))
        lines += 1;
      from = end;
    }
  }

  /** Up to the next word that begins a line, where nothing is open there, else on to one twice as far: at most three times the text. */
  #readPart(text: string, from: number, lines: number, memory: SbtMemory): number {
    let end = partEnd(text, from);
    for (;;) {
      const part = text.slice(from, end);
      const known = memory.parts.of(part);
      if (known !== undefined) {
        this.#take(known, lines);
        return end;
      }
      const { nodes, isWhole } = scriptPart(part, "scala");
      const isPart = isWhole && endsStatement(nodes);
      if (isPart || end === text.length) {
        const said = new SbtReading();
        said.#read(nodes, "", 0, memory.statements);
        if (isPart) memory.parts.keep(part, said);
        this.#take(said, lines);
        return end;
      }
      end = partEnd(text, end + (end - from));
    }
  }

  #read(
    nodes: readonly ScriptNode[],
    owner: string,
    depth: number,
    memory: StatementMemory<SbtReading> | null,
  ): void {
    if (depth > deepest) return;
    for (const statement of statementsOf(nodes)) this.#statement(statement, owner, depth, memory);
  }

  #statement(
    statement: Statement,
    owner: string,
    depth: number,
    memory: StatementMemory<SbtReading> | null,
  ): void {
    let at = 0;
    while (modifiers.has(statement[at]?.value ?? "")) {
      at += 1;
      if (groupOf(statement[at], "[") !== null) at += 1;
    }
    const keyword = statement[at]?.value ?? "";
    const name = statement[at + 1];
    if (keyword === "import" || keyword === "package") return;
    if (types.has(keyword) && name?.kind === "word") {
      this.names.push(owner + name.value);
      for (const node of statement) {
        const block = groupOf(node, "{");
        if (block !== null) this.#read(block.nodes, `${owner}${name.value}.`, depth + 1, memory);
      }
      return;
    }
    const isValue = values.has(keyword) && name?.kind === "word";
    // Settings of plugins written in the build: `override lazy val projectSettings = Seq(organization := …)` is a value.
    if (!isValue && owner !== "") return;
    const rest = isValue ? statement.slice(at + 2) : statement;
    const line = name?.line ?? 0;
    if (memory === null) {
      if (isValue) this.#value(name.value, rest, owner, depth, line);
      else this.#setting(rest);
      return;
    }
    const first = statement[0]?.line ?? 0;
    const key = `${String(depth)} ${owner}\n${spelled(statement)}`;
    let said = memory.of(key);
    if (said === undefined) {
      said = new SbtReading();
      said.#statement(statement, owner, depth, null);
      const kept = new SbtReading();
      kept.#take(said, -first);
      memory.keep(key, kept);
      this.#take(said, 0);
    } else this.#take(said, first);
  }

  /** `lines`: how far down it stands. */
  #take(other: SbtReading, lines: number): void {
    for (const name of other.names) this.names.push(name);
    this.own.take(other.own, lines);
    this.build.take(other.build, lines);
    for (const one of other.plugins) this.plugins.push(one);
    for (const one of other.projects) this.projects.push(projectMoved(one, lines));
    for (const one of other.values) this.values.push(one);
    for (const [name, own] of other.parameters) this.parameters.set(name, own);
    for (const [name, settings] of other.held) this.held.set(name, settings.moved(lines));
    for (const [name, address] of other.elsewhere) this.elsewhere.set(name, address);
  }

  #setting(statement: Statement): void {
    const [path, end] = pathAt(statement, 0);
    const brackets = groupOf(statement[end], "(");
    if (path === "enablePlugins" && brackets !== null)
      for (const one of separated(brackets.nodes)) this.plugins.push(pathAt(one, 0)[0]);
    else readSetting(statement, this.own, this.build);
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
    this.names.push(full);
    const brackets = groupOf(rest[0], "(");
    if (brackets !== null) this.#parameters(full, inner, brackets.nodes);
    const address = addressIn(nodes);
    if (address !== null) {
      this.elsewhere.set(name, address);
      return;
    }
    const project = brackets === null ? projectOf(name, nodes, this.build, line) : null;
    if (project !== null && owner === "") {
      this.projects.push(project);
      return;
    }
    // `new { val rail = … }`, `{ val rail = …; Seq(rail) }`
    for (const node of nodes) {
      const block = groupOf(node, "{");
      if (block !== null) this.#read(block.nodes, inner, depth + 1, null);
    }
    if (holdsSettings(nodes, 0)) {
      const held = new SbtSettings();
      readSetting(nodes, held, this.build);
      this.held.set(full, held);
      return;
    }
    const isEmptyList = writesEmptyList(nodes);
    const modules = isEmptyList ? [] : modulesIn(nodes);
    const text =
      valueOf(nodes) ?? (modules.some((one) => "group" in one) ? null : chosenText(nodes));
    const value = { owner: inner, name: full, modules: text === null ? modules : [] };
    this.values.push({ ...value, text: text === null && isEmptyList ? "" : text });
  }

  /** `(suffix: String, version: String = "1")`: what it is called with stands for them. */
  #parameters(full: string, inner: string, nodes: readonly ScriptNode[]): void {
    const all: string[] = [];
    this.parameters.set(full, all);
    for (const [index, parameter] of separated(nodes).entries()) {
      const name = parameter.find(
        (node) => node.kind === "word" && node.value !== "implicit",
      )?.value;
      all.push(name ?? "");
      if (name === undefined) continue;
      this.names.push(inner + name);
      const text = `\${${argumentName(full, index)}}`;
      this.values.push({ owner: "", name: inner + name, text, modules: [] });
      const equals = parameter.findIndex((node) => isSign(node, "="));
      const usual = equals < 0 ? null : valueOf(parameter.slice(equals + 1));
      if (usual !== null)
        this.values.push({ owner: "", name: argumentName(full, index), text: usual, modules: [] });
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
