import type { HeadFile, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { fileAtHead } from "#fixtures/evidence.ts";
import { backstageCatalogue } from "#sources/catalogue/backstage.ts";
import { ownerLabels } from "#sources/catalogue/owner-labels.ts";
import { repositoryLists } from "#sources/catalogue/repository-lists.ts";
import { codeowners } from "#sources/ownership/codeowners.ts";
import { build, file, offers, repository } from "./observatory.ts";

/** A railway that keeps its repositories on several forges: what each file says is read by its source. */
export function line(
  address: string | null,
  paths: readonly string[],
  files: Readonly<Record<string, readonly string[]>> = {},
): RepositoryEvidence {
  const name = (address ?? "nameless").split("/").at(-1) ?? "";
  const packages = paths.filter((path) => /(?:^|\/)package\.json$/.test(path));
  return {
    ...repository(
      name,
      packages.map((path) =>
        file(path, { packages: [offers(`pkg:npm/${path.replaceAll("/", "-")}`)] }),
      ),
    ),
    id: `repository:${address ?? name}`,
    remote: address,
    headFiles: Object.entries(files).map(([path, lines]) => headFile(path, lines)),
    fileChanges: {
      paths: [...paths, ...Object.keys(files)],
      ends: new Uint32Array(),
      days: new Uint16Array(),
    },
  };
}

const sources = [codeowners, backstageCatalogue, ownerLabels, repositoryLists];

function headFile(path: string, lines: readonly string[]): HeadFile {
  const source = path.endsWith("CODEOWNERS")
    ? codeowners
    : (sources.find((one) => one.detect(path) === "head" && isFor(path, one.id)) ??
      backstageCatalogue);
  const { ownerRules = [], entities = [], lists } = source.read({ path, text: lines.join("\n") });
  return fileAtHead(path, {
    source: source.id,
    ownerRules,
    entities,
    ...(lists === undefined ? {} : { lists }),
  });
}

/** Two sources read such files; the name of the file says which is meant here. */
function isFor(path: string, source: string): boolean {
  if (source === "owner-labels") return path.startsWith("deploy/");
  return source !== "repository-lists" || !path.startsWith("deploy/");
}

export function descriptor(
  name: string,
  owner: string,
  annotations: Readonly<Record<string, string>> = {},
  namespace = "default",
): string[] {
  return [
    "apiVersion: backstage.io/v1alpha1",
    "kind: Component",
    `metadata: {name: ${name}, namespace: ${namespace}, annotations: ${JSON.stringify(annotations)}}`,
    `spec: {owner: '${owner}'}`,
    "---",
  ];
}

/** `repository` or `repository#folder` → names of its owners, sorted; of every component. */
export function ownersIn(
  repositories: readonly RepositoryEvidence[],
  more: Parameters<typeof build>[1] = {},
): Record<string, string[]> {
  const { organisation } = build(repositories, more);
  const names = new Map(organisation.teams.map(({ id, name }) => [id, name]));
  const short = new Map(repositories.map(({ id, name }) => [id, name]));
  return Object.fromEntries(
    organisation.components.map(({ repositoryId, path, ownerIds }) => [
      `${short.get(repositoryId) ?? ""}${path === "." ? "" : `#${path}`}`,
      ownerIds.map((id) => names.get(id) ?? id).sort(),
    ]),
  );
}
