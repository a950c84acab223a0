import type { CollectedFacts } from "../collected-facts.ts";
import { readYaml, type YamlView } from "../yaml-view.ts";
import type { HclNames } from "./hcl-names.ts";

interface Sourced {
  readonly text: string;
  readonly line: number;
  readonly version: string | null;
}

export interface JsonBody {
  readonly names: HclNames;
  readonly modules: readonly Sourced[];
  readonly providers: readonly {
    readonly address: string;
    readonly constraint: string | null;
    readonly line: number;
  }[];
}

/** The JSON syntax of Terraform: blocks are keys, labels keys below them; a block that may be repeated may be a list. */
export function readJsonSyntax(text: string, facts: CollectedFacts): JsonBody {
  const [root] = readYaml(text, facts);
  const names = new Map<string, string>();
  for (const locals of blocks(root, "locals"))
    for (const [name, value] of locals.entries())
      if (value.text !== null) names.set(`local.${name}`, value.text);
  for (const variables of blocks(root, "variable"))
    for (const [name, variable] of variables.entries()) {
      const value = variable.itemsOrSelf()[0]?.textAt("default") ?? null;
      if (value !== null) names.set(`var.${name}`, value);
    }
  const modules = blocks(root, "module").flatMap((labelled) =>
    labelled.entries().flatMap(([, module]) => module.itemsOrSelf().flatMap(sourced)),
  );
  const providers = blocks(root, "terraform")
    .flatMap((terraform) => blocks(terraform, "required_providers"))
    .flatMap((list) => list.entries())
    .map(([name, value]) => ({
      address: value.textAt("source") ?? `hashicorp/${name}`,
      constraint: value.textAt("version") ?? value.text,
      line: value.line,
    }));
  return { names, modules, providers };
}

function blocks(body: YamlView | undefined, type: string): readonly YamlView[] {
  return body?.get(type)?.itemsOrSelf() ?? [];
}

function sourced(module: YamlView): Sourced[] {
  const source = module.get("source");
  if (source?.text === null || source === null) return [];
  return [{ text: source.text, line: source.line, version: module.textAt("version") }];
}
