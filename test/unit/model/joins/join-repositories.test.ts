import { describe, expect, it } from "vitest";
import type { DependencyHistory, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { joinRepositories, type JoinOptions } from "#model/joins/join-repositories.ts";
import { file, needs, offers, repository } from "../observatory.ts";

/** The only dependency of the first repository after joining. */
function asked(
  dependency: DependencyHistory,
  others: readonly RepositoryEvidence[],
  options?: JoinOptions,
): DependencyHistory | undefined {
  const dome = repository("dome", [file("manifest", { dependencies: [dependency] })]);
  return joinRepositories([dome, ...others], options)[0]?.files[0]?.dependencies[0];
}

const lens = repository("lens", [
  file("package.json", { packages: [offers("pkg:npm/%40sky/lens")] }),
]);
const at = (name: string, remote: string, ...packages: ReturnType<typeof offers>[]) =>
  repository(name, [file("package.json", { packages })], { remote });

describe("a git address", () => {
  it.each([
    "https://git.example/observatory/lens.git",
    "git@git.example:observatory/lens",
    "ssh://git@git.example:2222/Observatory/lens.git",
  ])(
    "%s means the package of that repository, whatever it is called where it is used",
    (origin) => {
      const found = asked(needs("pkg:npm/glass", { origin }), [lens]);
      expect(found?.purl).toBe("pkg:npm/%40sky/lens");
      expect(found?.declaredAs).toBe("pkg:npm/glass");
      expect(found?.assumed).toBeUndefined();
    },
  );

  it("means nobody where no repository has it, by the last word least of all", () => {
    const origin = "https://git.example/kitchen/lens.git";
    expect(asked(needs("pkg:npm/glass", { origin }), [lens])?.purl).toBe("pkg:npm/glass");
  });

  it("of several packages means that of the same name, else that at the root", () => {
    const shop = repository("shop", [
      file("package.json", { packages: [offers("pkg:npm/shop")] }),
      file("mount/package.json", { packages: [offers("pkg:npm/mount")] }),
    ]);
    const origin = "https://git.example/observatory/shop";
    expect(asked(needs("pkg:npm/mount", { origin }), [shop])?.purl).toBe("pkg:npm/mount");
    expect(asked(needs("pkg:npm/other", { origin }), [shop])?.purl).toBe("pkg:npm/shop");
  });

  it("on another host of the same path is a mirror, and says so", () => {
    const origin = "https://github.com/observatory/lens";
    const found = asked(needs("pkg:npm/glass", { origin }), [lens]);
    expect(found?.purl).toBe("pkg:npm/%40sky/lens");
    expect(found?.assumed).toMatch(/mirror of lens/);
  });

  it("in a purl means the folder of the repository, whatever its host and depth of groups", () => {
    const modules = at("mods", "gitlab.example/sky/night/mods", offers("pkg:npm/mods"));
    const url = encodeURIComponent("git+https://gitlab.example/sky/night/mods");
    const found = asked(needs(`pkg:generic/mods?vcs_url=${url}#modules/queue`), [modules]);
    expect(found?.purl ?? "").toBe(`pkg:generic/mods?vcs_url=${url}#modules/queue`);
    const relative = asked(needs("pkg:generic/lens?vcs_url=..%2Flens.git"), [lens]);
    const home = encodeURIComponent("git+https://git.example/observatory/lens");
    expect(relative?.purl).toBe(`pkg:generic/lens?vcs_url=${home}`);
  });
});

it("a path in the same repository means what is built there, not the image of the same name", () => {
  const dome = repository("dome", [
    file("build.sbt", {
      dependencies: [needs("pkg:generic/roof", { localPath: "roof" })],
    }),
    file("roof/compose.yaml", {
      packages: [offers("pkg:docker/roof?repository_url=localhost", { kind: "tooling" })],
    }),
    file("roof/build.gradle", { packages: [offers("pkg:maven/sky/roof")] }),
  ]);
  expect(joinRepositories([dome])[0]?.files[0]?.dependencies[0]?.purl).toBe("pkg:maven/sky/roof");
});

it("a path in the same repository means the package declared in that folder", () => {
  const build = repository("dome", [
    file("app/build.gradle", {
      dependencies: [
        needs("pkg:generic/roof", { localPath: "roof" }),
        needs("pkg:generic/floor", { localPath: "floor" }),
      ],
    }),
    file("roof/build.gradle", { packages: [offers("pkg:maven/sky.dome/dome-roof")] }),
  ]);
  const [joined] = joinRepositories([build]);
  expect(joined?.files[0]?.dependencies.map(({ purl }) => purl)).toEqual([
    "pkg:maven/sky.dome/dome-roof",
    "pkg:generic/floor",
  ]);
});

it("a name that was replaced means the package that replaces it, unless two do", () => {
  const alsoKnownAs = ["pkg:composer/sky/glass"];
  const one = at(
    "lens",
    "git.example/observatory/lens",
    offers("pkg:composer/sky/lens", { alsoKnownAs }),
  );
  const two = at(
    "optics",
    "git.example/observatory/optics",
    offers("pkg:composer/sky/optics", { alsoKnownAs }),
  );
  const use = needs("pkg:composer/sky/glass");
  expect(asked(use, [one])?.purl).toBe("pkg:composer/sky/lens");
  expect(asked(use, [one, two])?.purl).toBe("pkg:composer/sky/glass");
});

describe("a registry", () => {
  const rail = at("terraform-aws-rail", "github.com/sky/terraform-aws-rail", offers("pkg:npm/x"));

  it("of Terraform: namespace/name/provider is terraform-provider-name of that owner", () => {
    const own = asked(needs("pkg:terraform/sky/rail/aws#modules/deep"), [rail]);
    expect(own?.purl).toBe("pkg:github/sky/terraform-aws-rail#modules/deep");
    const stranger = "pkg:terraform/terraform-aws-modules/rail/aws";
    expect(asked(needs(stranger), [rail])?.purl).toBe(stranger);
    const privately = asked(
      needs("pkg:terraform/sky-corp/rail/aws?repository_url=app.terraform.io"),
      [rail],
    );
    expect(privately?.purl).toBe("pkg:github/sky/terraform-aws-rail");
    expect(privately?.assumed).toMatch(/sky-corp/);
  });

  it("goes by the repository's address, whatever folder it was cloned into", () => {
    const clone = at("copy-of-rails", "github.com/sky/terraform-aws-rail", offers("pkg:npm/x"));
    const provider = at("gauge", "github.com/sky/terraform-provider-gauge", offers("pkg:npm/y"));
    const use = (purl: string) => asked(needs(purl), [clone, provider])?.purl;
    expect(use("pkg:terraform/sky/rail/aws")).toBe("pkg:github/sky/terraform-aws-rail");
    expect(use("pkg:terraform/sky/gauge")).toBe("pkg:github/sky/terraform-provider-gauge");
  });

  const chart = (name: string) =>
    repository(name, [file("Chart.yaml", { packages: [offers(`pkg:helm/${name}`)] })]);
  const from = (name: string, url: string) =>
    needs(`pkg:helm/${name}?repository_url=${encodeURIComponent(url)}`);

  it("of charts: the organisation's by its name in host or path; a stranger's is the stranger's", () => {
    const roof = [chart("roof")];
    expect(asked(from("roof", "oci://charts.observatory.example"), roof)?.purl).toBe(
      "pkg:helm/roof",
    );
    const stranger = from("roof", "https://charts.example.net/stable");
    expect(asked(stranger, roof)?.purl).toBe(stranger.purl);
  });

  it("of charts: one that moved is where it is kept today", () => {
    const gone = [{ value: null, from: { at: 1, commit: "a" }, to: { at: 2, commit: "b" } }];
    const before = repository("attic", [
      file("Chart.yaml", { packages: [offers("pkg:helm/roof", { spans: gone })] }),
    ]);
    const use = from("roof", "oci://charts.observatory.example");
    expect(asked(use, [before, chart("roof")])?.purl).toBe("pkg:helm/roof");
  });

  it("of charts: one at which every chart asked for is offered here is taken for the organisation's", () => {
    const floor = repository("floor", [
      file("Chart.yaml", {
        packages: [offers("pkg:helm/floor")],
        dependencies: [from("wall", "https://c.example.net/x")],
      }),
    ]);
    const found = asked(from("floor", "https://c.example.net/x"), [floor, chart("wall")]);
    expect(found?.purl).toBe("pkg:helm/floor");
    expect(found?.assumed).toMatch(/c\.example\.net/);
  });

  it("takes a registry that a pipeline pushes charts to for the organisation's own", () => {
    const span = [{ value: "oci://cloud.example/charts", from: { at: 1, commit: "c" }, to: null }];
    const repositories = [
      repository("floor", [
        file("Chart.yaml", { packages: [offers("pkg:helm/floor")] }),
        file(".gitlab-ci.yml", { definitions: [{ name: "helm-registry", spans: span }] }),
      ]),
      repository("shop", [
        file("chart/Chart.yaml", {
          dependencies: [
            needs("pkg:helm/floor?repository_url=oci%3A%2F%2Fcloud.example%2Fcharts"),
            needs("pkg:helm/floor?repository_url=oci%3A%2F%2Fstranger.example%2Fcharts"),
          ],
        }),
      ]),
    ];
    const shop = joinRepositories(repositories).find(({ name }) => name === "shop");
    expect(shop?.files[0]?.dependencies.map(({ purl }) => purl)).toEqual([
      "pkg:helm/floor",
      "pkg:helm/floor?repository_url=oci%3A%2F%2Fstranger.example%2Fcharts",
    ]);
  });
});

it("an artefact whose group cannot be seen is joined by a name that is nobody else's", () => {
  const kit = at("kit", "git.example/observatory/kit", offers("pkg:maven/-unknown-/sky-kit"));
  const use = needs("pkg:maven/org.sky/sky-kit");
  expect(asked(use, [kit])).toMatchObject({ purl: "pkg:maven/-unknown-/sky-kit" });
  expect(asked(use, [kit])?.assumed).toMatch(/org\.sky/);
  expect(asked(use, [kit], { isPublicName: (name) => name === "sky-kit" })?.purl).toBe(use.purl);
  const twin = at("twin", "git.example/observatory/twin", offers("pkg:maven/-unknown-/sky-kit"));
  expect(asked(use, [kit, twin])?.purl).toBe(use.purl);
});

describe("a WebJar", () => {
  const web = repository("lens", [
    file("package.json", {
      packages: [offers("pkg:npm/%40sky/lens"), offers("pkg:npm/sky-lens")],
    }),
  ]);

  it("of npm is the package of npm, scope and all", () => {
    const found = asked(needs("pkg:maven/org.webjars.npm/sky__lens"), [web]);
    expect(found?.purl).toBe("pkg:npm/%40sky/lens");
    expect(found?.assumed).toBeUndefined();
    const foreign = "pkg:maven/org.webjars.npm/sky__mirror";
    expect(asked(needs(foreign), [web])?.purl).toBe(foreign);
  });

  it("in a group of the organisation's own is taken for the package of its name", () => {
    const found = asked(needs("pkg:maven/org.observatory.webjars/sky-lens"), [web]);
    expect(found?.purl).toBe("pkg:npm/sky-lens");
    expect(found?.assumed).toMatch(/sky-lens of npm/);
  });

  it("of a stranger, or of a package that everybody knows, is the stranger's", () => {
    const stranger = "pkg:maven/org.kitchen.webjars/sky-lens";
    expect(asked(needs(stranger), [web])?.purl).toBe(stranger);
    const classic = "pkg:maven/org.webjars/sky-lens";
    expect(asked(needs(classic), [web])?.purl).toBe("pkg:npm/sky-lens");
    expect(asked(needs(classic), [web], { isPublicName: () => true })?.purl).toBe(classic);
  });
});

describe("an image that a step of a shared library publishes", () => {
  const lamp = (name: string) =>
    repository(name, [
      file("Jenkinsfile", {
        packages: [offers("pkg:docker/-unknown-/lamp", { kind: "tooling" })],
      }),
    ]);
  const image = needs("pkg:docker/skywatch/lamp", { scope: "build" });

  it("is known by its name where its repository is called after it, and what was assumed is said", () => {
    const found = asked(image, [lamp("docker-lamp")]);
    expect(found?.purl).toBe("pkg:docker/-unknown-/lamp");
    expect(found?.assumed).toMatch(/skywatch is taken for it/);
  });

  it.each([
    ["a repository called otherwise", image, [lamp("workshop")], undefined],
    [
      "two repositories that build one",
      image,
      [lamp("docker-lamp"), lamp("lamp-image")],
      undefined,
    ],
    ["a name without a namespace", needs("pkg:docker/lamp"), [lamp("docker-lamp")], undefined],
    ["a public name", image, [lamp("docker-lamp")], { isPublicName: () => true }],
  ])("is not taken from %s", (_, dependency, others, options) => {
    expect(asked(dependency, others, options)?.purl).toBe(dependency.purl);
  });
});

describe("a Go package that a command installs", () => {
  const sky = repository("sky", [
    file("go.mod", { packages: [offers("pkg:golang/sky.example/lens")] }),
  ]);
  const purl = "pkg:golang/sky.example/lens/cmd/grind";

  it("means the module that it lies in", () => {
    expect(asked(needs(purl), [sky])?.purl).toBe("pkg:golang/sky.example/lens");
    expect(asked(needs("pkg:golang/sky.example/lensmaker"), [sky])?.purl).toBe(
      "pkg:golang/sky.example/lensmaker",
    );
  });

  it("is a module of its own where go.mod requires it", () => {
    const dome = repository("dome", [file("go.mod", { dependencies: [needs(purl)] })]);
    const [joined] = joinRepositories([dome, sky]);
    expect(joined?.files[0]?.dependencies[0]?.purl).toBe(purl);
  });
});
