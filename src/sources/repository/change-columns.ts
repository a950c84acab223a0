import { changeReach, quarterOf, type ChangeColumns } from "#evidence/change-quarters.ts";
import { languageOf } from "#evidence/languages.ts";
import { bitOf, kindOf, manifestBits } from "./change-kinds.ts";
import type { Mainline } from "./walk.ts";

const infrastructure =
  /\.(?:tf|tofu|hcl)$|(?:^|\/)(?:\.pre-commit-config\.ya?ml|\.github\/.{1,200})$/;

/**
 * Of the mainline from quarter `oldest` on, what each commit changed and whether programs wrote it. A commit is judged by
 * itself and by paths alone, so that an earlier reading is only added to.
 */
export function changeColumns(
  mainline: Mainline,
  earlier: ChangeColumns | undefined,
  oldest: number,
): ChangeColumns {
  const none = 255;
  const reached = new Uint8Array(mainline.ids.length).fill(none);
  for (const [path, { positions }] of mainline.revisions) {
    const reach = reachOf(path);
    if (reach === null) continue;
    for (const position of positions) {
      const before = reached[position] ?? none;
      reached[position] = before === none ? reach : Math.max(before, reach);
    }
  }
  const isBot = byPrograms(mainline);
  const rows = rowsOf(earlier).filter(({ at }) => quarterOf(at) >= oldest);
  for (const [position, reach] of reached.entries()) {
    const { at } = mainline.momentAt(position);
    if (reach !== none && quarterOf(at) >= oldest)
      rows.push({ at, isBot: isBot[position] ?? 0, reach });
  }
  return {
    at: Float64Array.from(rows, (row) => row.at),
    isBot: Uint8Array.from(rows, (row) => row.isBot),
    reach: Uint8Array.from(rows, (row) => row.reach),
  };
}

function rowsOf(
  columns: ChangeColumns | undefined,
): { at: number; isBot: number; reach: number }[] {
  return Array.from(columns?.at ?? [], (at, row) => ({
    at,
    isBot: columns?.isBot[row] ?? 0,
    reach: columns?.reach[row] ?? 0,
  }));
}

function reachOf(path: string): number | null {
  const kind = kindOf(path);
  if ((kind & manifestBits) !== 0) return changeReach.manifests;
  if (kind === bitOf.pipeline || infrastructure.test(path)) return changeReach.callers;
  const language = languageOf(path);
  if (language === null || language.kind === "doc") return kind === 0 ? null : changeReach.more;
  return language.kind === "data" && language.name !== "YAML" ? null : changeReach.more;
}

/** By position: 1 where programs wrote every commit that it brought in, merges aside, 2 where they wrote some; of a merge alone, the merge. */
function byPrograms({ graph, ids, introduced, people }: Mainline): Uint8Array {
  const written = new Uint32Array(ids.length);
  const byBots = new Uint32Array(ids.length);
  const isBotAt = (commit: number): boolean =>
    people.isBot[graph.authorIndex[commit] ?? 0] === true;
  for (const [commit, position] of introduced.entries()) {
    const parents = (graph.parentStart[commit + 1] ?? 0) - (graph.parentStart[commit] ?? 0);
    if (position < 0 || parents > 1) continue;
    written[position] = (written[position] ?? 0) + 1;
    if (isBotAt(commit)) byBots[position] = (byBots[position] ?? 0) + 1;
  }
  return Uint8Array.from(ids, (id, position) => {
    const all = written[position] ?? 0;
    if (all === 0) return Number(isBotAt(graph.ids.indexOf(id)));
    const bots = byBots[position] ?? 0;
    return bots === all ? 1 : bots > 0 ? 2 : 0;
  });
}
