import { describe, expect, it } from "vitest";
import { npmPublishing } from "#sources/surface/npm-publishing.ts";

const workflow = ".github/workflows/release.yml";

function marks(path: string, text: string): readonly string[] {
  expect(npmPublishing.detect(path)).toBe("head");
  const { surface = [] } = npmPublishing.read({ path, text });
  return surface.map(({ mark, text: sign, member }) =>
    member === undefined ? `${mark} ${sign}` : `${mark} ${sign} of ${member}`,
  );
}

const steps = (...lines: readonly string[]): string =>
  ["on: push", "jobs:", "  bake:", "    steps:", ...lines.map((line) => `      ${line}`), ""].join(
    "\n",
  );

describe("steps that push", () => {
  it("to npm with access for everybody say so, unless they name another registry", () => {
    const open = "- run: npm publish --access public --provenance";
    expect(marks(workflow, steps(open))).toEqual(["publishes npm", "public-registry npm"]);
    expect(marks(workflow, steps("- run: npm publish -w @bakery/till --access=public"))).toEqual([
      "publishes npm of @bakery/till",
      "public-registry npm of @bakery/till",
    ]);
    const setUp = (host: string) => [
      "- uses: actions/setup-node@v4",
      "  with:",
      `    registry-url: https://${host}`,
      open,
    ];
    expect(marks(workflow, steps(...setUp("registry.npmjs.org")))).toContain("public-registry npm");
    expect(marks(workflow, steps(...setUp("npm.pkg.github.com")))).toEqual(["publishes npm"]);
  });

  it.each([
    ["npm", "- run: npm publish --provenance"],
    ["npm workspaces", "- run: pnpm publish -r --no-git-checks"],
    ["npm workspaces", "- run: pnpm -r publish"],
    ["npm", "- run: yarn npm publish --tolerate-republish"],
    ["npm workspaces", "- run: yarn workspaces foreach -A npm publish"],
    ["npm", "- run: bun publish"],
    ["npm workspaces", "- run: npm publish --workspaces"],
    ["multi-semantic-release", "- run: npx multi-semantic-release"],
    ["npm", "- uses: JS-DevTools/npm-publish@v3"],
    ["npm", "- uses: bakery/workflows/.github/workflows/npm-publish.yml@main"],
    ["changesets", "- run: npx changeset publish"],
    ["lerna", "- run: npx lerna publish from-package"],
    ["semantic-release", "- run: npx semantic-release@22"],
    ["semantic-release", "- uses: cycjimmy/semantic-release-action@v4"],
    ["release-it", "- run: npx release-it --ci"],
    ["Nx release", "- run: npx nx release publish"],
    ["auto", "- run: npx auto shipit"],
    ["JSR", "- run: npx jsr publish"],
  ])("%s: %s", (tool, step) => {
    expect(marks(workflow, steps(step))).toEqual([`publishes ${tool}`]);
  });

  it.each([
    ["Chrome Web Store", "- run: npx chrome-webstore-upload upload --source bakery.zip"],
    ["Firefox Add-ons", "- run: web-ext sign --channel listed"],
    ["VS Code Marketplace", "- run: npx vsce publish"],
    ["app stores", "- run: eas submit --platform all"],
    ["desktop installer", "- uses: tauri-apps/tauri-action@v0"],
  ])("a shop, %s: %s", (shop, step) => {
    expect(marks(workflow, steps(step))).toEqual([`distribution ${shop}`]);
  });

  it("the action of changesets, where it is told how", () => {
    const uses = "- uses: changesets/action@v1";
    expect(marks(workflow, steps(uses))).toEqual([]);
    expect(marks(workflow, steps(uses, "  with:", "    publish: pnpm ship"))).toEqual([
      "publishes changesets",
    ]);
  });

  it("in other pipelines", () => {
    expect(marks(".gitlab-ci.yml", "publish:\n  script:\n    - npm publish\n")).toEqual([
      "publishes npm",
    ]);
    expect(marks("Jenkinsfile", "stage('x') { sh 'npm publish' }\n")).toEqual(["publishes npm"]);
    expect(marks(".circleci/config.yml", "      - run: npx semantic-release\n")).toEqual([
      "publishes semantic-release",
    ]);
  });
});

describe("no push of the repository itself", () => {
  it.each([
    ["a comment", steps("# - run: npm publish")],
    ["a name", steps("- name: npm publish", "  run: npm pack")],
    ["a try", steps("- run: npm publish --dry-run")],
    ["an image", steps("- run: docker push bakery/oven", "- run: gh release create v1")],
    [
      "a workflow for others",
      `on:\n  workflow_call:\njobs:\n  a:\n    steps:\n      - run: npm publish\n`,
    ],
  ])("%s", (_, text) => {
    expect(marks(workflow, text)).toEqual([]);
  });

  it.each([
    ["@bakery/oven", steps("- run: npm publish --workspace @bakery/oven")],
    ["@bakery/oven", steps("- run: pnpm --filter @bakery/oven publish")],
    ["@bakery/oven", steps("- run: yarn workspace @bakery/oven npm publish")],
    ["packages/oven", steps("- run: npm publish ./packages/oven")],
    [
      "packages/oven",
      steps("- name: Publish", "  run: npm publish", "  working-directory: ./packages/oven/"),
    ],
    ["packages/oven", steps("- run: |", "    cd packages/oven", "    npm publish")],
    [
      "packages/oven",
      steps(
        "- uses: JS-DevTools/npm-publish@v3",
        "  with:",
        "    package: packages/oven/package.json",
      ),
    ],
  ])("but one of %s", (member, text) => {
    expect(marks(workflow, text)).toEqual([`publishes npm of ${member}`]);
  });

  it("and all members at once are the repository", () => {
    const all = steps(
      "- run: |",
      "    for p in $LIST; do",
      "    cd packages/$p && npm publish; cd ..",
    );
    expect(marks(workflow, all)).toEqual(["publishes npm"]);
  });

  it("but what a build has made is the repository's own", () => {
    const text = steps("- name: Publish", "  run: npm publish", "  working-directory: ./dist");
    expect(marks(workflow, text)).toEqual(["publishes npm"]);
    const next = steps(
      "- run: npm test",
      "  working-directory: packages/oven",
      "- run: npm publish",
    );
    expect(marks(workflow, next)).toEqual(["publishes npm"]);
  });
});

it.each([
  [".releaserc.json", '{ "branches": ["main"] }', ["publishes semantic-release"]],
  [
    "release.config.js",
    'module.exports = { plugins: ["@semantic-release/npm"] }',
    ["publishes semantic-release"],
  ],
  [".releaserc", '{ "plugins": ["@semantic-release/github"] }', []],
  [".releaserc", '{ "plugins": [["@semantic-release/npm", { "npmPublish": false }]] }', []],
  [".release-it.json", '{ "github": { "release": true } }', ["publishes release-it"]],
  [".release-it.json", '{ "npm": { "publish": false } }', []],
  [".release-it.json", '{ "npm": false }', []],
])("%s: %s", (path, text, expected) => {
  expect(marks(path, text)).toEqual(expected);
});
