export interface RowGroup {
  readonly number: number;
  readonly application: string;
  readonly project: string | null;
  readonly environment: string;
  /** Ascending. */
  readonly rows: Uint32Array;
}

interface Application {
  readonly application: string;
  readonly project: string | null;
  readonly environments: Map<string, number>;
}

const chunkLength = 1 << 14;

/** Which row belongs to which application and environment: four bytes a row, sorted out at the end. */
export class RowGroups {
  private readonly numbers = new Map<string, Application>();
  private readonly sizes: number[] = [];
  private readonly chunks: Uint32Array[] = [];
  private chunk = new Uint32Array();
  private length = 0;

  /** The next row belongs here; returns the number of the group. */
  add(application: string, environment: string, project: string | null = null): number {
    const key = project === null ? application : `${application}\n${project}`;
    let known = this.numbers.get(key);
    if (known === undefined) {
      known = { application, project, environments: new Map() };
      this.numbers.set(key, known);
    }
    let number = known.environments.get(environment);
    if (number === undefined) {
      number = this.sizes.length;
      known.environments.set(environment, number);
      this.sizes.push(0);
    }
    this.sizes[number] = (this.sizes[number] ?? 0) + 1;
    const index = this.length++ % chunkLength;
    if (index === 0) this.chunks.push((this.chunk = new Uint32Array(chunkLength)));
    this.chunk[index] = number;
    return number;
  }

  list(): RowGroup[] {
    const rows = this.sizes.map((size) => new Uint32Array(size));
    const filled = new Uint32Array(rows.length);
    for (let row = 0; row < this.length; row++) {
      const number = this.chunks[Math.floor(row / chunkLength)]?.[row % chunkLength] ?? 0;
      const group = rows[number];
      const at = filled[number] ?? 0;
      if (group !== undefined) group[at] = row;
      filled[number] = at + 1;
    }
    return [...this.numbers.values()].flatMap(({ application, project, environments }) =>
      [...environments].map(([environment, number]) => ({
        number,
        application,
        project,
        environment,
        rows: rows[number] ?? new Uint32Array(),
      })),
    );
  }
}
