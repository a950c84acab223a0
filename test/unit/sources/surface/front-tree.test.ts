import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frontTree } from "#sources/surface/front-tree.ts";

function tree(...paths: readonly string[]): readonly string[] {
  return [...frontTree.readTree(paths)].flatMap(([folder, { surface = [] }]) =>
    surface.map(({ mark, text, count }) => `${folder}: ${mark} ${text} ${String(count)}`),
  );
}

describe("pages of a framework", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      "Next.js, pages",
      [
        "web/package.json",
        "web/next.config.mjs",
        "web/pages/_app.tsx",
        "web/pages/404.tsx",
        "web/pages/index.tsx",
        "web/pages/loaves/[id].tsx",
        "web/pages/docs/index.tsx",
        "web/pages/api/orders.ts",
        "web/views/pages/Loaf.tsx",
      ],
      ["web: page pages 3", "web: api-route Next.js routes 1"],
    ],
    [
      "Next.js, app",
      [
        "next.config.ts",
        "src/app/layout.tsx",
        "src/app/page.tsx",
        "src/app/(shop)/loaves/page.tsx",
        "src/app/api/orders/route.ts",
        "src/app/loaves/Card.tsx",
      ],
      [".: page pages 2", ".: api-route Next.js routes 1"],
    ],
    [
      "Nuxt",
      [
        "nuxt.config.ts",
        "app/pages/index.vue",
        "app/pages/loaves/[id].vue",
        "server/api/orders.get.ts",
      ],
      [".: page pages 2", ".: api-route Nuxt routes 1"],
    ],
    [
      "SvelteKit",
      [
        "src/app.html",
        "src/routes/+page.svelte",
        "src/routes/+layout.svelte",
        "src/routes/loaves/[id]/+page.svelte",
        "src/routes/orders/+server.ts",
      ],
      [".: page pages 2", ".: api-route SvelteKit routes 1"],
    ],
    [
      "React Router and Remix",
      [
        "package.json",
        "app/root.tsx",
        "app/routes/_index.tsx",
        "app/routes/loaves.$id.tsx",
        "app/routes/feed.ts",
      ],
      [".: page pages 1", ".: api-route React Router routes 1"],
    ],
    [
      "Astro",
      [
        "astro.config.mjs",
        "src/pages/index.astro",
        "src/pages/recipes/rye.md",
        "src/pages/feed.ts",
      ],
      [".: page pages 2", ".: api-route Astro routes 1"],
    ],
    [
      "Gatsby",
      ["gatsby-config.js", "src/pages/index.js", "src/templates/loaf.js", "src/components/card.js"],
      [".: page pages 2"],
    ],
    [
      "Expo Router",
      ["app.json", "app/_layout.tsx", "app/index.tsx", "app/(tabs)/loaves.tsx"],
      [".: page pages 2"],
    ],
    [
      "a single page with views, each folder once",
      [
        "public/index.html",
        "src/pages/Home.tsx",
        "src/pages/Loaf/index.tsx",
        "src/pages/Loaf/Crust.tsx",
        "src/pages/Loaf/Loaf.test.tsx",
        "src/features/basket/pages/Basket.tsx",
        "src/components/Card.tsx",
      ],
      [".: page pages 3"],
    ],
    [
      "Vue",
      ["index.html", "src/main.ts", "src/views/HomeView.vue", "src/views/LoafView.vue"],
      [".: page pages 2"],
    ],
    [
      "Create React App in plain JavaScript",
      ["public/index.html", "src/index.js", "src/pages/Home.js", "src/pages/api.js"],
      [".: page pages 1"],
    ],
    [
      "Angular and Ionic",
      [
        "angular.json",
        "src/app/home/home.page.html",
        "src/app/pages/loaf/loaf.component.html",
        "src/app/card/card.component.html",
      ],
      [".: page pages 2"],
    ],
    ["Inertia", ["artisan", "resources/js/Pages/Loaves/Show.vue"], [".: page pages 1"]],
  ])("%s", (_, paths, expected) => {
    expect(tree(...paths)).toEqual(expected);
  });
});

describe("nobody's pages", () => {
  it.each<[string, readonly string[]]>([
    [
      "of a shared package",
      ["common/package.json", "common/views/pages/Loaf.tsx", "next.config.js"],
    ],
    [
      "of an example",
      ["package.json", "examples/web/next.config.js", "examples/web/pages/index.tsx"],
    ],
    ["of a test application", ["tests/dummy/index.html", "tests/dummy/src/pages/Home.tsx"]],
    [
      "of a demonstration",
      ["package.json", "index.html", "demo/pages/Home.tsx", "playground/src/pages/Home.vue"],
    ],
    [
      "of a template",
      [
        "template/next.config.js",
        "template/pages/index.tsx",
        "generators/app/templates/index.html",
        "generators/app/templates/src/pages/Home.tsx",
      ],
    ],
    ["of a manual", ["docusaurus.config.ts", "src/pages/index.tsx"]],
    ["of a manual made of chapters", ["next.config.mjs", "pages/_meta.json", "pages/start.mdx"]],
    ["of what was installed", ["node_modules/a/next.config.js", "node_modules/a/pages/index.js"]],
    ["without an application", ["src/pages/Home.tsx"]],
  ])("%s", (_, paths) => {
    expect(tree(...paths)).toEqual([]);
  });

  it("a manual beside few pages is a manual", () => {
    expect(
      tree(
        "astro.config.mjs",
        "src/pages/index.astro",
        "src/content/docs/a.md",
        "src/content/docs/b.mdx",
      ),
    ).toEqual([".: documentation-site Starlight 1"]);
  });
});

it.each([
  [
    "app/src-tauri/tauri.conf.json",
    ["app/src-tauri: desktop-app Tauri 1", "app: desktop-app Tauri 1"],
  ],
  ["neutralino.config.json", [".: desktop-app Neutralino 1"]],
  ["electron-builder.yml", [".: desktop-app Electron 1", ".: distribution desktop installer 1"]],
  ["wxt.config.ts", [".: browser-extension WXT 1"]],
  ["phone/capacitor.config.ts", ["phone: mobile-app Capacitor 1"]],
  ["eas.json", [".: mobile-app Expo 1", ".: distribution app stores 1"]],
  ["projects/ui/ng-package.json", ["projects/ui: library-shape Angular library 1"]],
  ["serverless.yml", [".: application-shape serverless 1"]],
  ["fixtures/serverless.yml", []],
  ["examples/orders/serverless.yml", []],
])("%s", (path, expected) => {
  expect(tree(path)).toEqual(expected);
});

it("never throws, and speaks of folders that are there", () => {
  const part = fc.constantFrom(
    "src",
    "app",
    "pages",
    "views",
    "",
    "..",
    "next.config.js",
    "index.html",
    "page.tsx",
    "Home.vue",
    "é",
    "src-tauri",
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(part, { maxLength: 20 }).map((parts) => parts.join("/"))),
      (paths) => {
        for (const folder of frontTree.readTree(paths).keys())
          expect(folder === "." || paths.some((path) => path.startsWith(`${folder}/`))).toBe(true);
      },
    ),
    { numRuns: 50 },
  );
});
