import { describe, expect, it } from "vitest";
import { pipelineJobs } from "#sources/automation/pipeline-jobs.ts";

const read = (text: string) =>
  pipelineJobs.read({ path: ".github/workflows/bake.yml", text }).pipelineJobs ?? [];

const commit = "0".repeat(40);

describe("jobs of a workflow", () => {
  it("are calls of workflows elsewhere, or have steps of their own, each with its lines", () => {
    const jobs = read(`on: push
jobs:
  lint:
    uses: bakery/shared/.github/workflows/lint.yml@main
    with:
      oven: hot
  knead:
    runs-on: ubuntu-latest
    steps:
      - run: make dough
`);
    expect(jobs.map(({ from, to, isCall }) => [from, to, isCall])).toEqual([
      [3, 6, true],
      [7, 11, false],
    ]);
  });

  it("tell which actions follow a tag or branch: not the forge's own, nor those by commit", () => {
    const [job] = read(`jobs:
  knead:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: millers/grind@${commit} # v2
      - uses: millers/sift/fine@v1
      - uses: ./own
      - uses: docker://flour:1
`);
    expect(job?.loose).toEqual([{ action: "millers/sift", ref: "v1", line: 7 }]);
    expect(job?.reach).toBeNull();
  });

  it.each([
    ["run: npx semantic-release", "publishes"],
    ["uses: pypa/gh-action-pypi-publish@release/v1", "publishes"],
    ["run: cargo publish -p crumbs", "publishes"],
    ["uses: docker/build-push-action@v6\n        with:\n          push: true", "publishes"],
    ["uses: docker/build-push-action@v6\n        with:\n          push: false", null],
    ["run: bake --key ${{ secrets.OVEN_KEY }}", "secrets"],
    ["run: bake --key ${{ secrets.GITHUB_TOKEN }}", null],
    ["run: send --token ${{ secrets.CODECOV_TOKEN }}", null],
    ["run: make # npm publish is elsewhere", null],
  ])("of %s could do what its words say", (step, reach) => {
    const text = `jobs:\n  bake:\n    runs-on: ubuntu-latest\n    steps:\n      - ${step}\n`;
    expect(read(text).map((one) => one.reach)).toEqual([reach]);
  });

  it("may get credentials by what the file allows, unless the job says less", () => {
    const [first, second] = read(`permissions:
  id-token: write
jobs:
  bake:
    steps: [{ run: make }]
  taste:
    permissions:
      contents: read
    steps: [{ run: taste }]
`);
    expect([first?.reach, second?.reach]).toEqual(["secrets", null]);
  });
});
