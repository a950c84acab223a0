import type { JsonRecord } from "../manifests/json-manifest.ts";

/** What the scripts of a package.json start and build. */
export interface ScriptFacts {
  /** A server or program of its own: `node dist/server.js`, `nest start`, as a script that is there to start it. */
  readonly startsProgram: string | null;
  /** A development server or build of a whole web, mobile or desktop application: `vite`, `next build`. */
  readonly runsApplication: boolean;
  /** Anything that turns code into what browsers read: bundlers too, which libraries also use. */
  readonly bundles: boolean;
  readonly buildsDocumentation: boolean;
  readonly showsStories: boolean;
  /** Tools with which it pushes itself to a registry. */
  readonly publishes: readonly string[];
  /** Where people get it: shops of extensions and editors, installers. */
  readonly distributes: readonly string[];
}

const longest = 1_000;
const mostScripts = 300;

/** `start`, `dev:web`, `build:prod`, `serve`. */
const runningName =
  /^(?:start|dev|develop|serve|server|preview|watch|production|prod|ios|android|web|electron|app|tauri|build|compile|bundle|deploy)(?:$|[:_.-])/;
const startingName = /^(?:start|serve|server|production|prod|dev|develop)(?:$|[:_.-])/;

const program =
  /(?:^|[\s;&|])(?:node|nodejs|tsx|ts-node(?:-dev|-transpile-only|-esm)?|nodemon|bun|deno run|babel-node|swc-node|pm2(?:-runtime)?|forever start|micro) \S|(?:^|[\s;&|])(?:nest start|fastify start|strapi (?:start|develop)|sails lift|meteor(?:$|\s)|serverless offline|sls offline|sst (?:dev|start)|wrangler dev|functions-framework|func (?:host )?start|sam local|netlify dev|vercel dev|firebase (?:serve|emulators)|probot run|redwood serve|medusa (?:start|develop)|keystone (?:start|dev)|directus start|graphql-yoga)/;
const application =
  /(?:^|[;&|/]|(?<!workspace|filter|-w|-F)\s)(?:next(?: dev| start| build|$| -)|nuxi? (?:dev|build|start|generate|preview)|nuxt(?: dev| build| start| generate|$)|remix(?:-serve| dev| build| vite:)|remix-serve|react-router(?:-serve| dev| build)|react-scripts (?:start|build)|react-app-rewired (?:start|build)|craco (?:start|build)|vue-cli-service (?:serve|build(?!.{0,60}--target lib))|ng (?:serve|s|run|e2e)(?:\s|$)|ember (?:serve|server|s|build|b)(?:\s|$)|gatsby (?:develop|build|serve)|astro (?:dev|build|preview|start)|svelte-kit |vite(?: dev| serve| preview|$| -| --)|parcel [^;&|]{0,100}\.html|parcel serve|webpack-dev-server|webpack serve|webpack-cli serve|rspack serve|rspack dev|rsbuild (?:dev|build)|snowpack (?:dev|build)|quasar (?:dev|build)|ionic |expo (?:start|run)|expo(?:$| )|react-native (?:start|run-)|ns (?:run|build)|cap (?:sync|run|copy)|cordova (?:run|build)|electron(?:$| \.| -|-forge start|-forge (?:make|package)|-vite|-builder|-packager|mon)|tauri (?:dev|build)|neu (?:run|build)|nw \.|wxt(?:$| build| zip| -)|plasmo (?:dev|build)|web-ext (?:run|build)|preact (?:watch|build)|umi (?:dev|build)|ice (?:start|build)|elm-app |shadow-cljs |vinxi (?:dev|build|start)|solid-start |qwik |eleventy|npx @11ty|rw dev|yarn rw|blitz |live-server|single-spa|[\w-]{1,60}-scripts (?:[\w-]{1,40} )?(?:start|dev|develop|serve|webpack-dev-server|webpack(?:$| )))/;
const bundler =
  /(?:^|[\s;&|/])(?:webpack|vite|rollup|esbuild|parcel|rspack|rsbuild|mix|encore|gulp|grunt|browserify|microbundle|swc|tsup|snowpack|turbo|nx|bun build|laravel-mix|shakapacker|webpacker|brunch|elm)(?:$|[\s.-])/;
const documentation =
  /(?:^|[\s;&|/])(?:docusaurus(?:-start|-build)?|vitepress|vuepress(?:-vite)?|rspress|dumi|mintlify|mint dev|redocly|antora|docsify|honkit|gitbook|typedoc|jsdoc)(?:$|\s)/;
const stories =
  /(?:^|[\s;&|/])(?:storybook|start-storybook|build-storybook|sb (?:dev|build)|ladle|histoire|styleguidist|fractal (?:start|build)|patternlab|cosmos)(?:$|[\s-])/;

