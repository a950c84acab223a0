import { ownOwner, ownRepository } from "#evidence/own-repository.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { folderOf } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { type HclBody, parseHcl } from "./hcl-body.ts";
import { useModule, useProvider } from "./module-source.ts";

const moduleFolder = /(?:^|\/)modules\//;
const moduleFiles = new Set(["variables.tf", "outputs.tf"]);
/** Nine of ten files only configure resources. */
const worthParsing = /\b(?:module|required_providers|terraform)\b/;

/**
 * Modules and providers that a Terraform or Terragrunt file uses. A folder below `modules/` with variables or outputs
 * is offered as a module of this repository.
 */
export const terraformSource = manifestSource({
  id: "terraform",
  version: 2,
  matches: (base) => base.endsWith(".tf") || base === "terragrunt.hcl",
  read({ path, text }) {
    const facts = new CollectedFacts();
    const base = path.slice(path.lastIndexOf("/") + 1);
    if (moduleFiles.has(base) && moduleFolder.test(path)) offerModule(facts, folderOf(path));
    if (!worthParsing.test(text)) return facts.toFileFacts();
    try {
      readRoot(facts, parseHcl(text), path);
    } catch (error) {
      facts.problem("invalid", error instanceof Error ? `HCL: ${error.message}` : "not HCL");
    }
    return facts.toFileFacts();
  },
});

function offerModule(facts: CollectedFacts, folder: string): void {
  facts.offer("github", `${ownOwner}/${ownRepository}`, { kind: "tooling", subpath: folder });
}

function readRoot(facts: CollectedFacts, root: HclBody, path: string): void {
  for (const { type, body } of root.blocks) {
    if (type === "module") readModule(facts, body, path);
    if (type !== "terraform") continue;
    // Terragrunt: `terraform { source = … }`.
    if (path.endsWith(".hcl")) readModule(facts, body, path);
    for (const block of body.blocks)
      if (block.type === "required_providers") readProviders(facts, block.body);
  }
}

function readModule(facts: CollectedFacts, body: HclBody, path: string): void {
  const source = body.attributes.get("source");
  if (source === undefined) return;
  const constraint = body.attributes.get("version")?.text ?? null;
  const use = { scope: "build", line: source.line, constraint } as const;
  if (source.text === null || !useModule(facts, source.text, path, use))
    facts.problem(
      "unsupported",
      "module source is no literal folder, registry or git address",
      source.line,
    );
}

/** Since 0.13 an object with `source` and `version`, before that only the version. */
function readProviders(facts: CollectedFacts, body: HclBody): void {
  for (const [name, value] of body.attributes) {
    const address = value.object?.attributes.get("source")?.text ?? `hashicorp/${name}`;
    const constraint = value.object?.attributes.get("version")?.text ?? value.text;
    useProvider(facts, address, { scope: "build", line: value.line, constraint });
  }
}
