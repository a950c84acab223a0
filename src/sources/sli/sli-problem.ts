import type { SliSeries } from "#evidence/sli-series.ts";

/** A line of pushed data, or an answer of a server, that could not be used. */
export interface SliProblem {
  readonly code: string;
  readonly where: string;
  readonly line: number | null;
  readonly text: string;
  readonly needs: string;
}

export interface SliReading {
  /** By key of the objective: `SERVICE/NAME`. */
  readonly series: ReadonlyMap<string, SliSeries>;
  readonly problems: readonly SliProblem[];
}

const mostProblems = 100;

/** Refused lines of one file; after a hundred only their number grows. */
export class LineProblems {
  readonly list: SliProblem[] = [];
  private readonly where: string;
  private omittedCount = 0;

  constructor(where: string) {
    this.where = where;
  }

  refuse(line: number, text: string, needs: string): null {
    if (this.list.length < mostProblems)
      this.list.push({ code: "refused-line", where: this.where, line, text, needs });
    else this.omittedCount++;
    return null;
  }

  all(): readonly SliProblem[] {
    if (this.omittedCount === 0) return this.list;
    const text = `${String(this.omittedCount)} more lines were refused`;
    return [
      ...this.list,
      {
        code: "refused-line",
        where: this.where,
        line: null,
        text,
        needs: "Mend the first ones and try again.",
      },
    ];
  }
}