/** Pushing to a registry of packages: what each tool is called by. */
const publishing: readonly (readonly [name: string, RegExp])[] = [
  ["npm", /\b(?:npm|pnpm|yarn|yarn npm|bun|npmx?|ultra) publish\b/],
  [
    "npm",
    /\bnpm-publish@|\bpublish-to-npm\b|\bnpm[-_]publish(?:ing)?\.ya?ml\b|\bpublish[-_](?:to[-_])?npm(?:[-_]package)?\.ya?ml\b/,
  ],
  [
    "npm",
    /\byarn npm publish\b|\byarn workspaces foreach\b.{0,120}\bnpm publish\b|\bpnpm (?:-r|--recursive|--filter\S{0,100}(?: \S{1,100})?|recursive) publish\b/,
  ],
  [
    "npm workspaces",
    /\byarn workspaces foreach\b.{0,120}\bnpm publish\b|\bpnpm (?:-r|--recursive|recursive) publish\b|\b(?:npm|pnpm) publish\b.{0,200} (?:--workspaces|-ws|-r|--recursive)\b|\bnpm (?:--workspaces|-ws) publish\b|\bultra publish\b/,
  ],
  ["changesets", /\bchangesets? publish\b/],
  ["lerna", /\blerna (?:\w{1,20} )?publish\b/],
  [
    "semantic-release",
    /(?<!multi-)\bsemantic-release(?:@[\w.^~-]{1,20})?(?=$|["'\s;&|])|\bsemantic-release-action@/,
  ],
  ["multi-semantic-release", /\bmulti-semantic-release\b/],
  ["release-it", /\brelease-it(?=$|["'\s;&|])/],
  ["np", /(?:^|&& ?)np(?=$|[\s;&|])/],
  ["auto", /\bauto shipit\b/],
  ["Nx release", /\bnx (?:release publish|release(?=$|["'\s])|run-many\b.{0,80}-?publish\b)/],
  ["Rush", /\brush publish\b/],
  ["beachball", /\bbeachball publish\b/],
  ["JSR", /\b(?:jsr|deno) publish\b/],
];
const notReally = /--dry-?run\b|--no-publish\b/i;

const distributing: readonly (readonly [name: string, RegExp])[] = [
  ["VS Code Marketplace", /\bvsce publish\b|\bovsx publish\b/],
  [
    "Chrome Web Store",
    /\bchrome-webstore-upload\b|\bchrome-extension-upload@|\bchrome-webstore-[\w-]{1,40}@|\bbpp@|\bwxt submit\b|\bpublish-browser-extension\b/,
  ],
  ["Firefox Add-ons", /\bweb-ext sign\b|\bfirefox-extension-[\w-]{1,40}@|\baddons\.mozilla\.org\b/],
  [
    "app stores",
    /\beas (?:submit|build)\b|\bexpo upload:|\bfastlane (?:supply|deliver|release|pilot)\b/,
  ],
  [
    "desktop installer",
    /\belectron-builder\b|\belectron-forge (?:make|publish)\b|\btauri build\b|\btauri-action@|\belectron-packager\b/,
  ],
];

/** Tools that a command line or workflow step pushes packages with; what only tries it out does not count. */
export function publishersIn(command: string): string[] {
  if (!/publish|release|shipit|\bnp\b|changeset/.test(command)) return [];
  const text = command.slice(0, longest);
  const found = publishing.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
  if (found.length === 0 || notReally.test(text)) return [];
  // Of all folders at once: more than the push of one.
  const isOfAll = found.includes("npm workspaces");
  return [...new Set(found.filter((name) => !isOfAll || name !== "npm"))];
}

export function distributorsIn(command: string): string[] {
  const text = command.slice(0, longest);
  return distributing.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
}

export function readScripts(root: JsonRecord): ScriptFacts {
  const scripts = Object.entries(root)
    .slice(0, mostScripts)
    .flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value.slice(0, longest)] as const] : [],
    );
  const running = scripts.filter(([name]) => runningName.test(name));
  const some = (pattern: RegExp): boolean => running.some(([, command]) => pattern.test(command));
  const started = scripts.find(
    ([name, command]) =>
      startingName.test(name) &&
      program.test(command) &&
      !stories.test(command) &&
      !documentation.test(command),
  );
  const others = scripts.filter(([name]) => !/^(?:pre|post)publish/.test(name));
  return {
    startsProgram: started?.[0] ?? null,
    runsApplication: some(application),
    bundles: some(application) || some(bundler),
    buildsDocumentation: some(documentation),
    showsStories: some(stories),
    publishes: [...new Set(others.flatMap(([, command]) => publishersIn(command)))],
    distributes: [...new Set(scripts.flatMap(([, command]) => distributorsIn(command)))],
  };
}
