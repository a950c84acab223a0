import { ownOwner, ownRepository } from "#evidence/own-repository.ts";
import { withoutQuotes } from "#evidence/without-persons.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { parseGitLocation } from "../git-location.ts";
import { baseName, folderOf } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { type HclBody, parseHcl } from "./hcl-body.ts";
import { expandNames, namesOf, templateOf, type HclNames } from "./hcl-names.ts";
import { readHelmRelease } from "./helm-release.ts";
import { readJsonSyntax } from "./json-syntax.ts";
import { useModule, useProvider } from "./module-source.ts";
import type { Scope } from "#vocabulary/adoption.ts";

const syntax = /\.(?:tf|tofu)(?:\.json)?$/;
const moduleFolder = /(?:^|\/)modules\//;
const moduleFiles = /^(?:variables|outputs)\.(?:tf|tofu)(?:\.json)?$/;
/** What else is written in HCL: Packer, Nomad, linters, builds of images, Terraform's own lock. */
const otherHcl =
  /(?:^\.|\.(?:pkr|pkrvars|nomad|lock|sentinel|policy|waypoint)\.hcl$|^(?:docker-bake|sentinel|policy|waypoint|config)[\w.-]{0,80}\.hcl$)/;
/** Nine of ten files only configure resources. */
const worthParsing =
  /\b(?:module|required_providers|terraform|read_terragrunt_config|helm_release)\b/;
/** Names that a source or version of another file may take up. */
const definesNames = /\b(?:locals|variable)\b/;
const worthDefining = /git::|git@|\.git\b|github\.com|tfr:|"v?\d{1,6}\.\d{1,6}/;

/**
 * Modules and providers that a Terraform, OpenTofu or Terragrunt file uses, in either syntax. A folder with variables or
 * outputs is offered as a module of this repository, privately where it does not lie below `modules/` or at the root.
 */
export const terraformSource = manifestSource({
  id: "terraform",
  version: 4,
  endings: ["tf", "tofu", "json", "hcl"],
  matches: (base) => syntax.test(base) || (base.endsWith(".hcl") && !otherHcl.test(base)),
  read({ path, text }) {
    const facts = new CollectedFacts();
    if (moduleFiles.test(baseName(path))) offerModule(facts, folderOf(path), text);
    if (!worthParsing.test(text) && !(definesNames.test(text) && worthDefining.test(text)))
      return facts.toFileFacts();
    if (path.endsWith(".json")) readJson(facts, text, path);
    else readHcl(facts, text, path);
    return facts.toFileFacts();
  },
});

function offerModule(facts: CollectedFacts, folder: string, text: string): void {
  const isAmongModules = moduleFolder.test(`${folder}/`);
  if (!isAmongModules && !/(?:^|[{,])\s{0,20}"?(?:variable|output)\b/m.test(text)) return;
  // A configuration with a place for its state is applied, not called.
  if (/\b(?:backend|cloud)\s{0,10}(?:"[^"\n]{1,50}"\s{0,10})?\{/.test(text)) return;
  facts.offer("github", `${ownOwner}/${ownRepository}`, {
    kind: "tooling",
    ...(folder === "" ? {} : { subpath: folder }),
    ...(folder === "" || isAmongModules ? {} : { isPrivate: true }),
  });
}

function readHcl(facts: CollectedFacts, text: string, path: string): void {
  let root: HclBody;
  try {
    root = parseHcl(text);
  } catch (error) {
    facts.problem(
      "invalid",
      error instanceof Error ? `HCL: ${withoutQuotes(error.message)}` : "not HCL",
    );
    return;
  }
  const names = namesOf(root);
  define(facts, names);
  const isTest = /\.(?:tftest|tofutest)\.hcl$/.test(path);
  for (const { type, labels, body } of root.blocks) {
    if (type === "module") readModule(facts, body, names, path, "build");
    // A test's `run` may call a module of its own; Terragrunt's `unit` and `stack` name theirs.
    if (type === "run")
      for (const block of body.blocks)
        if (block.type === "module") readModule(facts, block.body, names, path, "test");
    if (path.endsWith(".hcl") && !isTest && (type === "unit" || type === "stack"))
      readModule(facts, body, names, path, "build");
    if (type === "resource" && labels[0] === "helm_release")
      readHelmRelease(facts, body, names, path);
    if (type !== "terraform") continue;
    if (path.endsWith(".hcl")) readModule(facts, body, names, path, "build");
    for (const block of body.blocks)
      if (block.type === "required_providers") readProviders(facts, block.body);
  }
}

/** Names that other files of the folder, or of Terragrunt's tree, take up. */
function define(facts: CollectedFacts, names: HclNames): void {
  for (const [name, text] of names) {
    const value = expandNames(text, names);
    const location = parseGitLocation(value.replace(/^git::/, ""));
    if (location === null || value.replace(/\?.*/s, "").includes("${")) {
      if (mayBeAsked(name, value)) facts.define(name, value);
      continue;
    }
    const { type, name: repository, constraint, ...parts } = location;
    facts.definePackage(name, type, repository, { ...parts, value: constraint });
  }
}

/** Of the many values of a configuration only versions, registry addresses and what is built from others. */
function mayBeAsked(name: string, value: string): boolean {
  return (
    name.startsWith("from.") ||
    /^v?\d{1,6}(?:\.\d{1,6}){1,3}/.test(value) ||
    /^(?:[\w.-]{1,100}\/){2,3}[\w-]{1,100}$/.test(value) ||
    value.includes("${")
  );
}

function readModule(
  facts: CollectedFacts,
  body: HclBody,
  names: HclNames,
  path: string,
  scope: Scope,
): void {
  const source = body.attributes.get("source");
  if (source === undefined) return;
  const template = templateOf(source.expression);
  const version = templateOf(body.attributes.get("version")?.expression ?? "");
  const use = {
    scope,
    line: source.line,
    constraint: version === null ? null : expandNames(version, names),
  } as const;
  const problem =
    template === null
      ? "module source depends on what is known when it is run"
      : useModule(facts, expandNames(template, names), path, use);
  if (problem !== null) facts.problem("unsupported", problem, source.line);
}

/** Since 0.13 an object with `source` and `version`, before that only the version. */
function readProviders(facts: CollectedFacts, body: HclBody): void {
  for (const [name, value] of body.attributes) {
    const address = value.object?.attributes.get("source")?.text ?? `hashicorp/${name}`;
    const constraint = value.object?.attributes.get("version")?.text ?? value.text;
    useProvider(facts, address, { scope: "build", line: value.line, constraint });
  }
}

function readJson(facts: CollectedFacts, text: string, path: string): void {
  const { names, modules, providers } = readJsonSyntax(text, facts);
  define(facts, names);
  for (const { text: source, line, version } of modules) {
    const constraint = version === null ? null : expandNames(version, names);
    const use = { scope: "build", line, constraint } as const;
    const problem = useModule(facts, expandNames(source, names), path, use);
    if (problem !== null) facts.problem("unsupported", problem, line);
  }
  for (const { address, constraint, line } of providers)
    useProvider(facts, address, { scope: "build", line, constraint });
}
