import type { FileFacts } from "#evidence/facts.ts";
import type { SurfaceMark } from "#evidence/surface-mark.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import type { FileSource } from "#evidence/source.ts";
import { isTestPath } from "#evidence/test-path.ts";
import {
  field,
  parseJsonManifest,
  recordField,
  stringField,
  stringsOf,
  type JsonRecord,
} from "../manifests/json-manifest.ts";
import { ManifestCollector } from "../manifests/manifest-collector.ts";
import { MarkCounter } from "./marks.ts";
import {
  configuredTool,
  isGeneratorName,
  libraryPeers,
  markOfKind,
  npmFrameworks,
  type NpmFramework,
} from "./npm-frameworks.ts";
import { readScripts, type ScriptFacts } from "./npm-scripts.ts";

/**
 * What a package.json at HEAD says its package is for: an application by what its scripts start, a library by the entry points
 * it names. A framework counts only where it runs: as a dependency of an application, never as a peer.
 */
export const npmPurpose: FileSource = {
  id: "npm-purpose",
  version: 3,
  endings: ["json"],
  tellsOfItsFolder: true,
  detect: (path) =>
    /(?:^|\/)package\.json$/.test(path) && !isForeignPath(path) && !isTestPath(path)
      ? "head"
      : "none",
  read: ({ text }): FileFacts => {
    // The manifest's own source says what is wrong with it.
    const root = parseJsonManifest(text, new ManifestCollector("npm"));
    if (root === null) return {};
    const surface = new PackageReading(root).marks();
    return surface.length === 0 ? {} : { surface };
  },
};

/** Entry points that somebody wrote down for whoever installs it; `npm init` writes none of these. */
const entries = ["module", "exports", "types", "typings", "peerDependencies", "svelte"];
const shippedWith = ["files", "schematics", "builders", "generators", "executors"];
const libraryKeyword =
  /^(?:ember-addon|react-component|yeoman-generator|gatsby-plugin|eslintplugin|jsii)$/;
/** Places where applications keep what starts them. */
const programMain =
  /^(?:\.\/)?(?:[\w.-]{1,60}\/){0,4}(?:server|app|main|background|electron)\.[cm]?[jt]sx?$|expo(?:-router)?\/|^App\.[jt]sx?$/;
const contentTools =
  /^(?:gatsby-plugin-mdx|@mdx-js\/\w{1,20}|@next\/mdx|@astrojs\/mdx|next-mdx-remote|contentlayer|fumadocs-\w{1,20}|gatsby-transformer-remark)$/;
const documentationName =
  /(?:^|[-_/])(?:docs?|documentation|styleguide|style-guide|pattern-library|handbook|developer-(?:docs|site|portal|hub))(?:$|[-_])/;
const codeHost =
  /(?:^|\.)(?:github\.com|gitlab\.com|bitbucket\.org|npmjs\.com|npmjs\.org|yarnpkg\.com|example\.(?:com|org)|localhost)$/;

class PackageReading {
  readonly #counter = new MarkCounter();
  readonly #root: JsonRecord;
  readonly #name: string;
  readonly #scripts: ScriptFacts;
  readonly #isPrivate: boolean;
  readonly #peers: ReadonlySet<string>;
  /** Those that it runs with, and those that only its developers have. */
  readonly #runtime: ReadonlySet<string>;
  readonly #development: ReadonlySet<string>;

  constructor(root: JsonRecord) {
    this.#root = root;
    this.#name = stringField(root, "name") ?? "";
    this.#scripts = readScripts(recordField(root, "scripts") ?? {});
    const told = field(root, "private");
    this.#isPrivate = told === true || told === "true";
    this.#peers = namesIn(root, "peerDependencies");
    this.#runtime = namesIn(root, "dependencies");
    this.#development = namesIn(root, "devDependencies");
  }

