import { quarterOf, type WrittenColumns } from "#evidence/change-quarters.ts";
import type { Mainline } from "./walk.ts";

interface Row {
  readonly commit: string;
  readonly at: number;
  readonly mark: string;
}

/** What people wrote from quarter `oldest` on, whatever branch it came from. A commit is judged by itself, so that an earlier reading is only added to. */
export function writtenColumns(
  { graph, people }: Pick<Mainline, "graph" | "people">,
  earlier: WrittenColumns | undefined,
  oldest: number,
): WrittenColumns {
  const rows = rowsOf(earlier).filter(({ at }) => quarterOf(at) >= oldest);
  for (const [index, mark] of graph.subjectMarks.entries()) {
    const at = graph.times[index] ?? 0;
    if (mark === null || people.isBot[graph.authorIndex[index] ?? 0] === true) continue;
    if (quarterOf(at) >= oldest) rows.push({ commit: graph.ids.at(index), at, mark });
  }
  rows.sort((a, b) => a.at - b.at || (a.commit < b.commit ? -1 : 1));
  return {
    commits: rows.map(({ commit }) => commit),
    at: Float64Array.from(rows, ({ at }) => at),
    marks: rows.map(({ mark }) => mark),
  };
}

function rowsOf(columns: WrittenColumns | undefined): Row[] {
  return (columns?.commits ?? []).map((commit, row) => ({
    commit,
    at: columns?.at[row] ?? 0,
    mark: columns?.marks[row] ?? "",
  }));
}
