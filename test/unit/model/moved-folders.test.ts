import { describe, expect, test } from "vitest";
import type { FileHistory } from "#evidence/repository-evidence.ts";
import { movedFolders } from "#model/moved-folders.ts";
import { processorMilliseconds } from "#fixtures/growth.ts";
import { asOf, born, build, file, needs, offers, repository } from "./observatory.ts";

const moment = (at: number) => ({ commit: `c${String(at)}`, at });
const move = asOf - 500;
const folder = (path: string) => path.slice(0, path.lastIndexOf("/"));

/** A manifest over a time, with the package that it names and what it asks for. */
function manifest(
  path: string,
  { name, from, to, object = path }: { name: string; from: number; to?: number; object?: string },
): FileHistory {
  const over = <Value>(value: Value) => [
    { value, from: moment(from), to: to === undefined ? null : moment(to) },
  ];
  return file(path, {
    spans: over(object),
    packages: [offers(`pkg:npm/${name}`, { spans: over<string | null>("1.0.0") })],
    dependencies: [needs("pkg:npm/mirror", { spans: over<string | null>("^1") })],
  });
}

function observatory(...files: readonly FileHistory[]) {
  const root = file("package.json", { packages: [offers("pkg:npm/dome")] });
  const activity = files.map((one) => ({
    folder: folder(one.path),
    born: one.spans[0]?.from ?? moment(born),
    lastHuman: null,
  }));
  const mirror = repository("mirror", [
    file("package.json", { packages: [offers("pkg:npm/mirror")] }),
  ]);
  const dome = repository("dome", [root, ...files], { folderActivity: activity });
  const { organisation } = build([mirror, dome]);
  const parts = organisation.components.filter(
    ({ repositoryId, path }) => repositoryId === dome.id && path !== ".",
  );
  return {
    parts: parts.map(({ path, born: first, goneAt }) => [path, first?.at, goneAt]),
    uses: organisation.consumptions.map(({ from, to, openedBy }) => [from.at, to, openedBy]),
  };
}

describe("a folder that was moved", () => {
  test("is as old as it was where it lay, and what it uses goes on", () => {
    const found = observatory(
      manifest("shutter/package.json", { name: "shutter", from: born + 90_000_000, to: move }),
      manifest("packages/shutter/package.json", { name: "shutter", from: move }),
    );
    expect(found.parts).toEqual([["packages/shutter", born + 90_000_000, null]]);
    expect(found.uses).toEqual([[born + 90_000_000, null, "template"]]);
  });

  test("is known by its name where the package took another one, and by its text", () => {
    const byName = observatory(
      manifest("cmd/old/shutter/package.json", { name: "shutter", from: born, to: move }),
      manifest("cmd/new/shutter/package.json", { name: "@sky/shutter", from: move }),
    );
    expect(byName.parts).toEqual([["cmd/new/shutter", born, null]]);
    const byText = observatory(
      manifest("lid/package.json", { name: "lid", from: born, to: move, object: "same" }),
      manifest("shutter/package.json", { name: "shutter", from: move, object: "same" }),
    );
    expect(byText.parts).toEqual([["shutter", born, null]]);
  });

  test("is followed where it is a chart that others take in", () => {
    const chart = (path: string, from: number, to?: number): FileHistory => {
      const spans = [
        { value: "1.0.0", from: moment(from), to: to === undefined ? null : moment(to) },
      ];
      return file(path, {
        source: "helm-chart",
        spans,
        packages: [offers("pkg:helm/lamp", { spans })],
      });
    };
    const lamps = repository("lamps", [
      chart("lamp/Chart.yaml", born, move),
      chart("charts/lamp/Chart.yaml", move),
    ]);
    const dome = repository("dome", [
      file("Chart.yaml", {
        source: "helm-chart",
        packages: [offers("pkg:helm/dome")],
        dependencies: [needs("pkg:helm/lamp")],
      }),
    ]);
    const { organisation } = build([lamps, dome]);
    expect(
      organisation.components
        .filter(({ repositoryId }) => repositoryId === lamps.id)
        .map(({ path, goneAt }) => [path, goneAt]),
    ).toEqual([
      [".", null],
      ["charts/lamp", null],
    ]);
  });

  test("is followed over several moves", () => {
    const found = observatory(
      manifest("a/package.json", { name: "shutter", from: born, to: move - 9 }),
      manifest("b/package.json", { name: "shutter", from: move - 9, to: move }),
      manifest("c/package.json", { name: "shutter", from: move }),
    );
    expect(found.parts).toEqual([["c", born, null]]);
  });
});

describe("no move is", () => {
  test("what came in another commit, or beside what goes on", () => {
    const later = observatory(
      manifest("lid/package.json", { name: "shutter", from: born, to: move }),
      manifest("shutter/package.json", { name: "shutter", from: move + 9 }),
    );
    expect(later.parts.map(([path]) => path)).toEqual(["lid", "shutter"]);
    const copy = observatory(
      manifest("lid/package.json", { name: "lid", from: born, object: "same" }),
      manifest("shutter/package.json", { name: "shutter", from: move, object: "same" }),
    );
    expect(copy.parts.map(([path, first]) => [path, first])).toEqual([
      ["lid", born],
      ["shutter", move],
    ]);
  });

  test("what several folders could be", () => {
    const found = observatory(
      manifest("old/lid/package.json", { name: "lid", from: born, to: move }),
      manifest("north/lid/package.json", { name: "north-lid", from: move }),
      manifest("south/lid/package.json", { name: "south-lid", from: move }),
    );
    expect(found.parts.map(([path]) => path)).toEqual(["north/lid", "old/lid", "south/lid"]);
  });

  test("a circle, which clocks that go back can make", () => {
    const [one, other] = [move, move + 9];
    const files = [
      manifest("lid/package.json", { name: "shutter", from: other, to: one }),
      manifest("dome/package.json", { name: "shutter", from: one, to: other }),
      manifest("old/package.json", { name: "lens", from: born, to: one }),
      manifest("new/package.json", { name: "lens", from: one }),
    ];
    const found = movedFolders(files, new Set(files.map(({ path }) => folder(path))), asOf);
    expect([...found]).toEqual([["old", "new"]]);
  });

  test("looked for among all that came when thousands went at once", () => {
    const files = Array.from({ length: 5_000 }, (_, at) => [
      manifest(`old/${String(at)}/lid/package.json`, { name: "lid", from: born, to: move }),
      manifest(`new/${String(at)}/lid/package.json`, { name: "lid", from: move }),
    ]).flat();
    const folders = new Set(files.map(({ path }) => folder(path)));
    const began = processorMilliseconds();
    expect([...movedFolders(files, folders, asOf)]).toEqual([]);
    const took = processorMilliseconds() - began;
    expect(took).toBeLessThan(1_500);
  });
});
