import { describe, expect, test } from "vitest";
import { application, born, build, file, needs, offers, repository, uses } from "./observatory.ts";

const registry = (name: string) => `pkg:docker/observatory/${name}?repository_url=ghcr.io`;
const images = (...names: readonly string[]) =>
  repository("images", [
    file(".github/workflows/publish.yml", {
      packages: names.map((name) => offers(registry(name), { kind: "tooling" })),
    }),
  ]);
const standingOn = (name: string, ...purls: readonly string[]) =>
  application(
    name,
    file("Dockerfile", { dependencies: purls.map((purl) => needs(purl, { scope: "build" })) }),
  );

describe("things that one repository offers", () => {
  test("each image is a capability of its own", () => {
    const findings = build([
      images("lens-base", "dome-base"),
      standingOn("lens", registry("lens-base")),
      standingOn("dome", registry("dome-base")),
    ]);
    expect(uses(findings)).toEqual([
      "dome → dome-base image (build)",
      "lens → lens-base image (build)",
    ]);
  });

  test("one image in two registries is one capability", () => {
    const elsewhere = "pkg:docker/observatory/lens-base?repository_url=registry.example";
    const publishing = file("publish.yml", {
      packages: [registry("lens-base"), elsewhere].map((purl) => offers(purl, { kind: "tooling" })),
    });
    const findings = build([
      repository("images", [publishing]),
      standingOn("lens", registry("lens-base")),
      standingOn("dome", elsewhere),
    ]);
    expect(uses(findings)).toEqual([
      "dome → lens-base image (build)",
      "lens → lens-base image (build)",
    ]);
  });

  test("a package and the image of the same name, whose repository was not read, are one", () => {
    const asks = (name: string, purl: string) =>
      application(name, file("Makefile", { dependencies: [needs(purl, { scope: "build" })] }));
    const findings = build([
      asks("lens", "pkg:npm/%40observatory/plate-checks"),
      asks("dome", "pkg:docker/observatory/plate-checks"),
      asks("mirror", "pkg:golang/github.com/observatory/plate-checks/v2"),
    ]);
    expect(uses(findings)).toEqual([
      "dome → @observatory/plate-checks (build)",
      "lens → @observatory/plate-checks (build)",
      "mirror → @observatory/plate-checks (build)",
    ]);
  });

  test("a gem from a repository that was not read, and that repository by its address, are one", () => {
    const origin = "https://git.example/observatory/plates";
    const asks = (name: string, source: string, dependency: ReturnType<typeof needs>) =>
      application(name, file(source, { dependencies: [dependency] }));
    const findings = build([
      asks("lens", "Gemfile", needs("pkg:gem/plates", { origin })),
      asks("dome", "Makefile", needs("pkg:github/observatory/plates", { origin, scope: "build" })),
    ]);
    expect(findings.organisation.capabilities.map(({ packages }) => packages)).toEqual([
      ["pkg:gem/plates", "pkg:github/observatory/plates"],
    ]);
  });

  test("workflows of one repository stay together", () => {
    const purl = (name: string) => `pkg:githubactions/observatory/ci#.github/workflows/${name}.yml`;
    const calls = (name: string) =>
      application(
        name,
        file(".github/workflows/ci.yml", { dependencies: [needs(purl(name), { scope: "build" })] }),
      );
    const ci = repository("ci", [
      file(".github/workflows/a.yml", {
        packages: [
          offers(purl("lens"), { kind: "tooling" }),
          offers(purl("dome"), { kind: "tooling" }),
        ],
      }),
    ]);
    expect(uses(build([ci, calls("lens"), calls("dome")]))).toEqual([
      "dome → ci dome and lens workflows (build)",
      "lens → ci dome and lens workflows (build)",
    ]);
  });

  test("no part describes the whole, nor what is there what is gone", () => {
    const purl = (name: string) => `pkg:githubactions/observatory/ci#.github/workflows/${name}.yml`;
    const workflow = (name: string, to: number | null = null) =>
      file(`.github/workflows/${name}.yml`, {
        packages: [
          offers(purl(name), {
            kind: "tooling",
            description: `Turns the ${name}`,
            spans: [
              {
                value: null,
                from: { commit: "c", at: born },
                to: to === null ? null : { commit: "d", at: to },
              },
            ],
          }),
        ],
      });
    const users = application(
      "lens",
      file(".github/workflows/ci.yml", {
        dependencies: ["dome", "mirror"].map((name) => needs(purl(name), { scope: "build" })),
      }),
    );
    const described = (...files: readonly ReturnType<typeof workflow>[]) =>
      build([repository("ci", files), users]).organisation.capabilities.find(({ name }) =>
        name.startsWith("ci"),
      )?.description;
    expect(described(workflow("dome"))).toBe("Turns the dome");
    expect(described(workflow("dome"), workflow("mirror"))).toBeNull();
    expect(described(workflow("dome"), workflow("mirror", born + 10))).toBe("Turns the dome");
  });

  test("what others of the organisation push to a registry of orbs is its own", () => {
    const asks = application(
      "lens",
      file(".circleci/config.yml", {
        dependencies: [
          needs("pkg:generic/observatory/dome?type=circleci-orb", { scope: "build" }),
          needs("pkg:generic/circleci/node?type=circleci-orb", { scope: "build" }),
        ],
      }),
    );
    expect(uses(build([asks], { ownNamespaces: ["observatory"] }))).toEqual([
      "lens → observatory/dome (build)",
    ]);
  });

  test("removing one workflow does not give up the others", () => {
    const purl = (name: string) => `pkg:githubactions/observatory/ci#.github/workflows/${name}.yml`;
    const at = (seconds: number) => ({ commit: "c", at: seconds });
    const workflow = (name: string, to: number | null) =>
      file(`.github/workflows/${name}.yml`, {
        packages: [
          offers(purl(name), {
            kind: "tooling",
            spans: [{ value: null, from: at(born), to: to === null ? null : at(to) }],
          }),
        ],
      });
    const lifecycle = (...ends: readonly (number | null)[]) => {
      const ci = repository(
        "ci",
        ends.map((to, index) => workflow(`w${String(index)}`, to)),
      );
      const users = ends.map((_, index) =>
        application(
          `lens${String(index)}`,
          file(".github/workflows/ci.yml", {
            dependencies: [needs(purl(`w${String(index)}`), { scope: "build" })],
          }),
        ),
      );
      const { organisation } = build([ci, ...users]);
      return organisation.capabilities.find(({ name }) => name.startsWith("ci "))?.lifecycle;
    };
    expect(lifecycle(null, born + 10)).not.toBe("archived");
    expect(lifecycle(born + 10, born + 20)).toBe("archived");
  });

  test("tags number the module, but for those that carry another package's name", () => {
    const source = "pkg:github/observatory/terrain#modules/queue";
    const tag = (name: string) => ({ name, commit: "c", at: born });
    const terrain = repository(
      "terrain",
      [
        file("modules/queue/main.tf", { packages: [offers(source, { kind: "tooling" })] }),
        file("charts/dome/Chart.yaml", {
          packages: [offers("pkg:helm/dome", { kind: "tooling" })],
        }),
      ],
      { tags: [tag("v1.0.0"), tag("v2.0.0"), tag("dome-1.5.0")] },
    );
    const { organisation } = build([
      terrain,
      application("lens", file("main.tf", { dependencies: [needs(source)] })),
    ]);
    const queue = organisation.capabilities.find(({ name }) => name === "terrain/queue module");
    expect(queue?.releases.map(({ version }) => version)).toEqual(["1.0.0", "2.0.0"]);
  });

  test("tags from before a part was there, and from after it was gone, are no releases of it", () => {
    const tag = (name: string, at: number) => ({ name, commit: name, at });
    const purl = (name: string) => `pkg:nuget/Sky.${name}`;
    const day = 86_400;
    const moment = (at: number) => ({ commit: `c${String(at)}`, at });
    const span = <Value>(value: Value, from: number, to: number | null) => ({
      value,
      from: moment(from),
      to: to === null ? null : moment(to),
    });
    const part = (folder: string, name: string, from: number, to: number | null = null) =>
      file(`${folder}/Sky.${name}.csproj`, {
        spans: [span("object", from, to)],
        packages: [offers(purl(name), { spans: [span(null, from, to)] })],
      });
    const sky = repository(
      "sky",
      [
        part("src/Mirror", "Mirror", born),
        part("src/Lamp", "Lamp", born + 20 * day),
        part("lib/Dial", "Dial", born, born + 15 * day),
        part("src/Dial", "Dial", born + 15 * day),
        part("src/Rope", "Rope", born, born + 20 * day),
      ],
      { tags: [tag("1.0.0", born + 10 * day), tag("2.0.0", born + 30 * day)] },
    );
    const { organisation } = build([
      sky,
      application(
        "lens",
        file("lens.csproj", {
          dependencies: ["Mirror", "Lamp", "Dial", "Rope"].map((name) => needs(purl(name))),
        }),
      ),
    ]);
    const versions = Object.fromEntries(
      organisation.capabilities.map(({ name, releases }) => [
        name,
        releases.map(({ version }) => version),
      ]),
    );
    expect(versions).toEqual({
      "Sky.Mirror": ["1.0.0", "2.0.0"],
      "Sky.Lamp": ["2.0.0"],
      "Sky.Dial": ["1.0.0", "2.0.0"],
      "Sky.Rope": ["1.0.0"],
    });
  });

  test("tags are read a few times for a repository, however many parts it has", () => {
    const parts = Array.from({ length: 100 }, (_, index) => `part${String(index)}`);
    let readings = 0;
    const tags = parts.map((name) => ({
      get name() {
        readings++;
        return `${name}-v1.2.0`;
      },
      commit: "c",
      at: born,
    }));
    const purl = (name: string) => `pkg:composer/observatory/${name}`;
    const sky = repository(
      "sky",
      parts.map((name) => file(`${name}/composer.json`, { packages: [offers(purl(name))] })),
      { tags },
    );
    const needed = parts.map((name) => needs(purl(name)));
    const { organisation } = build([
      sky,
      application("lens", file("composer.json", { dependencies: needed })),
    ]);
    expect(organisation.capabilities.map((one) => one.releases.length)).toEqual(parts.map(() => 1));
    expect(readings).toBeLessThan(20 * tags.length);
  });

  test("parts without a version share the list of what the tags number", () => {
    const sky = repository(
      "sky",
      ["mirror", "lamp"].map((name) =>
        file(`${name}/main.tf`, {
          packages: [offers(`pkg:github/observatory/sky#${name}`, { kind: "tooling" })],
        }),
      ),
      { tags: [{ name: "v1.0.0", commit: "c", at: born }] },
    );
    const needed = ["mirror", "lamp"].map((name) => needs(`pkg:github/observatory/sky#${name}`));
    const { organisation } = build([
      sky,
      application("lens", file("main.tf", { dependencies: needed })),
    ]);
    const [mirror, lamp] = organisation.capabilities.map((one) => one.releases);
    expect(mirror).toHaveLength(1);
    expect(mirror).toBe(lamp);
  });
});

