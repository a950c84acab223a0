import type { DeploymentEvents } from "#evidence/delivery-events.ts";
import type { EventColumns } from "#evidence/event-columns.ts";
import { hashOfText, IdSet } from "#evidence/id-set.ts";
import { movingNames } from "#evidence/version-names.ts";
import type { Deployment } from "./deployments.ts";

type RevisionOf = (version: string) => string | null;

/**
 * Deployments that were reported before `asOf`, oldest first, as a list that is made anew whenever it is asked for: of a
 * million only those of one series are objects at any time, and their texts are read where somebody looks.
 */
export function eventDeployments(
  { columns, rows }: DeploymentEvents,
  asOf: number,
  revisionOf: RevisionOf,
): { readonly length: number; readonly list: () => readonly Deployment[] } {
  const ordered = inOrder(columns, rows, asOf);
  const outcomes = outcomesOf(columns, ordered);
  return {
    length: ordered.length,
    list: () =>
      Array.from(
        ordered,
        (row, index) => new EventDeployment(columns, row, outcomes[index] ?? 0, revisionOf),
      ),
  };
}

class EventDeployment implements Deployment {
  readonly at: number;
  readonly isRollback: boolean;
  readonly isSuccessful: boolean;
  readonly repositoryId = null;
  readonly commit = null;
  private readonly columns: EventColumns;
  private readonly row: number;
  private readonly revisionOf: RevisionOf;

  constructor(columns: EventColumns, row: number, outcome: number, revisionOf: RevisionOf) {
    this.columns = columns;
    this.row = row;
    this.at = columns.at(row);
    this.isRollback = (outcome & rolledBack) !== 0;
    this.isSuccessful = (outcome & failed) === 0;
    this.revisionOf = revisionOf;
  }

  get id(): string {
    return this.columns.id(this.row);
  }

  get version(): string {
    return this.columns.version(this.row);
  }

  get revision(): string | null {
    return this.columns.revision(this.row) ?? this.revisionOf(this.version);
  }

  get artifact(): string | null {
    return this.columns.artifact(this.row);
  }

  get chain(): string | null {
    return this.columns.chain(this.row);
  }

  get path(): string {
    return this.columns.path(this.row);
  }

  get line(): number {
    return this.columns.line(this.row);
  }
}

/** Rows before `asOf` by time; at the same second by id, so that the order of files does not matter. */
function inOrder(columns: EventColumns, rows: Uint32Array, asOf: number): Uint32Array {
  let last = 0;
  let isOrdered = true;
  for (const row of rows) {
    const at = columns.at(row);
    if (at <= last || at >= asOf) isOrdered = false;
    last = at;
  }
  if (isOrdered) return rows;
  return rows
    .filter((row) => columns.at(row) < asOf)
    .sort((a, b) => columns.at(a) - columns.at(b) || compare(columns.id(a), columns.id(b)));
}

const rolledBack = 1;
const failed = 2;

/**
 * Rolled back: the event says so, or what ran here before runs again in place of something else. What runs already, deployed
 * once more, is no rollback, unless an attempt at something else failed in between and is thereby taken back.
 */
function outcomesOf(columns: EventColumns, rows: Uint32Array): Uint8Array {
  const identities = identitiesOf(columns, rows);
  const ran = new IdSet(rows.length);
  const outcomes = new Uint8Array(rows.length);
  let running = 0;
  let attempted = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0;
    const identity = identities[index] ?? 0;
    const isSuccessful = columns.isSuccessful(row);
    const isNew =
      moving.has(identity) || (isSuccessful ? ran.addHash(identity) : !ran.hasHash(identity));
    const isAgain = identity === running && identity === attempted;
    attempted = identity;
    if (isSuccessful) running = identity;
    outcomes[index] =
      (columns.isRollback(row) || !(isNew || isAgain) ? rolledBack : 0) |
      (isSuccessful ? 0 : failed);
  }
  return outcomes;
}

/** Of these without a commit nobody can say whether they ran before. */
const moving: ReadonlySet<number> = new Set(movingNames.map(hashOfText));

/** What was deployed, as hashes: the commit where one is known (names such as branches move), else the version. */
function identitiesOf(columns: EventColumns, rows: Uint32Array): Float64Array {
  const identities = Float64Array.from(rows, (row) => columns.contentHash(row));
  const isMixed = rows.some((row, index) => columns.versionHash(row) === identities[index]);
  if (!isMixed || rows.every((row) => columns.revision(row) === null)) return identities;
  // Some records name no commit: what another one says of the same version holds for them, too.
  const commitOf = new Map<number, number>();
  for (const [index, row] of rows.entries()) {
    const version = columns.versionHash(row);
    const known = commitOf.get(version) ?? version;
    const own = identities[index] ?? 0;
    if (own === version) identities[index] = known;
    else commitOf.set(version, own);
  }
  return identities;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
