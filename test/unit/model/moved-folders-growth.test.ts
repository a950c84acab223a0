import { expect, it } from "vitest";
import type { FileHistory } from "#evidence/repository-evidence.ts";
import { movedFolders } from "#model/moved-folders.ts";
import { isLinear } from "#fixtures/growth.ts";
import { asOf, file, needs } from "./observatory.ts";

const moment = (at: number) => ({ commit: `c${String(at)}`, at });
const move = asOf - 500;

/** A manifest that names no package, in a folder whose last word is the same for all; it ends with the move, or begins with it. */
function manifest(path: string, object: string, isOld: boolean): FileHistory {
  const spans = [
    { value: object, from: moment(isOld ? 1 : move), to: isOld ? moment(move) : null },
  ];
  return file(path, { spans, dependencies: [needs("pkg:npm/mirror")] });
}

/** All parts of a repository, moved by one commit. */
function moved(count: number): ReadonlyMap<string, string> {
  const files = Array.from({ length: count }, (_, at) => [
    manifest(`old/${String(at)}/dome/package.json`, `object-${String(at)}`, true),
    manifest(`new/${String(at)}/dome/package.json`, `object-${String(at)}`, false),
  ]).flat();
  const folders = new Set(files.map(({ path }) => path.slice(0, path.lastIndexOf("/"))));
  return movedFolders(files, folders, asOf);
}

it("says nothing of folders that clocks which go back move in a circle, and where a row of moves ends", () => {
  const over = (path: string, ...spans: readonly (readonly [from: number, to: number | null])[]) =>
    spans.map(([from, to], at) =>
      file(`${path}/${at === 0 ? "package.json" : "web/package.json"}`, {
        home: path,
        spans: [{ value: "o", from: moment(from), to: to === null ? null : moment(to) }],
        dependencies: [needs("pkg:npm/mirror")],
      }),
    );
  const circle = [...over("a/dome", [90, 60], [10, 20]), ...over("b/dome", [60, 10])];
  const row = [
    ...over("c/lens", [70, 75]),
    ...over("d/lens", [75, 80]),
    ...over("e/lens", [80, null]),
  ];
  const files = [...circle, ...row];
  const folders = new Set(files.map((one) => one.home ?? ""));
  expect([...movedFolders(files, folders, asOf)]).toEqual([
    ["c/lens", "e/lens"],
    ["d/lens", "e/lens"],
  ]);
});

it("finds the moves of all parts of a repository by one commit, at a cost that follows their number", () => {
  expect(moved(3).get("old/1/dome")).toBe("new/1/dome");
  expect(isLinear(750, moved)).toBe(true);
});
