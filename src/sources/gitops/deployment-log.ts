import { deploymentRows, type DeploymentColumns } from "#evidence/deployments.ts";

/** Raised whenever files of deployment repositories are read differently. */
export const deploymentVersion = 5;

export interface Asked {
  readonly application: string;
  readonly environment: string;
  readonly slot: string;
  readonly version: string;
}

/** What one file said from a mainline position on: null when it is gone. */
export interface FileChange {
  readonly path: string;
  readonly position: number;
  readonly asked: readonly Asked[] | null;
}

/** Folds what files say, commit by commit and oldest first, into rows: see `DeploymentColumns`. */
export class DeploymentLog {
  private readonly strings: string[] = [];
  private readonly indexOf = new Map<string, number>();
  private readonly rows: number[][] = [[], [], [], [], []];
  private readonly at: number[] = [];
  private readonly commits: string[] = [];
  private readonly running = new Map<string, { version: string; path: string; asked: Asked }>();
  private readonly keysOf = new Map<string, Set<string>>();

  constructor(earlier: DeploymentColumns) {
    for (const row of deploymentRows(earlier)) {
      const { path, at, commit, ...asked } = row;
      if (asked.version === "") this.stop(asked, path, at, commit);
      else this.start(asked, path, at, commit);
    }
  }

  /** Files that something was read from. */
  paths(): ReadonlySet<string> {
    return new Set(this.rows[3]?.map((index) => this.strings[index] ?? ""));
  }

  /** All changes of one commit together: what moves from one file to another in it has not stopped. */
  commit(commit: string, at: number, changes: readonly FileChange[]): void {
    const before = changes.map(({ path }) => new Set(this.keysOf.get(path)));
    const named = changes.map(({ path, asked }) => {
      const keys = new Set<string>();
      for (const one of asked ?? []) {
        const key = keyOf(one);
        if (keys.has(key)) continue;
        keys.add(key);
        const current = this.running.get(key);
        if (current?.version !== one.version || current.path !== path)
          this.start(one, path, at, commit);
      }
      return keys;
    });
    for (const [index, { path }] of changes.entries()) {
      for (const key of before[index] ?? []) {
        const current = this.running.get(key);
        if (current !== undefined && current.path === path && named[index]?.has(key) !== true)
          this.stop(current.asked, path, at, commit);
      }
    }
  }

  columns(): DeploymentColumns {
    const [application, environment, version, path, slot] = this.rows.map((row) =>
      Uint32Array.from(row),
    );
    const none = new Uint32Array();
    return {
      strings: this.strings,
      application: application ?? none,
      environment: environment ?? none,
      version: version ?? none,
      path: path ?? none,
      slot: slot ?? none,
      at: Float64Array.from(this.at),
      commits: this.commits.join(""),
    };
  }

  private start(asked: Asked, path: string, at: number, commit: string): void {
    const key = keyOf(asked);
    const current = this.running.get(key);
    if (current !== undefined) this.keysOf.get(current.path)?.delete(key);
    this.running.set(key, { version: asked.version, path, asked });
    const keys = this.keysOf.get(path);
    if (keys === undefined) this.keysOf.set(path, new Set([key]));
    else keys.add(key);
    this.append(asked, asked.version, path, at, commit);
  }

  private stop(asked: Asked, path: string, at: number, commit: string): void {
    const key = keyOf(asked);
    this.running.delete(key);
    this.keysOf.get(path)?.delete(key);
    this.append(asked, "", path, at, commit);
  }

  private append(asked: Asked, version: string, path: string, at: number, commit: string): void {
    const values = [asked.application, asked.environment, version, path, asked.slot];
    for (const [column, value] of values.entries()) this.rows[column]?.push(this.intern(value));
    this.at.push(at);
    this.commits.push(commit);
  }

  private intern(text: string): number {
    let index = this.indexOf.get(text);
    if (index === undefined) {
      index = this.strings.length;
      this.strings.push(text);
      this.indexOf.set(text, index);
    }
    return index;
  }
}

function keyOf({ application, environment, slot }: Asked): string {
  return `${application}\n${environment}\n${slot}`;
}
