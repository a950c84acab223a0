import type { Configuration } from "#contract/configuration.ts";
import type { Pushed } from "#ports/inbox.ts";
import type { Report } from "#sections/report.ts";
import type { StatedTexts } from "./stated-texts.ts";

export interface AssessInput {
  readonly folders: readonly string[];
  readonly name: string | null;
  /** Already parsed; the defaults when there is no file. */
  readonly configuration: Configuration;
  /** Where fulcrum.yaml lies: relative paths in it start here. */
  readonly configurationFolder: string;
  /** What people state in the service; absent: nothing. */
  readonly stated?: StatedTexts;
  /** Seconds since the epoch, exclusive end; null: end of today (UTC). */
  readonly asOf: number | null;
  /** What others pushed to the service: read beside the files that the configuration names. */
  readonly pushed?: Pushed;
  /** Worker threads; null: as many as cores. */
  readonly jobs: number | null;
  readonly cacheFolder: string;
  readonly useCache: boolean;
  /** How the report is kept for the other commands; absent: with the evidence, where that is kept. */
  readonly keep?: {
    /** Absolute; null: no file was used. */
    readonly configurationPath: string | null;
    /** Commands that name no folder mean this one. */
    readonly isLatest: boolean;
  };
  /** Compare code between owners as well: reads every file at HEAD. */
  readonly withDuplication: boolean;
  /** Also the trees of the last quarters. */
  readonly withDuplicationTrend?: boolean;
  /** For benchmarks: writes "repository-folder object-id" lines. */
  readonly listBlobsTo: string | null;
}

export interface AssessResult {
  readonly report: Report;
  readonly fromCache: boolean;
}
