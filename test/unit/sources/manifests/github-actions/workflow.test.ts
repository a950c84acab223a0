import { describe, expect, it } from "vitest";
import { workflowSource } from "#sources/manifests/github-actions/workflow.ts";

const read = (...lines: string[]) =>
  workflowSource.read({ path: ".github/workflows/bake.yml", text: lines.join("\n") });
const uses = (...lines: string[]) =>
  (read(...lines).dependencies ?? []).map(({ purl, scope, constraint }) => [
    purl,
    scope,
    constraint,
  ]);
const images = (...lines: string[]) => (read(...lines).packages ?? []).map(({ purl }) => purl);

describe("uses", () => {
  it("reads actions, reusable workflows and images; local ones are the repository's own", () => {
    const facts = read(
      "jobs:",
      "  deliver:",
      "    uses: Bakery/pipelines/.github/workflows/deliver.yml@refs/tags/v2",
      "  here:",
      "    uses: ./.github/workflows/other.yml",
      "  bake:",
      "    container: { image: bakery/oven:1 }",
      "    services:",
      "      store: { image: 'postgres:13' }",
      "    steps:",
      "      - uses: bakery/pipelines/.github/actions/heat@0123456789012345678901234567890123456789 # v3.1.0",
      "      - uses: actions/checkout@v4",
      "      - uses: ./actions/local",
      "      - uses: docker://ghcr.io/bakery/sieve:2",
    );
    expect(facts.dependencies).toEqual([
      {
        purl: "pkg:githubactions/bakery/pipelines#.github/workflows/deliver.yml",
        constraint: "v2",
        scope: "build",
        line: 3,
      },
      { purl: "pkg:docker/bakery/oven", constraint: "1", scope: "build", line: 7 },
      { purl: "pkg:docker/postgres", constraint: "13", scope: "build", line: 9 },
      {
        purl: "pkg:githubactions/bakery/pipelines#.github/actions/heat",
        constraint: "v3.1.0",
        scope: "build",
        line: 11,
      },
      { purl: "pkg:githubactions/actions/checkout", constraint: "v4", scope: "build", line: 12 },
      {
        purl: "pkg:docker/bakery/sieve?repository_url=ghcr.io",
        constraint: "2",
        scope: "build",
        line: 14,
      },
    ]);
    expect(facts.problems).toBeUndefined();
  });

  it("keeps what it understood of a broken file, and says where it broke", () => {
    const facts = read(
      "jobs:",
      "  bake:",
      "    steps:",
      "      - uses: a/b@v1",
      "      - name: 'open",
    );
    expect(facts.dependencies).toHaveLength(1);
    expect(facts.problems?.[0]).toMatchObject({ code: "invalid", line: 5 });
  });
});

describe("offers", () => {
  it.each([
    ["on: workflow_call"],
    ["on: [push, workflow_call]"],
    ["on:\n  workflow_call:"],
    ["on:\n  workflow_call:\n    inputs: {}"],
  ])("%j: others may call it", (on) => {
    expect(read("name: Bake bread", on, "jobs: {}").packages).toEqual([
      {
        purl: "pkg:githubactions/-owner-/-repository-#.github/workflows/bake.yml",
        kind: "tooling",
        version: null,
        isPrivate: false,
        description: "Bake bread",
        line: on.includes("\n") ? 3 : 2,
      },
    ]);
  });

  it("offers nothing that only runs here", () => {
    expect(read("on: [push]", "jobs: {}").packages).toBeUndefined();
  });

  it("names images that are pushed, for every row of the matrix", () => {
    expect(
      images(
        "env: { REGISTRY: ghcr.io/bakery }",
        "jobs:",
        "  bake:",
        "    strategy:",
        "      matrix:",
        "        bread: [rye, wheat]",
        "        include: [{ bread: rye, extra: seeds }]",
        "    steps:",
        "      - uses: docker/build-push-action@v6",
        "        with:",
        "          push: true",
        "          tags: |",
        "            ${{ env.REGISTRY }}/${{ matrix.bread }}:latest",
        "            ghcr.io/${{ github.repository }}:${{ github.sha }}",
        "            ghcr.io/${{ inputs.unknown }}:1",
        "      - uses: docker/build-push-action@v6",
        "        with: { tags: bakery/not-pushed }",
        "      - uses: docker/build-push-action@v6",
        "        with: { outputs: 'type=image,name=${{ env.REGISTRY }}/spelt,push=true' }",
        "      - uses: docker/metadata-action@v5",
        "        with: { images: 'name=localhost:5000/try,enable=true' }",
      ),
    ).toEqual([
      "pkg:docker/bakery/rye?repository_url=ghcr.io",
      "pkg:docker/bakery/wheat?repository_url=ghcr.io",
      "pkg:docker/-owner-/-repository-?repository_url=ghcr.io",
      "pkg:docker/bakery/spelt?repository_url=ghcr.io",
    ]);
  });

  it("reads docker commands of scripts, not words about them", () => {
    expect(
      images(
        "jobs:",
        "  bake:",
        "    env: { IMAGE: 'ghcr.io/${{ github.repository_owner }}/oven' }",
        "    steps:",
        "      - run: |",
        "          docker build -t oven . && docker build --tag=bakery/tin:1 .",
        '          sudo docker push "$IMAGE:${GITHUB_SHA}"',
        "          docker buildx imagetools create \\",
        "            -t quay.io/bakery/tray:1 x",
        "          echo never docker push it",
      ),
    ).toEqual([
      "pkg:docker/bakery/tin",
      "pkg:docker/-owner-/oven?repository_url=ghcr.io",
      "pkg:docker/bakery/tray?repository_url=quay.io",
    ]);
  });
});

