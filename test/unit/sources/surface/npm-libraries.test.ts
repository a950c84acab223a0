import { describe, expect, it } from "vitest";
import { npmPurpose } from "#sources/surface/npm-package.ts";

function marks(manifest: unknown): readonly string[] {
  const text = typeof manifest === "string" ? manifest : JSON.stringify(manifest);
  const { surface = [] } = npmPurpose.read({ path: "package.json", text });
  return surface.map(({ mark, text: sign }) => `${mark} ${sign}`);
}

const react = { react: "19", "react-dom": "19" };

describe("libraries", () => {
  it.each<[string, unknown, readonly string[]]>([
    [
      "components for React, with a development server and Storybook",
      {
        name: "@bakery/design-system",
        version: "4.0.0",
        main: "build/index.js",
        types: "build/index.d.ts",
        files: ["build"],
        scripts: { start: "webpack-dev-server", storybook: "storybook dev" },
        peerDependencies: { react: ">=17" },
        devDependencies: { ...react, "@storybook/react": "8" },
      },
      ["library-shape React library", "ui-component Storybook"],
    ],
    [
      "one with publishConfig",
      {
        name: "@bakery/clients",
        version: "1.0.0",
        main: "./dist/index.cjs.js",
        files: ["dist"],
        publishConfig: { access: "public" },
        scripts: { build: "rollup -c" },
        dependencies: { express: "4", "posthog-js": "1" },
      },
      ["library-shape npm package", "publishes publishConfig", "public-registry npm"],
    ],
    [
      "one for the organisation only",
      {
        name: "@bakery/clients",
        version: "1.0.0",
        main: "./dist/index.cjs.js",
        publishConfig: { access: "public", registry: "https://npm.bakery.com/" },
      },
      ["library-shape npm package", "publishes publishConfig"],
    ],
    [
      "types",
      { name: "@types/oven", version: "1.0.0", types: "index.d.ts" },
      ["library-shape TypeScript types"],
    ],
    [
      "for a workspace only",
      { name: "@bakery/common", private: true, main: ".", types: "." },
      ["unpublished private", "library-shape package of a workspace"],
    ],
    [
      "a command",
      {
        name: "knead",
        version: "2.0.0",
        bin: { knead: "./cli.js" },
        dependencies: { commander: "12" },
      },
      ["cli npm command", "application-shape npm command", "library-shape npm package"],
    ],
    [
      "settings of a linter",
      { name: "@bakery/eslint-config", version: "1.0.0", main: "index.js" },
      ["tool-configuration eslint", "library-shape npm package"],
    ],
    [
      "settings of a compiler",
      { name: "@bakery/tsconfig", version: "1.0.0", files: ["base.json"] },
      ["tool-configuration typescript", "library-shape npm package"],
    ],
    [
      "a generator",
      { name: "create-bakery", version: "1.0.0", bin: "index.js" },
      ["template npm generator", "library-shape npm package"],
    ],
    [
      "an addon for Ember, whose dummy application is served",
      {
        name: "ember-oven",
        version: "1.0.0",
        keywords: ["ember-addon"],
        scripts: { start: "ember serve" },
        devDependencies: { "ember-source": "6" },
      },
      ["library-shape npm package"],
    ],
    [
      "pushed by its own script",
      {
        name: "yeast",
        version: "1.0.0",
        exports: "./index.js",
        scripts: { release: "npm run build && npm publish" },
      },
      ["library-shape npm package", "publishes npm"],
    ],
    [
      "a monorepo that publishes its members",
      { private: true, workspaces: ["packages/*"], scripts: { release: "changeset publish" } },
      ["unpublished private", "publishes changesets"],
    ],
  ])("%s", (_, manifest, expected) => {
    expect(marks(manifest)).toEqual(expected);
  });
});
