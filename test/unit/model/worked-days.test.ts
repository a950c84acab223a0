import { describe, expect, test } from "vitest";
import { lastWorkedIn } from "#model/worked-days.ts";
import { isLinear } from "#fixtures/growth.ts";

const second = 86_400;
const at = (day: number) => ({ commit: "", at: day * second });

/** Days by path; people worked on the repository on `human`. */
function worked(changes: Readonly<Record<string, readonly number[]>>, human: readonly number[]) {
  const paths = Object.keys(changes);
  const lists = Object.values(changes);
  let end = 0;
  return {
    fileChanges: {
      paths,
      ends: Uint32Array.from(lists, (days) => (end += days.length)),
      days: Uint16Array.from(lists.flat()),
    },
    activity: {
      persons: ["p"],
      day: Uint16Array.from(human),
      personIndex: Uint32Array.from(human, () => 0),
    },
  } as unknown as Parameters<typeof lastWorkedIn>[0];
}

describe("the last day on which people worked in a folder", () => {
  const changes = worked(
    {
      "dome/lib/dome.scala": [100, 200, 300],
      "dome/shutter/slit.scala": [250],
      "readme.md": [310],
    },
    [95, 190, 245],
  );
  const last = lastWorkedIn(changes, new Set([".", "dome", "dome/shutter"]));

  test("is of files nearest to it, soon after somebody worked on the repository", () => {
    expect(last("dome", 1_000 * second)).toEqual(at(200));
    expect(last("dome/shutter", 1_000 * second)).toEqual(at(250));
    expect(last(".", 1_000 * second)).toBeNull();
  });

  test("is up to the time that is asked for", () => {
    expect(last("dome", 199 * second)).toEqual(at(100));
    expect(last("dome", 99 * second)).toBeNull();
    expect(last("mirror", 1_000 * second)).toBeNull();
  });

  test("costs as much as there are files and folders, not their product", () => {
    expect(
      isLinear(1_500, (count) => {
        const folders = Array.from({ length: count }, (_, index) => `part${String(index)}`);
        const many = worked(
          Object.fromEntries(folders.map((one) => [`${one}/a.scala`, [100]])),
          [100],
        );
        const of = lastWorkedIn(many, new Set([".", ...folders]));
        for (const folder of folders) of(folder, 1_000 * second);
      }),
    ).toBe(true);
  });
});
