import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { npmPurpose } from "#sources/surface/npm-package.ts";
import { processorMilliseconds } from "#fixtures/growth.ts";

function marks(manifest: unknown): readonly string[] {
  const text = typeof manifest === "string" ? manifest : JSON.stringify(manifest);
  const { surface = [] } = npmPurpose.read({ path: "package.json", text });
  return surface.map(({ mark, text: sign }) => `${mark} ${sign}`);
}

const react = { react: "19", "react-dom": "19" };

describe("applications", () => {
  it.each<[string, unknown, readonly string[]]>([
    [
      "Vite with React, as its template leaves it",
      {
        name: "bakery",
        private: true,
        version: "0.0.0",
        scripts: { dev: "vite", build: "tsc -b && vite build", preview: "vite preview" },
        dependencies: react,
      },
      ["unpublished private", "application-shape React", "web-framework React"],
    ],
    [
      "one that a template would publish",
      {
        name: "@bakery/counter",
        version: "1.0.0",
        publishConfig: { access: "public" },
        scripts: { build: "oven-scripts webpack", start: "oven-scripts webpack-dev-server" },
        dependencies: react,
        peerDependencies: {},
      },
      ["application-shape React", "web-framework React"],
    ],
    [
      "Next.js without private",
      {
        name: "till",
        version: "0.1.0",
        scripts: { start: "next start" },
        dependencies: { next: "15", ...react },
      },
      [
        "application-shape Next.js",
        "web-framework Next.js",
        "web-framework React",
        "browser-app Next.js",
      ],
    ],
    [
      "SvelteKit, whose template knows only dependencies of developers",
      {
        name: "menu",
        private: true,
        scripts: { dev: "vite dev", build: "vite build" },
        devDependencies: { "@sveltejs/kit": "2", svelte: "5", vite: "6" },
      },
      [
        "unpublished private",
        "application-shape SvelteKit",
        "web-framework SvelteKit",
        "web-framework Svelte",
        "browser-app SvelteKit",
      ],
    ],
    [
      "Angular",
      {
        name: "shop",
        private: true,
        scripts: { start: "ng serve" },
        dependencies: { "@angular/core": "19" },
      },
      ["unpublished private", "application-shape Angular", "web-framework Angular"],
    ],
    [
      "Ember",
      {
        name: "shop",
        private: true,
        scripts: { start: "ember serve", build: "ember build" },
        devDependencies: { "ember-source": "6" },
      },
      ["unpublished private", "application-shape Ember", "web-framework Ember"],
    ],
    [
      "an API",
      {
        name: "orders",
        version: "0.1.0",
        scripts: { start: "NODE_ENV=production tsx ./server.ts" },
        dependencies: { express: "4" },
      },
      ["application-shape Express", "api-framework Express"],
    ],
    [
      "pages of a server",
      {
        name: "shop-ui",
        version: "0.0.1",
        scripts: { start: "node $NODE_OPTIONS dist/server.js | bunyan -o short" },
        dependencies: { express: "5", nunjucks: "3" },
      },
      ["application-shape Express", "web-framework Express"],
    ],
    [
      "Next.js behind Koa",
      {
        name: "site",
        scripts: { build: "next build", start: "tsx server.ts" },
        dependencies: { koa: "2", next: "15" },
      },
      [
        "application-shape Next.js",
        "web-framework Next.js",
        "browser-app Next.js",
        "web-framework Koa",
      ],
    ],
    [
      "NestJS",
      {
        name: "orders",
        private: true,
        scripts: { start: "nest start" },
        dependencies: { "@nestjs/core": "11" },
      },
      ["unpublished private", "application-shape NestJS", "api-framework NestJS"],
    ],
    [
      "Electron, which is a dependency of developers",
      {
        name: "scales",
        version: "1.0.0",
        main: "src/main.js",
        scripts: { start: "electron .", dist: "electron-builder" },
        devDependencies: { electron: "33" },
      },
      ["application-shape Electron", "distribution desktop installer", "desktop-app Electron"],
    ],
    [
      "Expo",
      {
        name: "loaves",
        main: "expo-router/entry",
        version: "1.0.0",
        private: true,
        scripts: { start: "expo start" },
        dependencies: { expo: "52", "react-native": "0.76" },
      },
      [
        "unpublished private",
        "application-shape Expo",
        "mobile-app Expo",
        "mobile-app React Native",
      ],
    ],
    [
      "a browser extension",
      { name: "coupon", private: true, scripts: { dev: "wxt" }, devDependencies: { wxt: "0.19" } },
      ["unpublished private", "application-shape WXT", "browser-extension WXT"],
    ],
    [
      "one that knows its address and its visitors",
      {
        name: "bakery",
        private: true,
        homepage: "https://bakery.example.net/shop",
        scripts: { start: "react-scripts start" },
        dependencies: { ...react, "posthog-js": "1", "vanilla-cookieconsent": "3" },
      },
      [
        "unpublished private",
        "application-shape React",
        "web-framework React",
        "outcome-metric PostHog",
        "consent cookie consent",
        "public-host bakery.example.net",
      ],
    ],
    [
      "an extension of an editor",
      {
        name: "oven-highlight",
        version: "1.0.0",
        main: "./out/extension.js",
        engines: { vscode: "^1.90.0" },
        scripts: { release: "vsce publish" },
      },
      ["application-shape VS Code extension", "distribution VS Code Marketplace"],
    ],
    [
      "an Express application that others may also start",
      {
        name: "mock-till",
        version: "1.0.0",
        exports: "./index.js",
        scripts: { start: "node server.js" },
        dependencies: { express: "4" },
      },
      ["application-shape Express", "library-shape npm package", "api-framework Express"],
    ],
    [
      "scripts of a Rails application",
      {
        name: "app",
        private: true,
        scripts: { build: "esbuild app/javascript/*.* --bundle" },
        dependencies: react,
      },
      ["unpublished private", "web-framework React"],
    ],
  ])("%s", (_, manifest, expected) => {
    expect(marks(manifest)).toEqual(expected);
  });
});

