import type {
  DependencyHistory,
  FileHistory,
  HeadFile,
  PackageHistory,
  ReferenceHistory,
  RepositoryEvidence,
} from "#evidence/repository-evidence.ts";
import { evidenceOf, fileAtHead } from "#fixtures/evidence.ts";
import { buildOrganisation, type ModelFindings } from "#model/build-organisation.ts";
import { emptyConfiguration, type ModelConfiguration } from "#model/configuration.ts";
import type { Component, Consumption } from "#model/organisation.ts";

/** A small organisation that watches the sky: evidence of its repositories without any git. */
export const asOf = Date.parse("2025-01-01T00:00:00Z") / 1000;
export const born = Date.parse("2020-01-01T00:00:00Z") / 1000;

const moment = (at: number) => ({ commit: `c${String(at)}`, at });
const open = <Value>(value: Value, from = born) => ({ value, from: moment(from), to: null });

export function repository(
  name: string,
  files: readonly FileHistory[],
  more: Partial<RepositoryEvidence> = {},
): RepositoryEvidence {
  return evidenceOf(`repository:git.example/observatory/${name}`, asOf - 10, {
    name,
    remote: `git.example/observatory/${name}`,
    mainlineCommitsCount: 1,
    first: moment(born),
    lastHuman: moment(asOf - 10),
    files,
    headPathsCount: files.length,
    ...more,
  });
}

export function file(path: string, more: Partial<FileHistory> = {}): FileHistory {
  return {
    path,
    source: "manifest",
    spans: [open("object")],
    revisionsCount: 1,
    packages: [],
    dependencies: [],
    locked: [],
    references: [],
    ...more,
  };
}

export function offers(purl: string, more: Partial<PackageHistory> = {}): PackageHistory {
  return {
    purl,
    kind: "library",
    isPrivate: false,
    description: null,
    deprecated: null,
    spans: [open<string | null>(null)],
    ...more,
  };
}

export function needs(purl: string, more: Partial<DependencyHistory> = {}): DependencyHistory {
  return {
    purl,
    scope: "runtime",
    line: 1,
    localPath: null,
    origin: null,
    spans: [open<string | null>(null)],
    ...more,
  };
}

export function calls(name: string): ReferenceHistory {
  return {
    reference: {
      name,
      how: "environment-variable",
      confidence: "medium",
      text: `${name.toUpperCase()}_URL`,
      line: 1,
      scope: "runtime",
    },
    spans: [open(1)],
  };
}

/** A Ruby application that answers on the web. */
export function application(name: string, ...further: readonly FileHistory[]): RepositoryEvidence {
  const gemfile = file("Gemfile", { dependencies: [needs("pkg:gem/rails")] });
  return repository(name, [gemfile, ...further]);
}

/** Files at HEAD by whose signs their folders are made to be installed into something else. */
export function libraries(...paths: readonly string[]): HeadFile[] {
  return paths.map((path) =>
    fileAtHead(path, { surface: [{ mark: "library-shape", text: "package", count: 1 }] }),
  );
}

export function build(
  repositories: readonly RepositoryEvidence[],
  configuration: Partial<ModelConfiguration> = {},
): ModelFindings {
  return buildOrganisation({
    name: "Observatory",
    asOf,
    repositories,
    catalogues: [],
    configuration: { ...emptyConfiguration, ...configuration },
  });
}

export function component({ organisation }: ModelFindings, name: string): Component {
  const found = organisation.components.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no component ${name}`);
  return found;
}

/** `consumer → capability (scope)` of every use, sorted. */
export function uses({ organisation }: ModelFindings): string[] {
  const componentName = new Map(organisation.components.map(({ id, name }) => [id, name]));
  const capabilityName = new Map(organisation.capabilities.map(({ id, name }) => [id, name]));
  const line = (one: Consumption): string =>
    `${componentName.get(one.consumerComponentId) ?? "?"} → ${capabilityName.get(one.capabilityId) ?? "?"} (${one.scope})`;
  return organisation.consumptions.map(line).sort();
}
