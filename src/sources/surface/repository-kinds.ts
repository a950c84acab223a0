import type { SurfaceMark } from "#evidence/surface-mark.ts";
import { languageOf } from "#evidence/languages.ts";
import type { OwnPaths } from "./project-shapes.ts";

type Say = (folder: string, mark: SurfaceMark["mark"], text: string, count?: number) => void;

const text = /\.(?:md|markdown|mdx|rst|adoc|asciidoc|tex|bib|org|textile|rmd|qmd)$/i;
const figure =
  /\.(?:png|jpe?g|gif|svg|webp|ico|pdf|drawio|dio|puml|plantuml|mmd|dot|excalidraw|pptx?|docx?|odt|key|vsdx?|dsl|graffle|mp4|txt)$/i;
const record =
  /\.(?:csv|tsv|json|jsonl|ndjson|geojson|parquet|xlsx?|xml|rdf|ttl|nt|avro|arrow|feather|nc|tiff?|shp|dbf|gpkg|sqlite|db|gz|zip|po)$/i;
/** Of every repository, whatever is in it. */
const housekeeping =
  /^\.|\/\.|(?:^|\/)(?:LICEN[CS]E|COPYING|NOTICE|CODEOWNERS|AUTHORS|MAINTAINERS|OWNERS|catalog-info\.ya?ml|renovate\.json|package-lock\.json|yarn\.lock)[\w.-]{0,20}$/i;
/** Something builds or deploys what has one of these. */
const builds =
  /^(?:package\.json|pyproject\.toml|setup\.py|Gemfile|pom\.xml|build\.gradle(?:\.kts)?|build\.sbt|Cargo\.toml|go\.mod|composer\.json|Chart\.ya?ml|Dockerfile|kustomization\.ya?ml|action\.ya?ml|[\w.-]{1,80}\.(?:tf|sln|csproj|gemspec|nuspec))$/;
const image = /^(?:Dockerfile|action\.ya?ml|Chart\.ya?ml|kustomization\.ya?ml)$/;
const builder = /(?:^|\/)(?:docs?|\.vitepress|book)\//;

interface Census {
  readonly all: number;
  readonly texts: number;
  readonly figures: number;
  readonly records: number;
  /** Code but scripts of the shell, makefiles and Dockerfiles. */
  readonly programs: number;
  readonly images: readonly string[];
  readonly isBuilt: boolean;
  /** As a package of some language. */
  readonly isPackage: boolean;
}

function isProgram(path: string): boolean {
  const language = languageOf(path);
  return language?.kind === "code" && !scripts.has(language.name) && !path.endsWith(".hcl");
}

const imageFile = /(?:^|\/)(?:[\w.-]{0,80}\.)?(?:Dockerfile|Containerfile)(?:\.[\w.-]{1,80})?$/;
const scripts = new Set(["Shell", "Makefile", "Dockerfile", "PowerShell"]);

function census(paths: readonly string[]): Census {
  let [all, texts, figures, records, programs] = [0, 0, 0, 0, 0];
  const images: string[] = [];
  let [isBuilt, isPackage] = [false, false];
  for (const path of paths) {
    if (housekeeping.test(path)) continue;
    all++;
    if (!builder.test(path) && builds.test(path)) {
      isBuilt = true;
      if (!image.test(path)) isPackage = true;
    }
    if (text.test(path)) texts++;
    else if (figure.test(path)) figures++;
    else if (record.test(path)) records++;
    if (imageFile.test(path)) images.push(path);
    if (isProgram(path)) programs++;
  }
  return { all, texts, figures, records, programs, images, isBuilt, isPackage };
}

const few = 10;

/** What a whole repository is, told by what it holds and by what it does not hold. `paths`: all of them. */
export function repositoryKinds(paths: readonly string[], own: OwnPaths, say: Say): void {
  const counted = census(paths);
  documentKind(paths, counted, say);
  dataKind(counted, say);
  imageKind(counted, own, say);
  machineKind(counted, own, say);
  terraformModule(paths, own, say);
  charts(own, counted, say);
  presets(paths, counted, say);
  scaffolds(paths, say);
}

/** Texts and figures, with hardly an example of code among them, and nothing that builds anything. */
function documentKind(paths: readonly string[], one: Census, say: Say): void {
  const isBook = paths.includes("SUMMARY.md") || paths.includes(".gitbook.yaml");
  if (isBook && one.texts * 2 > one.all && one.programs * 10 <= one.all)
    say("", "documentation-site", "GitBook");
  const isMostly = (one.texts + one.figures) * 4 >= one.all * 3;
  if (one.texts >= 5 && isMostly && one.programs * 10 <= one.all && !one.isBuilt)
    say("", "documentation-site", "documents and nothing else");
}

function dataKind(one: Census, say: Say): void {
  const isMostly = one.records * 10 >= one.all * 7;
  if (one.records >= few && isMostly && one.programs * 10 <= one.all && !one.isBuilt)
    say("", "data", "nothing but data", one.records);
}