describe("versions in use", () => {
  const versionsOf = (
    locked: NonNullable<Parameters<typeof file>[1]>["locked"],
    constraint: string,
  ) => {
    const workspace = repository("domes", [
      file("package.json", { dependencies: [] }),
      file("package-lock.json", { source: "locks", locked: locked ?? [] }),
      file("domes/north/package.json", {
        packages: [offers("pkg:npm/north", { isPrivate: true })],
        dependencies: [
          needs("pkg:npm/lens", {
            spans: [{ value: constraint, from: { commit: "c", at: born }, to: null }],
          }),
        ],
      }),
    ]);
    const lens = repository("lens", [
      file("package.json", { packages: [offers("pkg:npm/lens", { isPrivate: false })] }),
    ]);
    return build([workspace, lens]).organisation.consumptions.flatMap((one) =>
      one.versions.map(({ version, from, to }) => [version, from - born, to && to - born]),
    );
  };
  const span = (value: string, from: number, to: number | null = null) => ({
    value,
    from: { commit: "c", at: born + from },
    to: to === null ? null : { commit: "c", at: born + to },
  });
  const purl = "pkg:npm/lens";

  test("come from the lock file that the workspace shares", () => {
    expect(versionsOf([{ purl, spans: [span("1.2.0", 0)] }], "^1.0.0")).toEqual([
      ["1.2.0", 0, null],
    ]);
  });

  test("are those that the member itself sees, while it sees its own", () => {
    const locked = [
      { purl, spans: [span("2.0.0", 0)] },
      { purl, member: "domes/north", spans: [span("1.2.0", 10, 20)] },
      { purl, member: "domes/south", spans: [span("1.1.0", 0)] },
    ];
    expect(versionsOf(locked, "^1.0.0")).toEqual([
      ["2.0.0", 0, 10],
      ["1.2.0", 10, 20],
      ["2.0.0", 20, null],
    ]);
  });

  test("are those that answer the constraint, where the lock file says so", () => {
    const locked = [
      { purl, spans: [span("2.0.0", 0)] },
      { purl, range: "^1.0.0", spans: [span("1.2.0", 0)] },
    ];
    expect(versionsOf(locked, "^1.0.0")).toEqual([["1.2.0", 0, null]]);
    expect(versionsOf(locked, "^2.0.0")).toEqual([["2.0.0", 0, null]]);
  });
});
