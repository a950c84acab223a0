export interface RowGroup {
  readonly application: string;
  readonly environment: string;
  /** Ascending. */
  readonly rows: Uint32Array;
}

const chunkLength = 1 << 14;

/** Which row belongs to which application and environment: four bytes a row, sorted out at the end. */
export class RowGroups {
  private readonly numbers = new Map<string, Map<string, number>>();
  private readonly sizes: number[] = [];
  private readonly chunks: Uint32Array[] = [];
  private chunk = new Uint32Array();
  private length = 0;

  /** The next row belongs here; returns the number of the group. */
  add(application: string, environment: string): number {
    let environments = this.numbers.get(application);
    if (environments === undefined) this.numbers.set(application, (environments = new Map()));
    let number = environments.get(environment);
    if (number === undefined) {
      number = this.sizes.length;
      environments.set(environment, number);
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
    return [...this.numbers].flatMap(([application, environments]) =>
      [...environments].map(([environment, number]) => ({
        application,
        environment,
        rows: rows[number] ?? new Uint32Array(),
      })),
    );
  }
}