const stack = /\.(?:html|tf|tsx?|jsx)$|(?:^|\/)Chart\.ya?ml$/;
const forDevelopers = /(?:^|\/)\.|(?:^|[/.-])(?:dev|development|test|tests|ci|local)(?:[/.-]|$)/i;

/** Machines that others start from, too: Packer's templates and no program. */
function machineKind(one: Census, own: OwnPaths, say: Say): void {
  if (one.programs > 0 || one.isPackage) return;
  const count = own.paths.filter((path) => path.endsWith(".pkr.hcl")).length;
  if (count === 0) return;
  say("", "base-image", "machine images");
  say("", "library-shape", "machine images");
}

/** Dockerfiles, with no program but what lies beside one of several: others build on what is pushed from here. */
function imageKind(one: Census, own: OwnPaths, say: Say): void {
  const ownImages = one.images.filter((path) => !forDevelopers.test(path));
  if (ownImages.length === 0 || one.isPackage) return;
  const folders = ownImages.map((path) => path.slice(0, path.lastIndexOf("/") + 1));
  const isBesideImage = (path: string): boolean =>
    ownImages.length > 2 && folders.some((folder) => folder !== "" && path.startsWith(folder));
  const others = own.paths.filter((path) => isProgram(path) || stack.test(path));
  if (others.length > 2_000 || !others.every(isBesideImage)) return;
  say("", "base-image", "repository of images", ownImages.length);
  say("", "library-shape", "container images", ownImages.length);
}

const hcl = /\.(?:tf|tofu)$/;
const applied =
  /\.tfvars(?:\.json)?$|(?:^|\/)(?:backend|backends|remote_state|terragrunt|state)[\w.-]{0,40}\.(?:tf|tofu|hcl)$|(?:^|\/)(?:environments?|envs?|stacks?|live|accounts?|clusters?|deployments?|production|staging|prod|stage|dev)\/|^\.terraform\.lock\.hcl$/;
const belowModules = /(?:^|\/)modules\/([^/]{1,200})\//;
const beside = /^(?:examples?|tests?|wrappers?|docs)\//;

/** The standard structure: `variables` and `outputs` at the root, or modules below `modules`; nothing that is applied. */
function terraformModule(paths: readonly string[], own: OwnPaths, say: Say): void {
  const files = own.paths.filter((path) => hcl.test(path));
  if (files.length === 0) return;
  const isApplied = paths.some((path) => applied.test(path) && !beside.test(path));
  if (isApplied) return;
  const isAtRoot = files.some((path) =>
    /^(?:variables|outputs|vars)[\w.-]{0,40}\.(?:tf|tofu)$/.test(path),
  );
  const below = new Set(files.flatMap((path) => belowModules.exec(path)?.[1] ?? []));
  const others = files.some((path) => !belowModules.test(path));
  if (isAtRoot) {
    // An application keeps its own infrastructure in a folder; a module is all that its repository is.
    say("", "infrastructure-module", "Terraform module of a repository");
    say("", "library-shape", "Terraform module");
  } else if (!others && below.size > 0) say("", "library-shape", "Terraform modules", below.size);
}

const environmentValues =
  /(?:^|\/)(?:values|config)[-_.](?:prod|production|stag|staging|dev|test|integration|uat|preprod)[\w-]{0,20}\.ya?ml$|(?:^|\/)(?:argocd|flux|clusters|environments|envs|overlays)\//i;

/** Charts beside each other and no program that they could be the charts of. */
function charts(own: OwnPaths, one: Census, say: Say): void {
  const folders = own
    .foldersOf("Chart.yaml")
    .filter((folder) =>
      /^(?:(?:charts?|helm|stable|incubator|library)\/)?[^/]{1,100}\/$/.test(folder),
    );
  if (folders.length === 0 || one.programs > folders.length) return;
  if (own.paths.some((path) => environmentValues.test(path))) return;
  say("", "library-shape", "Helm charts", folders.length);
}

/** Renovate looks for presets of others in the root: `default.json` and files beside it. */
function presets(paths: readonly string[], one: Census, say: Say): void {
  if (one.programs > 0 || one.all > 40 || !paths.includes("default.json")) return;
  if (paths.includes("package.json") || paths.includes("renovate-config.js")) return;
  say("", "tool-configuration", "Renovate presets");
  say("", "library-shape", "presets");
}

/** Backstage's templates: `template.yaml` beside what it copies. CloudFormation gives its files the same name. */
function scaffolds(paths: readonly string[], say: Say): void {
  const folders = new Set<string>();
  for (const path of paths) {
    const found = /^((?:[^/]{1,200}\/){0,8})(?:skeleton|content|template)\/./.exec(path)?.[1];
    if (found !== undefined) folders.add(found);
  }
  if (folders.size === 0) return;
  for (const path of paths) {
    const found = /^((?:[^/]{1,200}\/){0,8})template\.ya?ml$/.exec(path)?.[1];
    if (found !== undefined && folders.has(found)) say(found, "template", "project template");
  }
}
