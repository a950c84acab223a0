import type { Configuration } from "#contract/configuration.ts";
import type { Advisory } from "#evidence/advisories.ts";
import type { Declared } from "#evidence/declared.ts";
import type { IncidentEvent } from "#evidence/delivery-events.ts";
import type { Problem } from "#evidence/problem.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { ContainedCommits } from "#insight/delivery/newly-contained.ts";
import type { DuplicationFindings } from "#insight/duplication/findings.ts";
import type { PublishedAnswers } from "#insight/experience/disclosure.ts";
import type { SliAnswer } from "#insight/reliability/assess-objective.ts";
import type { ServiceLevelObjective } from "#insight/reliability/objective.ts";
import type { ModelFindings } from "#model/build-organisation.ts";
import type { DeploymentSeries } from "#model/deployments.ts";

/** All that was read, asked and compared before anything is concluded. */
export interface Gathered {
  readonly repositories: readonly RepositoryEvidence[];
  /** Also those that could not be read. */
  readonly foundRepositoriesCount: number;
  /** The end of the day asked for, seconds since the epoch; the model ends where the data does. */
  readonly asked: number;
  readonly configuration: Configuration;
  readonly model: ModelFindings;
  /** Null: code was not compared. */
  readonly comparison: DuplicationFindings | null;
  readonly deployments: GatheredDeployments;
  readonly objectives: GatheredObjectives;
  readonly declared: Declared;
  /** Null: none are named in fulcrum.yaml. */
  readonly advisories: readonly Advisory[] | null;
  /** What the last report said of surveys; null: there is none. */
  readonly published: PublishedAnswers | null;
  /** What happened before any repository was read, or beside it. */
  readonly readingProblems: readonly Problem[];
}

/** Deployments from every source, and the commits that they brought. */
export interface GatheredDeployments {
  readonly series: readonly DeploymentSeries[];
  readonly contained: ReadonlyMap<DeploymentSeries, ContainedCommits>;
  readonly stages: ReadonlyMap<string, number>;
  /** Oldest first. */
  readonly incidents: readonly IncidentEvent[];
  /** The newest moment in what was reported; null: nothing was. */
  readonly reportedUntil: number | null;
}

/** The objectives that repositories declare, with the data that was found of each. */
export interface GatheredObjectives {
  readonly objectives: readonly ServiceLevelObjective[];
  /** By id of the objective. */
  readonly answers: ReadonlyMap<string, SliAnswer>;
  /** Seconds since the epoch: as-of, or now where that lies ahead. */
  readonly at: number;
}
