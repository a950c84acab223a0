import { describe, expect, test } from "vitest";
import { fileAtHead } from "#fixtures/evidence.ts";
import { build, file, libraries, needs, offers, repository } from "./observatory.ts";

describe("releases", () => {
  const at = (year: number) => Date.parse(`${String(year)}-01-01`) / 1000;
  const span = (value: string | null, from: number, to: number | null) => ({
    value,
    from: { commit: `c${String(from)}`, at: at(from) },
    to: to === null ? null : { commit: `c${String(to)}`, at: at(to) },
  });
  const lens = "pkg:pypi/night-lens";

  test("are those of all the files that declared the package, one after the other", () => {
    const made = repository("lens", [
      file("setup.cfg", { packages: [offers(lens, { spans: [span("2.0.0", 2018, null)] })] }),
      file("setup.py", {
        packages: [offers(lens, { spans: [span("1.0.0", 2016, 2017), span("1.1.0", 2017, 2018)] })],
      }),
    ]);
    const user = repository("dome", [file("requirements.txt", { dependencies: [needs(lens)] })]);
    const [found] = build([made, user]).organisation.capabilities;
    expect(found?.releases.map(({ version }) => version)).toEqual(["1.0.0", "1.1.0", "2.0.0"]);
    expect(found?.evidence[0]?.path).toBe("setup.py");
  });

  test("are tags where the manifest of today says none, whatever one before it once said", () => {
    const made = repository(
      "lens",
      [
        file("pyproject.toml", { packages: [offers(lens, { spans: [span(null, 2020, null)] })] }),
        file("setup.py", {
          packages: [
            offers(lens, { spans: [span("1.0.0.dev0", 2016, 2017), span(null, 2017, 2020)] }),
          ],
        }),
      ],
      {
        tags: [2018, 2021].map((year) => ({
          name: `v1.0.${String(year)}`,
          commit: "c",
          at: at(year),
        })),
      },
    );
    const user = repository("dome", [file("requirements.txt", { dependencies: [needs(lens)] })]);
    const [found] = build([made, user]).organisation.capabilities;
    expect(found?.releases.map(({ version }) => version)).toEqual([
      "1.0.0.dev0",
      "1.0.2018",
      "1.0.2021",
    ]);
  });

  test("are told by tags that spell the name in another way", () => {
    const tags = ["night_lens-1.0.0", "Night.Lens-1.1.0"].map((name, place) => ({
      name,
      commit: name,
      at: at(2020 + place),
    }));
    const made = repository(
      "lens",
      [
        file("parts/lens/setup.py", {
          packages: [offers(lens, { spans: [span("0.0.0", 2019, null)] })],
        }),
      ],
      { tags },
    );
    const user = repository("dome", [file("requirements.txt", { dependencies: [needs(lens)] })]);
    const [found] = build([made, user]).organisation.capabilities;
    expect(found?.releases.map(({ version }) => version)).toEqual(["1.0.0", "1.1.0"]);
  });

  describe("of a part whose number never moved", () => {
    const part = (tags: readonly string[], used: boolean, pushes: boolean) => {
      const manifest = "parts/lens/package.json";
      const made = repository(
        "sky",
        [
          file("package.json", { packages: [offers("pkg:npm/sky", { isPrivate: true })] }),
          file(manifest, {
            packages: [offers("pkg:npm/lens", { spans: [span("0.1.0", 2020, null)] })],
          }),
        ],
        {
          tags: tags.map((name) => ({ name, commit: name, at: at(2021) })),
          headFiles: [
            ...libraries(manifest),
            ...(pushes
              ? [
                  fileAtHead("package.json", {
                    surface: [{ mark: "publishes", text: "npm publish", count: 1 }],
                  }),
                ]
              : []),
          ],
        },
      );
      const user = repository("dome", [
        file("package.json", { dependencies: [needs("pkg:npm/lens")] }),
      ]);
      const { capabilities } = build(used ? [made, user] : [made]).organisation;
      return capabilities.find(({ name }) => name === "lens");
    };

    test("there are none, and the number is kept as the reason", () => {
      const found = part([], false, false);
      expect([found?.releases, found?.unmovedVersion]).toEqual([[], "0.1.0"]);
    });

    test("one that moved with its folder is another", () => {
      const made = (first: string, second: string) =>
        repository(
          "sky",
          [
            file("package.json", { packages: [offers("pkg:npm/sky", { isPrivate: true })] }),
            file("old/lens/package.json", {
              packages: [offers("pkg:npm/lens", { spans: [span(first, 2018, 2020)] })],
            }),
            file("parts/lens/package.json", {
              packages: [offers("pkg:npm/lens", { spans: [span(second, 2020, null)] })],
            }),
          ],
          { headFiles: libraries("parts/lens/package.json") },
        );
      const lensOf = (first: string, second: string) =>
        build([made(first, second)]).organisation.capabilities.find(({ name }) => name === "lens");
      expect(lensOf("0.1.0", "0.1.0")).toMatchObject({ releases: [], unmovedVersion: "0.1.0" });
      const moved = lensOf("0.1.0", "0.2.0")?.releases.map(({ version }) => version);
      expect(moved).toEqual(["0.1.0", "0.2.0"]);
    });

    test.each([
      ["a tag bears it", part(["lens-v0.1.0"], false, false)],
      ["somebody uses it", part([], true, false)],
      ["something publishes such packages", part([], false, true)],
    ])("there is one where %s", (_, found) => {
      expect(found?.releases.map(({ version }) => version)).toEqual(["0.1.0"]);
      expect(found?.unmovedVersion).toBeUndefined();
    });
  });
});
