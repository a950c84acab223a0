import { ownRepository, unknownGroup } from "#evidence/own-repository.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { baseName, folderOf, pathTarget } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { purl } from "../purl.ts";
import { functionsOf, modulesWithCalls, withCalls, type SbtFunction } from "./sbt-functions.ts";
import { isOnlyTests, type SbtProject } from "./sbt-projects.ts";
import { SbtReading } from "./sbt-reading.ts";
import type { SbtModule } from "./sbt-modules.ts";
import type { SbtSettings } from "./sbt-settings.ts";
import { defineModules, SbtNames, useModules, type SbtValue } from "./sbt-values.ts";

const application =
  /(?:^|\.)(?:PlayScala|PlayJava|PlayService|JavaAppPackaging|JavaServerAppPackaging|DockerPlugin|AssemblyPlugin|SbtDistributablesPlugin|UniversalPlugin)$/;
const scalaSuffixes = ["_2.11", "_2.12", "_2.13", "_3"];

/**
 * sbt builds and the Scala sources below `project/`: settings and projects, each with what it uses and offers; values that
 * other files of the build name. They are programs and are not run.
 */
export const sbtSource = manifestSource({
  id: "sbt",
  version: 5,
  endings: ["sbt", "scala"],
  matches: (base, path) =>
    (base.endsWith(".sbt") && base !== ".sbt") ||
    (base.endsWith(".scala") &&
      /(?:^|\/)project\/(?:[^/]{1,100}|src\/main\/scala\/.{1,300})$/.test(path)),
  read({ path, text }) {
    const reading = new SbtReading();
    reading.readText(text);
    return new SbtBuild(path, reading).facts();
  },
});

class SbtBuild {
  readonly #path: string;
  readonly #facts = new CollectedFacts();
  readonly #names: SbtNames;
  readonly #said: SbtReading;
  readonly #functions: ReadonlyMap<string, SbtFunction>;

  constructor(path: string, said: SbtReading) {
    this.#path = path;
    this.#said = said;
    this.#names = new SbtNames(said.names);
    this.#functions = functionsOf(said.values, said.parameters);
  }

  facts(): ReturnType<CollectedFacts["toFileFacts"]> {
    const isMeta = /(?:^|\/)project\//.test(this.#path);
    const scope = isMeta ? "build" : null;
    const facts = this.#facts;
    for (const value of this.#said.values)
      this.#define(withCalls(value, this.#names, this.#functions));
    for (const [name, held] of this.#said.held) {
      const others = held.others.map((one) => ({
        reference: `settings:${this.#names.full(one, name)}`,
        scope: null,
        line: 1,
        given: [],
      }));
      defineModules(facts, this.#names, {
        name: `settings:${name}`,
        owner: `${name}.`,
        modules: [...this.#made(held.modules, `${name}.`), ...others],
      });
    }
    for (const { modules } of [this.#said.own, this.#said.build])
      useModules(facts, this.#names, this.#made(modules, ""), { project: undefined, scope });
    if (!isMeta) this.#offerAll();
    for (const key of ["organization", "version"]) {
      const all = [
        this.#said.build,
        this.#said.own,
        ...this.#said.held.values(),
        ...this.#said.projects.map((one) => one.settings),
      ];
      const found = all.flatMap((one) => one.texts.get(key) ?? [])[0];
      if (found !== undefined) facts.define(`sbt.${key}`, this.#names.text(found.value, ""));
    }
    const keys = new Map(this.#said.projects.map((other) => [other.key, other]));
    for (const one of this.#said.projects) this.#use(one, keys);
    this.#names.defineGiven(facts);
    return facts.toFileFacts();
  }

  /** With what functions of the file make in place of their calls. */
  #made(modules: readonly SbtModule[], owner: string): readonly SbtModule[] {
    return modulesWithCalls(modules, owner, this.#names, this.#functions);
  }

  #define(value: SbtValue): void {
    const { owner, name, text, modules } = value;
    if (text !== null) this.#facts.define(name, this.#names.text(text, owner));
    else if (modules.length > 0) this.#names.define(this.#facts, value);
  }

  #offerAll(): void {
    const base = folderOf(this.#path);
    const isBuildFile = baseName(this.#path) === "build.sbt" || this.#said.own.texts.has("name");
    const root = this.#said.projects.find(
      (one) => this.#folderOf(one) === (base === "" ? "." : base),
    );
    if (
      root === undefined &&
      isBuildFile &&
      (this.#said.projects.length === 0 || this.#said.own.texts.has("name"))
    )
      this.#offer(
        this.#said.own,
        base === "" ? ownRepository : baseName(base),
        undefined,
        this.#said.plugins,
        1,
      );
    for (const one of this.#said.projects) {
      if (isOnlyTests(one)) continue;
      const isRoot = one === root;
      if (isRoot)
        for (const [key, text] of this.#said.own.texts)
          if (!one.settings.texts.has(key)) one.settings.texts.set(key, text);
      this.#offer(
        one.settings,
        one.id,
        this.#projectOf(one),
        isRoot ? [...one.plugins, ...this.#said.plugins] : one.plugins,
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
        (key === "organization" ? this.#said.build.texts.get(key)?.value : undefined);
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
    useModules(facts, this.#names, this.#made(one.settings.modules, ""), { project, scope });
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
      const address = this.#said.elsewhere.get(key);
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

/** sbt's own rule: lower case, anything but letters, digits and `_` is `-`. */
function normalised(name: string): string {
  return name
    .split(/(\$\{[^${}]{1,300}\})/)
    .map((part) =>
      part.startsWith("${") ? part : part.toLowerCase().replace(/[^\w]{1,100}/g, "-"),
    )
    .join("");
}
