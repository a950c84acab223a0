import type { SurfaceMark } from "#evidence/surface-mark.ts";
import type { Moment } from "#evidence/moment.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { ConsumptionVia, Opener, Scope } from "#vocabulary/adoption.ts";
import type { Confidence } from "#vocabulary/evidence.ts";
import type {
  CapabilityKind,
  CatalogueForm,
  ExportUnit,
  Lifecycle,
  OwnerKind,
  OwnerSource,
} from "#vocabulary/structure.ts";

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly source: OwnerSource;
  readonly kind: OwnerKind;
  readonly componentIds: readonly string[];
  readonly evidence: readonly EvidenceRef[];
}

/** Owners of a component from an instant on; empty: nobody was named. */
export interface OwnersSince {
  readonly from: number;
  readonly ownerIds: readonly string[];
}

export interface Component {
  readonly id: string;
  readonly name: string;
  readonly repositoryId: string;
  readonly path: string;
  readonly description: string | null;
  readonly languages: readonly string[];
  readonly ownerIds: readonly string[];
  readonly ownerSource: OwnerSource;
  /** Oldest first, where files of the repository name owners: see `ownersAt`. Absent: they were always these, or it is not known. */
  readonly ownerHistory?: readonly OwnersSince[];
  readonly lifecycle: Lifecycle;
  /** A human commit in the last 180 days before as-of; null where history does not say. */
  readonly isLive: boolean | null;
  readonly born: Moment | null;
  readonly lastHuman: Moment | null;
  /** When it left the mainline or was archived; null while it is there. */
  readonly goneAt: number | null;
  /** Id of the component around it that its code is part of since: it is gone by name only. */
  readonly foldedInto?: string;
  /** What it is made of, over time: decides whether a capability could serve it (adoption: eligible). */
  readonly artefacts: readonly Artefact[];
  readonly surface: readonly SurfaceMark[];
  readonly catalogued: CataloguedFacts | null;
  readonly correction: AppliedCorrection | null;
  readonly evidence: readonly EvidenceRef[];
}

/** `gem-web-application`, `npm-component`, `application`, `github-workflow`, `dockerfile`, `terraform` … (see `artefactsOf`) over [from, to). */
export interface Artefact {
  readonly type: string;
  readonly from: number;
  readonly to: number | null;
}

export interface CataloguedFacts {
  readonly kind: string;
  readonly type: string | null;
  readonly lifecycle: string | null;
  readonly system: string | null;
  readonly domain: string | null;
  readonly source: CatalogueForm;
}

export interface AppliedCorrection {
  readonly kind: "owner" | "class" | "edge" | "bot" | "name";
  readonly overrode: string;
  readonly since: string; // ISO date
  readonly reason: string | null;
}

export interface Release {
  readonly version: string;
  readonly at: number;
  readonly commit: string;
  /** Known only because a consumer locks it: it came out by then, nobody can say when. */
  readonly isSeenInUse?: true;
}

export interface Capability {
  readonly id: string;
  readonly name: string;
  readonly kind: CapabilityKind;
  readonly providerComponentId: string | null;
  readonly ownerIds: readonly string[];
  readonly packages: readonly string[];
  readonly formerNames: readonly string[];
  readonly description: string | null;
  readonly releases: readonly Release[]; // oldest first; versions of the manifest or tags
  /** See `FoundReleases`: the version of what was never released, as far as can be seen. */
  readonly unmovedVersion?: string;
  readonly lifecycle: Lifecycle;
  /** Artefact types of consumers it can serve; null: cannot be said. */
  readonly serves: readonly string[] | null;
  /** The job it does, when known, to tell chosen from captive. */
  readonly job: string | null;
  readonly exports: {
    readonly unit: ExportUnit;
    readonly names: readonly string[];
  } | null;
  /** What its newest releases exported, oldest first, where it can be read from the tree. */
  readonly releaseExports?: readonly ReleasedNames[];
  readonly evidence: readonly EvidenceRef[];
}

/** What a repository's parts make for one another and nobody else uses: no capability, but parts build on it. */
export interface InsideUses {
  readonly capabilities: readonly Capability[];
  readonly consumptions: readonly Consumption[];
}

export interface ReleasedNames extends Release {
  /** Never empty: of what exports nothing that could be read there is no row. */
  readonly names: ReadonlySet<string>;
  /** There may be more: it passes on all names of something that was not seen. */
  readonly isOpen?: true;
}

/** One use of a capability by a component over [from, to). */
export interface Consumption {
  readonly id: string;
  readonly consumerComponentId: string;
  readonly capabilityId: string;
  readonly via: ConsumptionVia;
  readonly scope: Scope;
  readonly from: Moment;
  /** In use when history begins, or where the start was not seen: delayed entry. */
  readonly isFromCensored: boolean;
  readonly to: Moment | null;
  /** Capabilities that the file which gave it up began to declare in that very commit; absent where there are none. */
  readonly takenUpBeside?: readonly string[];
  /** Folder that got the code of it when the use ended; absent where none did. */
  readonly takenInto?: string;
  readonly constraint: string | null;
  /** From lock files, else exact constraints; oldest first; empty where unknown. */
  readonly versions: readonly {
    readonly version: string;
    readonly from: number;
    readonly to: number | null;
  }[];
  readonly confidence: Confidence;
  /** Who opened it, already reduced to a kind: no person leaves the model. */
  readonly openedBy: Opener;
  /** A number that stands for whoever opened it within this run only: to count people, never to leave. Absent: nobody is known. */
  readonly opener?: number;
  readonly evidence: readonly EvidenceRef[];
}

/** A third-party package in use: the ground for jobs, substitutes and chosen-or-captive. */
export interface ThirdPartyUse {
  readonly componentId: string;
  readonly purl: string;
  readonly scope: Scope;
  /** See `Dependency.isOfHelper`: wherever it is used. */
  readonly isOfHelper?: true;
  readonly from: number;
  readonly to: number | null;
  /** Its users choose the version: see `Dependency.isPeer`. Absent: it brings it along. */
  readonly isPeer?: true;
  /** Where its manifest says so, when the use began. */
  readonly evidence: readonly EvidenceRef[];
}

export interface Organisation {
  readonly name: string;
  readonly asOf: number;
  /** By repository whose clone is older than the others: up to when it was seen. Absent: none is. See `seenUntil`. */
  readonly olderClones?: ReadonlyMap<string, number>;
  readonly teams: readonly Team[];
  readonly components: readonly Component[];
  readonly capabilities: readonly Capability[];
  readonly consumptions: readonly Consumption[];
  /** Absent: none. */
  readonly inside?: InsideUses;
  readonly thirdPartyUses: readonly ThirdPartyUse[];
  /** Campaigns, mandates and standards that say a capability is to be used: decisions found or configured. */
  readonly mandates: readonly {
    readonly capabilityId: string;
    readonly at: number;
    readonly text: string;
    readonly evidence: readonly EvidenceRef[];
  }[];
  /** Local wrappers, vendored copies: what was seen inside a consumer. */
  readonly workarounds: readonly {
    readonly capabilityId: string;
    readonly componentId: string;
    readonly kind: "wrapper" | "vendored-copy";
    readonly text: string;
    readonly since: number | null;
    readonly evidence: readonly EvidenceRef[];
  }[];
  /** Exported names of capabilities that consumers mention: capability id → consumer's component id → names used. */
  readonly usedNames: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;
  /** The same of names that its newest release exports no more. */
  readonly formerNamesUsed?: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;
}