describe("direction", () => {
  const call = (job: string, target: string, ...inputs: string[]) => [
    `  ${job}:`,
    `    uses: bakery/${target}`,
    ...(inputs.length > 0 ? ["    with:", ...inputs.map((input) => `      ${input}`)] : []),
  ];
  const scopes = (...calls: string[][]) => uses("jobs:", ...calls.flat()).map(([, scope]) => scope);

  it.each([
    [
      "job named after the callee",
      call("test-corner-shop", "corner-shop/.github/workflows/rspec.yml@main"),
    ],
    [
      "job word and callee",
      call("corner_shop_pact", "corner-shop/.github/workflows/verify.yml@main"),
    ],
    [
      "own revision passed on",
      call("shop", "corner-shop/.github/workflows/ci.yml@main", "ovenApiRef: ${{ github.sha }}"),
    ],
  ])("%s: reverse test", (_why, lines) => {
    expect(scopes(lines)).toEqual(["reverse-test"]);
  });

  it.each([
    [
      "shared tests of one provider",
      call("test-javascript", "pipelines/.github/workflows/jasmine.yml@main"),
    ],
    [
      "shared test workflow",
      call("test", "pipelines/.github/workflows/test-rails.yml@main", "ref: ${{ github.ref }}"),
    ],
    ["provider called platform", call("platform-tests", "platform/.github/workflows/e2e.yml@main")],
    [
      "deployment with own revision",
      call("deploy", "pipelines/.github/workflows/deploy.yml@main", "ovenTag: ${{ github.sha }}"),
    ],
    [
      "lint named after the callee",
      call("lint-pipelines", "pipelines/.github/workflows/lint.yml@main"),
    ],
  ])("%s: build", (_why, lines) => {
    expect(scopes(lines)).toEqual(["build"]);
  });

  it("takes test workflows of many repositories in one file for reverse tests", () => {
    expect(
      scopes(
        call("a", "shop/.github/workflows/minitest.yml@main"),
        call("b", "mill/.github/workflows/rspec.yml@main"),
        call("c", "farm/.github/workflows/pact-verify.yml@main"),
        call("d", "pipelines/.github/workflows/release.yml@main"),
      ),
    ).toEqual(["reverse-test", "reverse-test", "reverse-test", "build"]);
  });

  const checkout = (...step: string[]) =>
    uses(
      "jobs:",
      "  work:",
      "    steps:",
      "      - uses: actions/checkout@v4",
      "        with:",
      "          repository: bakery/shop",
      ...step,
    )
      .filter(([purl]) => purl === "pkg:github/bakery/shop")
      .map(([, scope]) => scope);

  it("tells a repository tested in its own folder from one that is only at hand", () => {
    expect(
      checkout("          path: shop", "      - run: make test", "        working-directory: shop"),
    ).toEqual(["reverse-test"]);
    expect(checkout("          path: shop", "      - run: cd shop && rake spec")).toEqual([
      "reverse-test",
    ]);
    expect(checkout("      - run: bundle exec rspec")).toEqual(["reverse-test"]);
    expect(checkout("          path: shop", "      - run: make test")).toEqual(["test"]);
    expect(checkout("          path: shop", "      - run: make docs")).toEqual(["build"]);
  });

  it("knows the folder in which a job or the whole workflow runs its commands", () => {
    const job = (...before: string[]) => [
      "  test-example:",
      ...before,
      "    steps:",
      "      - uses: actions/checkout@v4",
      "        with: { repository: bakery/shop, path: shop }",
      "      - run: make test",
    ];
    const defaults = (pad: string) => [
      `${pad}defaults:`,
      `${pad}  run:`,
      `${pad}    working-directory: shop/\${{ matrix.dir }}`,
    ];
    const scopesOf = (...lines: string[]) =>
      uses(...lines).flatMap(([purl, scope]) => (purl === "pkg:github/bakery/shop" ? scope : []));
    expect(scopesOf("jobs:", ...job(...defaults("    ")))).toEqual(["reverse-test"]);
    expect(scopesOf(...defaults(""), "jobs:", ...job())).toEqual(["reverse-test"]);
    expect(scopesOf("jobs:", ...job())).toEqual(["test"]);
  });

  it("takes what a workflow fetches of a repository that it tests for a part of that", () => {
    const collect = [
      "jobs:",
      "  collect-examples:",
      "    steps:",
      "      - uses: actions/checkout@v4",
      "        with: { repository: bakery/shop }",
      "      - run: find . -name Makefile",
      "      - uses: actions/checkout@v4",
      "        with: { repository: bakery/flour, path: flour }",
    ];
    const test = [
      "  test-example:",
      "    steps:",
      "      - uses: actions/checkout@v4",
      "        with: { repository: bakery/shop }",
      "      - run: make test",
    ];
    const scopesOf = (lines: readonly string[]) =>
      new Map(uses(...lines).map(([purl, scope]) => [purl, scope]));
    const together = scopesOf([...collect, ...test]);
    expect(together.get("pkg:github/bakery/shop")).toBe("reverse-test");
    expect(together.get("pkg:github/bakery/flour")).toBe("build");
    expect(scopesOf(collect).get("pkg:github/bakery/shop")).toBe("build");
  });
});

