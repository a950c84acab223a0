import { describe, expect, test } from "vitest";
import { born, build, file, needs, offers, repository } from "./observatory.ts";

const day = 86_400;
const ended = Math.floor(born / day) * day + 100 * day;
const moment = (at: number) => ({ commit: `c${String(at)}`, at });

/** Where a dome went with `purl`, of which files came to it on days after its use ended. */
const intoFolder = (purl: string, files: Readonly<Record<string, number>>) => {
  const paths = Object.keys(files);
  const { organisation } = build([
    repository("kit", [file("manifest", { packages: [offers(purl)] })]),
    {
      ...repository("dome", [
        file("manifest", {
          dependencies: [
            needs(purl, { spans: [{ value: null, from: moment(born), to: moment(ended + 50) }] }),
          ],
        }),
      ]),
      fileChanges: {
        paths,
        ends: Uint32Array.from(paths, (_, index) => index + 1),
        days: Uint16Array.from(Object.values(files), (later) => ended / day + later),
      },
    },
  ]);
  return organisation.consumptions.map(({ takenInto }) => takenInto);
};
const code = (folder: string, count = 5, later = 0, ending = "ts") =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${folder}/${String(index)}.${ending}`, later]),
  );

describe("a package whose code came to its user when the use ended", () => {
  test.each([
    ["by the last word of its name", "pkg:npm/%40sky/sky-base", code("src/base")],
    ["by its name", "pkg:pypi/sky_base", code("lib/sky-base")],
    [
      "by the folder of the repository that it was",
      "pkg:github/sky/terraform-lens#mirror-store",
      code("modules/mirror-store", 5, 0, "tf"),
    ],
    [
      "in folders below",
      "pkg:npm/sky-base",
      { ...code("src/base/lens", 3), ...code("src/base/mount", 3) },
    ],
  ])("was taken in, %s", (_, purl, files) => {
    expect(intoFolder(purl, files)).toEqual([expect.stringMatching(/base$|mirror-store$/)]);
  });

  test.each([
    ["too few files", code("src/base", 4)],
    ["another folder", code("src/lens")],
    ["another day", code("src/base", 5, 1)],
    ["no code", code("src/base", 5, 0, "md")],
    ["half of a word", code("src/database")],
    ["a folder of three letters that anybody has", code("src/sky")],
  ])("was not, where there are: %s", (_, files) => {
    expect(intoFolder("pkg:npm/sky-base", files)).toEqual([undefined]);
    expect(intoFolder("pkg:npm/base-sky", files)).toEqual([undefined]);
  });
});
