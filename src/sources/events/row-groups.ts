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
  private length = 0;

  /** The next row belongs here. */
  add(application: string, environment: string): void {
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
    let chunk = this.chunks.at(-1);
    if (index === 0 || chunk === undefined)
      this.chunks.push((chunk = new Uint32Array(chunkLength)));
    chunk[index] = number;
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
