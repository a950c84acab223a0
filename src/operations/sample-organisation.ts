import { stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { FulcrumError, messageOf, systemCodeOf } from "#kernel/errors.ts";
import { packageFolder } from "#kernel/package-folder.ts";
import { readPlainFile } from "#kernel/plain-file.ts";
import type { AssessmentStore } from "#ports/assessment-store.ts";
import type { ServiceDatabase } from "#ports/database.ts";
import type { OrganisationStore } from "#ports/organisation-store.ts";
import { sampleName, sampleSlug } from "#vocabulary/sample.ts";
import { writtenReport } from "./answering/written-report.ts";
import { importReport, type ImportedReport } from "./import-report.ts";

/** Where `scripts/sample.mjs` puts it. */
const packedSample = join(packageFolder, "dist", "sample", "report.json.gz");

const unpack = promisify(gunzip);

/** Bytes, packed and as text: ten times what it takes. */
const most = { packed: 4 * 1024 * 1024, text: 32 * 1024 * 1024 };

export interface SampleContext {
  readonly assessments: AssessmentStore;
  readonly organisations: OrganisationStore;
  readonly database: Pick<ServiceDatabase, "retention">;
  /** The packed report. Default: that of the package. */
  readonly samplePath?: string;
}

export interface SampleOffer {
  readonly slug: string;
  readonly name: string;
  /** It was built, and can be shown. */
  readonly isReady: boolean;
  /** It stands among the organisations of the service. */
  readonly isShown: boolean;
}

/** Whether there is an invented organisation to look at, and whether it is shown already. Throws `database-failed`. */
export async function offerSample(context: SampleContext): Promise<SampleOffer> {
  const isReady = await stat(context.samplePath ?? packedSample).then(
    (found) => found.isFile(),
    (error: unknown) => {
      if (systemCodeOf(error) === "ENOENT") return false;
      throw error;
    },
  );
  const known = await context.organisations.find(sampleSlug);
  return { slug: sampleSlug, name: sampleName, isReady, isShown: known?.name === sampleName };
}

/**
 * Makes the invented organisation one of the service's. Throws `sample-not-built`, `slug-taken` where another organisation has its address,
 * `no-assessment` where another version of Fulcrum built it, `database-failed`.
 */
export async function showSample(context: SampleContext): Promise<ImportedReport> {
  const { organisations, samplePath = packedSample } = context;
  const known = await organisations.find(sampleSlug);
  if (known !== null && known.name !== sampleName)
    throw new FulcrumError(
      "slug-taken",
      `${known.name} has the address ${sampleSlug} already, which the sample organisation would take.`,
      "Leave the sample out, or put that organisation in under another name first.",
    );
  const packed = await readPlainFile(samplePath, most.packed).catch((error: unknown) => {
    throw notBuilt(messageOf(error), error);
  });
  if (packed === null) throw notBuilt("it is larger than any that is built");
  const text = await unpack(packed, { maxOutputLength: most.text }).catch((error: unknown) => {
    throw notBuilt(messageOf(error), error);
  });
  const report = writtenReport(JSON.parse(text.toString("utf8")), samplePath);
  return importReport(context, { slug: sampleSlug, report });
}

/** Removes it with all its assessments, and nothing else. Gives how many those were. Throws `database-failed`. */
export async function removeSample({ organisations, database }: SampleContext): Promise<number> {
  const retention = await database.retention();
  const place = organisations.placeOf(sampleSlug);
  const kept = await retention.find({ organisation: sampleName, repository: null });
  return retention.remove(kept.filter((one) => one.place === place));
}

function notBuilt(reason: string, cause?: unknown): FulcrumError {
  return new FulcrumError(
    "sample-not-built",
    `The sample organisation could not be read: ${reason}.`,
    "Build it, then try again: node scripts/sample.mjs",
    { cause },
  );
}