  marks(): readonly SurfaceMark[] {
    if (this.#isPrivate) this.#counter.add("unpublished", "private");
    if (stringField(recordField(this.#root, "engines") ?? {}, "vscode") !== undefined) {
      this.#counter.add("application-shape", "VS Code extension");
      for (const place of this.#scripts.distributes) this.#counter.add("distribution", place);
      return this.#counter.marks();
    }
    const tool = configuredTool(this.#name);
    if (tool !== null) this.#counter.add("tool-configuration", tool);
    if (isGeneratorName(this.#name)) this.#counter.add("template", "npm generator");
    const isLibrary = this.#isLibrary() || (tool !== null && !this.#isPrivate);
    const isManual = this.#isManual(isLibrary);
    const isApplication = !isManual && this.#isApplication(isLibrary);
    this.#addShapes(isLibrary, isApplication);
    this.#addPublishing(isLibrary);
    this.#addFrameworks(isLibrary, isApplication, isManual);
    if (isApplication) this.#addHost();
    return this.#counter.marks();
  }

  #has(key: string): boolean {
    const value = field(this.#root, key);
    if (value === undefined || value === null || value === false || value === "") return false;
    if (Array.isArray(value)) return value.length > 0;
    return typeof value !== "object" || Object.keys(value).length > 0;
  }

  #hasAny(keys: readonly string[]): boolean {
    return keys.some((key) => this.#has(key));
  }

  get #hasProgram(): boolean {
    const folders = recordField(this.#root, "directories") ?? {};
    return this.#has("bin") || stringField(folders, "bin") !== undefined;
  }

  #isLibrary(): boolean {
    if (this.#isPrivate)
      return (
        !this.#startsAnything &&
        this.#runtimeOf("desktop").length === 0 &&
        (this.#hasAny(entries) || this.#hasBuiltMain)
      );
    const says = stringsOf(field(this.#root, "keywords")).some((word) => libraryKeyword.test(word));
    if (this.#hasAny([...entries, ...shippedWith]) || this.#hasProgram || says) return true;
    if (this.#startsAnything) return false;
    return this.#hasBuiltMain || (this.#hasMain && this.#saysMoreThanItsTemplate);
  }

  get #hasMain(): boolean {
    return (stringField(this.#root, "main") ?? "") !== "";
  }

  /** `dist/oven.js`; an action of a pipeline is built like that as well. */
  get #hasBuiltMain(): boolean {
    const main = (stringField(this.#root, "main") ?? "").replace(/^\.\//, "");
    return main.includes("/") && !programMain.test(main) && !this.#runtime.has("@actions/core");
  }

  /** `npm init` writes a `main` into whatever there is. */
  get #saysMoreThanItsTemplate(): boolean {
    return this.#has("keywords") || this.#has("publishConfig");
  }

  get #startsAnything(): boolean {
    return this.#scripts.startsProgram !== null || this.#scripts.runsApplication;
  }

  /** A development server of a library shows nobody but its developers anything; one that starts the built program does. */
  #isApplication(isLibrary: boolean): boolean {
    if (!this.#startsAnything) return false;
    if (!isLibrary || this.#isPrivate) return true;
    return (
      this.#scripts.startsProgram === "start" && this.#runtimeOf("server", "api", "full").length > 0
    );
  }

  /** The pages of a manual: by its generator, or by its name where the generator also makes other sites. */
  #isManual(isLibrary: boolean): boolean {
    if (isLibrary) return false;
    const generators = this.#all("documentation");
    if (generators.length > 0)
      return this.#scripts.buildsDocumentation || this.#runtimeOf("documentation").length > 0;
    const isNamed =
      documentationName.test(this.#name.toLowerCase()) ||
      /\bdocumentation (?:site|website)\b|\bdocs (?:site|website)\b/i.test(
        stringField(this.#root, "description") ?? "",
      );
    return (
      isNamed && [...this.#runtime, ...this.#development].some((one) => contentTools.test(one))
    );
  }

  #addShapes(isLibrary: boolean, isApplication: boolean): void {
    if (isApplication) this.#counter.add("application-shape", this.#applicationName());
    if (this.#hasProgram && !isGeneratorName(this.#name)) {
      this.#counter.add("cli", "npm command");
      this.#counter.add("application-shape", "npm command");
    }
    if (!isLibrary) return;
    const peer = libraryPeers.find(([name]) => this.#peers.has(name));
    const isOfTypes =
      (this.#has("types") || this.#has("typings")) &&
      !["main", "module", "exports"].some((key) => this.#has(key));
    this.#counter.add(
      "library-shape",
      peer?.[1] ??
        (isOfTypes
          ? "TypeScript types"
          : this.#isPrivate
            ? "package of a workspace"
            : "npm package"),
    );
  }

  #applicationName(): string {
    const kinds = ["desktop", "mobile", "extension", "full", "front", "server", "api"] as const;
    const [found] = this.#scripts.bundles ? this.#all(...kinds) : this.#runtimeOf(...kinds);
    return found?.name ?? "Node.js";
  }

  #addPublishing(isLibrary: boolean): void {
    const isMonorepo = this.#has("workspaces");
    for (const tool of this.#scripts.publishes)
      if (!this.#isPrivate || isMonorepo || tool === "lerna") this.#counter.add("publishes", tool);
    if (isLibrary && !this.#isPrivate && this.#has("publishConfig")) {
      this.#counter.add("publishes", "publishConfig");
      if (this.#isForEverybody) this.#counter.add("public-registry", "npm");
    }
    for (const place of this.#scripts.distributes) this.#counter.add("distribution", place);
  }

  /** A scoped package is restricted unless told otherwise: https://docs.npmjs.com/cli/commands/npm-publish. */
  get #isForEverybody(): boolean {
    const config = recordField(this.#root, "publishConfig") ?? {};
    const registry = stringField(config, "registry") ?? "https://registry.npmjs.org";
    return (
      stringField(config, "access") === "public" &&
      /^https:\/\/registry\.npmjs\.org\/?$/.test(registry)
    );
  }

  #addFrameworks(isLibrary: boolean, isApplication: boolean, isManual: boolean): void {
    this.#add(this.#all("stories"));
    if (isManual) {
      const [generator] = this.#all("documentation", "full", "front");
      this.#counter.add("documentation-site", generator?.name ?? "documentation site");
      return;
    }
    if (isLibrary && !isApplication) return;
    const { bundles, buildsDocumentation } = this.#scripts;
    const isBuilt = isApplication || (bundles && !buildsDocumentation && !this.#has("workspaces"));
    // What a bundler packs is often a dependency of developers only.
    const pages = bundles ? this.#all("full", "front") : this.#runtimeOf("full", "front");
    if (isBuilt) {
      this.#add(pages);
      // Frameworks that mount the application themselves.
      for (const { name, kind } of isApplication ? pages : [])
        if (kind === "full" || name === "Gatsby") this.#counter.add("browser-app", name);
      this.#add(this.#all("desktop", "extension"));
      this.#add(this.#runtimeOf("mobile"));
    }
    const rendersViews =
      this.#runtimeOf("view-engine").length > 0 ||
      (isBuilt && pages.some(({ kind }) => kind === "full"));
    for (const { name } of this.#runtimeOf("server"))
      this.#counter.add(rendersViews ? "web-framework" : "api-framework", name);
    this.#add(this.#runtimeOf("api"));
    if (isBuilt || this.#runtimeOf("server", "mobile").length > 0)
      this.#add(this.#runtimeOf("analytics", "consent"));
  }

  #add(found: readonly NpmFramework[]): void {
    for (const { name, kind } of found) {
      const mark = markOfKind[kind];
      if (mark !== undefined) this.#counter.add(mark, name);
    }
  }

  /** The address that an application gives for itself. */
  #addHost(): void {
    const homepage = stringField(this.#root, "homepage") ?? "";
    const host = /^https?:\/\/([\w.-]{1,200}\.[a-z]{2,20})(?:[:/]|$)/i
      .exec(homepage)?.[1]
      ?.toLowerCase();
    if (host !== undefined && !codeHost.test(host)) this.#counter.add("public-host", host);
  }

  #runtimeOf(...kinds: readonly NpmFramework["kind"][]): readonly NpmFramework[] {
    return this.#found([this.#runtime], kinds);
  }

  /** With those of developers, never what its user has to bring along; in the order of the kinds asked for. */
  #all(...kinds: readonly NpmFramework["kind"][]): readonly NpmFramework[] {
    return this.#found([this.#runtime, this.#development], kinds);
  }

  #found(
    sections: readonly ReadonlySet<string>[],
    kinds: readonly NpmFramework["kind"][],
  ): readonly NpmFramework[] {
    const all = sections.flatMap((names) => frameworksIn(names));
    const peers = new Set(frameworksIn(this.#peers).map(({ name }) => name));
    const own = kinds.flatMap((kind) =>
      all.filter((one) => one.kind === kind && !peers.has(one.name)),
    );
    return [...new Map(own.map((one) => [one.name, one])).values()];
  }
}

function namesIn(root: JsonRecord, section: string): ReadonlySet<string> {
  return new Set(Object.keys(recordField(root, section) ?? {}));
}

function frameworksIn(names: ReadonlySet<string>): NpmFramework[] {
  return [...names].flatMap((name) => npmFrameworks.get(name) ?? []);
}