describe("neither", () => {
  it.each<[string, unknown, readonly string[]]>([
    [
      "a manual that shows React",
      {
        name: "docs",
        private: true,
        scripts: { start: "docusaurus start", build: "docusaurus build" },
        dependencies: { "@docusaurus/core": "3", ...react },
      },
      ["unpublished private", "documentation-site Docusaurus"],
    ],
    [
      "a manual made with a generator of sites",
      {
        name: "oven-pattern-library-documentation",
        version: "1.0.0",
        scripts: { develop: "gatsby develop" },
        dependencies: { gatsby: "5", "gatsby-plugin-mdx": "5", ...react, "posthog-js": "1" },
      },
      ["documentation-site Gatsby"],
    ],
    [
      "a Storybook by itself",
      {
        name: "@bakery/pattern-book",
        version: "1.0.0",
        scripts: { dev: "storybook dev -p 9001", build: "storybook build" },
        dependencies: { next: "15", ...react, storybook: "8" },
      },
      ["ui-component Storybook"],
    ],
    ["what npm init writes", { name: "bakery", version: "1.0.0", main: "index.js" }, []],
    [
      "an action of a pipeline",
      {
        name: "bake",
        version: "1.0.0",
        private: true,
        main: "dist/index.js",
        dependencies: { "@actions/core": "1" },
      },
      ["unpublished private"],
    ],
    [
      "shared code without a word about itself",
      { name: "@bakery/shared", version: "1.0.0", dependencies: { next: "15", ...react } },
      [],
    ],
    [
      "the root of a workspace that starts its members",
      {
        private: true,
        workspaces: ["apps/*"],
        scripts: { build: "turbo run build", start: "yarn workspace expo start" },
        devDependencies: react,
      },
      ["unpublished private"],
    ],
    [
      "a try at publishing",
      { name: "bakery", version: "1.0.0", scripts: { check: "npm publish --dry-run" } },
      [],
    ],
    [
      "a home on a forge",
      {
        name: "till",
        private: true,
        homepage: "https://github.com/bakery/till#readme",
        scripts: { start: "node server.js" },
      },
      ["unpublished private", "application-shape Node.js"],
    ],
    ["nothing", {}, []],
    ["a list", [], []],
    ["no JSON", "{", []],
    [
      "wrong kinds of values",
      { name: 7, private: "yes", scripts: ["vite"], dependencies: "react-dom", main: {}, bin: [] },
      [],
    ],
  ])("%s", (_, manifest, expected) => {
    expect(marks(manifest)).toEqual(expected);
  });
});

it("looks at packages of its own only", () => {
  expect(npmPurpose.detect("web/package.json")).toBe("head");
  for (const path of [
    "node_modules/x/package.json",
    "examples/web/package.json",
    "package-lock.json",
  ])
    expect(npmPurpose.detect(path)).toBe("none");
});

it("never throws, whatever stands in the fields", () => {
  const key = fc
    .constantFrom(
      "name main exports types bin files private scripts workspaces dependencies peerDependencies devDependencies keywords homepage engines directories publishConfig".split(
        " ",
      ),
    )
    .chain((keys) => fc.constantFrom(...keys));
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.dictionary(
      fc.constantFrom("start", "__proto__", "constructor", "react-dom", "next"),
      fc.constantFrom("next dev", "node x", "", "1"),
    ),
  );
  fc.assert(
    fc.property(fc.dictionary(key, value), (manifest) => {
      for (const sign of marks(manifest)) expect(sign).not.toBe("");
    }),
    { numRuns: 50 },
  );
});

it("reads scripts as long as a file may be in linear time", () => {
  const scripts = Object.fromEntries(
    Array.from({ length: 2_000 }, (_, index) => [`start:${String(index)}`, "node ".repeat(400)]),
  );
  const before = processorMilliseconds();
  marks({ name: "a", version: "1.0.0", scripts });
  expect(processorMilliseconds() - before).toBeLessThan(4_000);
});