it("sees an action that is used from another repository's checkout", () => {
  const facts = workflowSource.read({
    path: ".github/workflows/bake.yml",
    text: [
      "jobs:",
      "  bake:",
      "    steps:",
      "      - uses: actions/checkout@v4",
      "        with: { repository: bakery/kitchen, ref: v2.1.0, path: ./kitchen }",
      "      - uses: ./kitchen/actions/knead",
      "      - uses: ./own",
      "      - uses: actions/checkout@v4",
      "        with: { repository: bakery/flour, ref: '${{ github.sha }}', path: flour }",
    ].join("\n"),
  });
  expect(facts.dependencies?.map(({ purl, constraint, line }) => [purl, constraint, line])).toEqual(
    [
      ["pkg:githubactions/actions/checkout", "v4", 4],
      ["pkg:githubactions/bakery/kitchen#actions/knead", "v2.1.0", 6],
      ["pkg:github/bakery/flour", null, 9],
    ],
  );
});

it("reads workflows of Gitea and Forgejo, with actions by their address", () => {
  expect(workflowSource.detect(".forgejo/workflows/bake.yaml")).toBe("history");
  const { dependencies } = workflowSource.read({
    path: ".gitea/workflows/bake.yml",
    text: [
      "jobs:",
      "  bake:",
      "    steps:",
      "      - uses: https://code.bakery.example/tools/knead/fast@v1",
      "      - uses: https://github.com/bakery/prove@v2",
    ].join("\n"),
  });
  expect(dependencies?.map(({ purl, constraint }) => [purl, constraint])).toEqual([
    [
      "pkg:generic/knead?vcs_url=git%2Bhttps%3A%2F%2Fcode.bakery.example%2Ftools%2Fknead#fast",
      "v1",
    ],
    ["pkg:githubactions/bakery/prove", "v2"],
  ]);
});
