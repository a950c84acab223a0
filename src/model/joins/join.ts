import type { RepositoryIndex } from "#evidence/repository-index.ts";
import type { DependencyHistory, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { OfferIndex } from "./offer-index.ts";

export interface JoinContext {
  readonly repositories: readonly RepositoryEvidence[];
  readonly offers: OfferIndex;
  readonly addresses: RepositoryIndex<RepositoryEvidence>;
  readonly isPublicName: (name: string) => boolean;
}

/** A dependency with where it is declared. */
export interface Asker {
  readonly dependency: DependencyHistory;
  /** Its purl with the repository's own names in place of stand-ins. */
  readonly purl: string;
  readonly repository: RepositoryEvidence;
  readonly path: string;
}

/** What a dependency was found to mean. */
export interface Join {
  readonly purl: string;
  /** What had to be assumed; absent: it is said outright. */
  readonly assumed?: string;
}
