import { repositoryIndex } from "#evidence/repository-index.ts";
import type { DependencyHistory, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { resolvePurl } from "../packages.ts";
import { byAddress } from "./by-address.ts";
import { byFolder } from "./by-folder.ts";
import { byRegistry } from "./by-registry.ts";
import { byWebjar } from "./by-webjar.ts";
import { offerIndex } from "./offer-index.ts";
import type { Asker, Join, JoinContext } from "./join.ts";

export interface JoinOptions {
  /** Is an artefact of this name a public package that everybody knows? Then a name alone joins nothing. */
  readonly isPublicName?: (name: string) => boolean;
}

/**
 * Whose is it? Gives every dependency the purl of the package that one of the repositories offers, where it asks for that
 * under another name: a folder, a git address, a registry's, a name that was replaced, an artefact whose group cannot be
 * seen. What is asked for by its own purl, and what is nobody's here, stays as it is.
 */
export function joinRepositories(
  repositories: readonly RepositoryEvidence[],
  { isPublicName = () => false }: JoinOptions = {},
): RepositoryEvidence[] {
  const context: JoinContext = {
    repositories,
    offers: offerIndex(repositories),
    addresses: repositoryIndex(repositories),
    isPublicName,
  };
  const joins = [
    byFolder(context),
    byName(context),
    byAddress(context),
    byWebjar(context),
    byRegistry(context),
  ];
  const join = (asker: Asker): Join | null => {
    for (const one of joins) {
      const found = one(asker);
      if (found !== null) return found;
    }
    return null;
  };
  return repositories.map((repository) => ({
    ...repository,
    files: repository.files.map((file) => {
      if (file.dependencies.length === 0) return file;
      let isChanged = false;
      const dependencies = file.dependencies.map((dependency) => {
        const purl = resolvePurl(dependency.purl, repository);
        const found = join({ dependency, purl, repository, path: file.path });
        if (found === null || found.purl === dependency.purl) return dependency;
        isChanged = true;
        return joined(dependency, found);
      });
      return isChanged ? { ...file, dependencies } : file;
    }),
  }));
}

function joined(dependency: DependencyHistory, { purl, assumed }: Join): DependencyHistory {
  return {
    ...dependency,
    purl,
    declaredAs: dependency.declaredAs ?? dependency.purl,
    ...(assumed === undefined ? {} : { assumed }),
  };
}

/** Offered under exactly this purl; else as what somebody's package replaces, provides or was once called. */
function byName({ offers }: JoinContext): (asker: Asker) => Join | null {
  return ({ purl, dependency }) => {
    if (offers.has(purl)) return { purl: dependency.purl };
    const other = offers.alsoKnownAs(purl);
    return other === null ? null : { purl: other.purl };
  };
}
