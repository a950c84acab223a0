import type { CatalogEntity } from "#evidence/facts.ts";
import { isPlaceholder, normaliseOwnerName, personOwner } from "#evidence/owner-name.ts";
import type { FileSource } from "#evidence/source.ts";
import { entity } from "./entity.ts";

const aside =
  /(?:^|\/)(?:tests?|specs?|fixtures?|test-?data|examples?|samples?|mocks|e2e|node_modules|vendor|locales?|i18n|skeletons?|\.github|\.gitlab)\//i;
/** What holds labels, in charts, manifests, overlays, compose files and infrastructure. */
const holder =
  /^(\s*)(?:-\s{1,4})?["']?(?:labels|annotations|commonLabels|commonAnnotations|(?:pod|deployment|service|extra|additional|global|custom)(?:Labels|Annotations)|common_?(?:labels|tags)|default_?tags|tags)["']?\s*(?::|=|\{)(.*)$/i;
const pair =
  /(?:^|[\s{,"'-])["']?((?:[a-z0-9][\w.-]{0,100}\/)?[A-Za-z][\w.-]{0,60})["']?\s{0,4}[:=]\s{0,4}["']?([^"',{}[\]#=\s][^"',}\]#\n]{0,79})/g;
const ownerKey =
  /^(?:owner|team|squad|owned-?by|owning-?team|owner-?team|team-?(?:name|owner)|service-?owner|product-?team|code-?owner)$/i;
const nameKey = /^(?:app\.kubernetes\.io\/name|app)$/;
const largest = 400_000;
const mostLabels = 200;

/**
 * Labels that name an owner (`team`, `acme.example/owner`, `backstage.io/owner`), line by line: half of such files are templates that
 * no parser reads. Each is an entity of kind Labels, named after the application that is labelled where the labels tell.
 */
export const ownerLabels: FileSource = {
  id: "owner-labels",
  version: 1,
  endings: ["yml", "yaml", "tf", "tfvars"],
  detect: (path) => (/\.(?:ya?ml|tf|tfvars)$/i.test(path) && !aside.test(path) ? "head" : "none"),
  read: ({ text }) => {
    if (text.length > largest || !/owner|team|squad/i.test(text)) return {};
    const entities = labelsIn(text.split("\n")).slice(0, mostLabels);
    return entities.length === 0 ? {} : { entities };
  },
};

interface Block {
  readonly indent: number;
  readonly owners: { readonly owner: string; readonly line: number }[];
  name: string | null;
}

function labelsIn(lines: readonly string[]): CatalogEntity[] {
  const found: CatalogEntity[] = [];
  let block: Block | null = null;
  const close = (): void => {
    const name = block?.name ?? "";
    for (const { owner, line } of block?.owners ?? [])
      found.push(entity({ kind: "Labels", name, owner, line }));
    block = null;
  };
  for (const [index, line] of lines.entries()) {
    const trimmed = line.trim();
    if (trimmed === "" || trimmed.startsWith("#")) continue;
    const indent = line.length - line.trimStart().length;
    const isInside =
      block !== null &&
      (indent > block.indent || (indent === block.indent && /^(?:[}\]]|- )/.test(trimmed)));
    if (isInside && block !== null) take(block, line, index + 1);
    else close();
    const opened = isInside ? null : holder.exec(line.slice(0, 500));
    if (opened !== null) {
      block = { indent, owners: [], name: null };
      take(block, opened[2] ?? "", index + 1);
    }
  }
  close();
  return found;
}

function take(block: Block, text: string, line: number): void {
  for (const [, key = "", written = ""] of text.slice(0, 1_000).matchAll(pair)) {
    const value = written.trim();
    if (nameKey.test(key) && !isPlaceholder(value)) block.name = value;
    if (!ownerKey.test(key.slice(key.lastIndexOf("/") + 1)) || isExpression(value)) continue;
    const owner = normaliseOwnerName(value);
    if (owner !== null && owner !== personOwner && !/^user:/i.test(value))
      block.owners.push({ owner: value, line });
  }
}

/** A variable of Terraform is no name. */
function isExpression(value: string): boolean {
  return (
    isPlaceholder(value) ||
    /^(?:var|local|each|module|data|count)\./.test(value) ||
    /[()?]/.test(value)
  );
}
