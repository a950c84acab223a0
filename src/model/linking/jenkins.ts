import { append } from "#kernel/lists-by-key.ts";
import { ownRepository } from "#evidence/own-repository.ts";
import type {
  DefinitionHistory,
  DependencyHistory,
  FileHistory,
  RepositoryEvidence,
} from "#evidence/repository-evidence.ts";
import { resolvePurl } from "../packages.ts";
import { joined } from "./link-file.ts";
import type { AllViews, LookupOf } from "./repository-view.ts";

const pipelines = "jenkins-pipeline";
const controllers = "jenkins-controller";
const variable = /^vars\/(\w{1,100})\.groovy$/;
const step = /^pkg:generic\/(\w{1,100})\?type=jenkins-step$/;

const known = new WeakMap<AllViews, ReadonlyMap<string, DefinitionHistory[]>>();

/** Names of shared libraries are defined by the configuration of a controller, whichever repository keeps that. */
export const libraryLookup: LookupOf = (_file, _view, all) => {
  const definitions = known.get(all) ?? definitionsIn(all);
  known.set(all, definitions);
  return (name) => definitions.get(name) ?? [];
};

function definitionsIn(all: AllViews): Map<string, DefinitionHistory[]> {
  const found = new Map<string, DefinitionHistory[]>();
  for (const { files } of all)
    for (const { source, definitions } of files)
      if (source === controllers) for (const one of definitions ?? []) append(found, one.name, one);
  return found;
}

/**
 * A pipeline may call steps of a library that its controller loads unasked. A step that exactly one repository has as
 * `vars/NAME.groovy`, and that no pipeline defines itself, is a use of that library; every other is a plugin's and left out.
 */
export function withSharedSteps(repositories: readonly RepositoryEvidence[]): RepositoryEvidence[] {
  const homes = new Map<string, Set<RepositoryEvidence>>();
  for (const repository of repositories)
    for (const { path, source } of repository.files) {
      const name = source === pipelines ? variable.exec(path)?.[1] : undefined;
      if (name !== undefined) homes.set(name, (homes.get(name) ?? new Set()).add(repository));
    }
  return repositories.map((repository) =>
    repository.files.some(hasSteps)
      ? {
          ...repository,
          files: repository.files.map((file) =>
            hasSteps(file) ? withSteps(file, repository, homes) : file,
          ),
        }
      : repository,
  );
}

function hasSteps({ source, dependencies }: FileHistory): boolean {
  return source === pipelines && dependencies.some(({ purl }) => step.test(purl));
}

function withSteps(
  file: FileHistory,
  own: RepositoryEvidence,
  homes: ReadonlyMap<string, ReadonlySet<RepositoryEvidence>>,
): FileHistory {
  const named = file.dependencies.filter(({ purl }) => !step.test(purl));
  const called = file.dependencies.flatMap((one): DependencyHistory[] => {
    const [home, ...others] = homes.get(step.exec(one.purl)?.[1] ?? "") ?? [];
    if (home === undefined || others.length > 0 || home === own) return [];
    return [{ ...one, purl: libraryOf(home), declaredAs: one.purl }];
  });
  // A library that the pipeline names itself stays a row of its own: it says a version, for its own time.
  return { ...file, dependencies: [...named, ...joined(called)] };
}

/** As `vars/*.groovy` offer it. */
function libraryOf(repository: RepositoryEvidence): string {
  return resolvePurl(`pkg:generic/${ownRepository}?type=jenkins-library`, repository);
}
