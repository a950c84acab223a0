import { describe, expect, it } from "vitest";
import type { FragmentClasses } from "#insight/duplication/classes.ts";
import type { FragmentGraph } from "#insight/duplication/fragments.ts";
import { tellOnce } from "#insight/duplication/told-once.ts";

type Stretch = readonly [file: number, from: number, to: number];

/** Indexes of the classes that are told, those that save most first. */
function told(
  classes: readonly (readonly Stretch[])[],
  repositories: number[] | null,
  similarities: readonly number[] = classes.map(() => 800),
): number[] {
  const stretches = classes.flat();
  const none = new Uint32Array(0);
  const graph: FragmentGraph = {
    files: Uint32Array.from(stretches, ([file]) => file),
    from: Uint32Array.from(stretches, ([, from]) => from),
    to: Uint32Array.from(stretches, ([, , to]) => to),
    starts: none,
    neighbours: none,
    similarities: new Uint16Array(0),
    types: new Uint8Array(0),
  };
  let end = 0;
  const found: FragmentClasses = {
    starts: Uint32Array.from([0, ...classes.map((stretch) => (end += stretch.length))]),
    members: Uint32Array.from(stretches, (_, at) => at),
    types: new Uint8Array(classes.length).fill(3),
    similarities: Uint16Array.from(similarities),
  };
  const repositoryOf = repositories === null ? null : Uint32Array.from(repositories);
  return [...tellOnce(graph, found, () => 1, { filesCount: 4, repositoryOf })];
}

const whole: readonly Stretch[] = [
  [0, 0, 200],
  [1, 0, 200],
];

describe("tellOnce", () => {
  it("drops a class inside one that saves more, whatever their order", () => {
    const inner: readonly Stretch[] = [
      [0, 50, 120],
      [1, 50, 120],
    ];
    expect(told([inner, whole], null)).toEqual([1]);
    expect(told([whole, inner], null)).toEqual([0]);
  });

  it("keeps an exact copy that a looser class with more copies covers for the most part", () => {
    const loose: readonly Stretch[] = [
      [0, 0, 80],
      [1, 0, 80],
      [2, 0, 80],
    ];
    const exact: readonly Stretch[] = [
      [0, 0, 100],
      [1, 0, 100],
    ];
    expect(told([loose, exact], null, [800, 1000])).toEqual([0, 1]);
    expect(told([loose, exact], null, [800, 800])).toEqual([0]);
  });

  it("keeps a class that also tells of another place", () => {
    const further: readonly Stretch[] = [
      [0, 50, 120],
      [1, 50, 120],
      [2, 10, 80],
    ];
    expect(told([whole, further], null)).toEqual([0, 1]);
  });

  it("keeps a link between two classes unless all of it is within one repository", () => {
    const other: readonly Stretch[] = [
      [2, 0, 150],
      [3, 0, 150],
    ];
    const link: readonly Stretch[] = [
      [0, 10, 120],
      [2, 10, 120],
    ];
    expect(told([whole, other, link], null)).toEqual([0, 1, 2]);
    expect(told([whole, other, link], [0, 0, 1, 1])).toEqual([0, 1, 2]);
    expect(told([whole, other, link], [0, 0, 0, 0])).toEqual([0, 1]);
  });
});
