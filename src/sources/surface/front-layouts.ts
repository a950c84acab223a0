import type { SurfaceMark } from "#evidence/surface-mark.ts";

type Mark = SurfaceMark["mark"];

export type FrontStack =
  | "Next.js"
  | "Nuxt"
  | "SvelteKit"
  | "React Router"
  | "Astro"
  | "Starlight"
  | "Gatsby"
  | "Expo Router"
  | "Ember"
  | "single-page application"
  | "documentation";

interface RootSign {
  /** Of the file's own name. */
  readonly base: RegExp;
  /** The folder that the file lies in, below the application's; empty: in that itself. */
  readonly below: string;
  /** null: the folder of a package that says nothing by itself. */
  readonly stack: FrontStack | null;
}

const script = "[cm]?[jt]s";
const shell: FrontStack = "single-page application";

/** A quick look at the name of a file before any of the signs below. */
export const maySayWhat =
  /^(?:package\.json|next|_app|nuxt|app\.html|root\.|astro|gatsby|_layout|_meta|router|index|main|entry|bootstrap|client|App\.|angular|ionic|capacitor|metro|artisan|manage\.py|rails|docusaurus|config\.|mint\.json|tauri|Tauri|neutralino|wails|electron|forge|wxt|nativescript|nsconfig|eas\.json|ng-package|serverless|sst\.|wrangler|ecosystem|nest-cli)/;

/** Files by which the folder of an application is known. */
export const rootSigns: readonly RootSign[] = [
  { base: /^package\.json$/, below: "", stack: null },
  { base: new RegExp(`^next\\.config\\.${script}$`), below: "", stack: "Next.js" },
  { base: /^_app\.[jt]sx?$/, below: "pages", stack: "Next.js" },
  { base: /^_app\.[jt]sx?$/, below: "src/pages", stack: "Next.js" },
  { base: new RegExp(`^nuxt\\.config\\.${script}$`), below: "", stack: "Nuxt" },
  { base: /^app\.html$/, below: "src", stack: "SvelteKit" },
  { base: /^root\.[jt]sx$/, below: "app", stack: "React Router" },
  { base: new RegExp(`^astro\\.config\\.${script}$`), below: "", stack: "Astro" },
  { base: new RegExp(`^astro\\.config\\.${script}$`), below: "", stack: "Starlight" },
  { base: new RegExp(`^gatsby-(?:config|node)\\.${script}$`), below: "", stack: "Gatsby" },
  { base: /^_layout\.[jt]sx?$/, below: "app", stack: "Expo Router" },
  { base: /^_layout\.[jt]sx?$/, below: "src/app", stack: "Expo Router" },
  { base: /^router\.[jt]s$/, below: "app", stack: "Ember" },
  { base: /^index\.html$/, below: "", stack: shell },
  { base: /^index\.html$/, below: "public", stack: shell },
  { base: /^index\.html$/, below: "src", stack: shell },
  { base: /^index\.html$/, below: "app", stack: shell },
  {
    base: /^(?:main|index|entry|bootstrap|entry-client|client)\.[jt]sx$/,
    below: "src",
    stack: shell,
  },
  { base: /^main\.[jt]s$/, below: "src", stack: shell },
  { base: /^App\.(?:[jt]sx?|vue|svelte)$/, below: "src", stack: shell },
  { base: /^App\.[jt]sx?$/, below: "", stack: shell },
  { base: /^(?:angular|ionic\.config)\.json$/, below: "", stack: shell },
  { base: /^capacitor\.config\.(?:[jt]s|json)$/, below: "", stack: shell },
  { base: /^metro\.config\.[cm]?js$/, below: "", stack: shell },
  // Server frameworks whose pages are drawn by scripts (Inertia).
  { base: /^(?:artisan|manage\.py)$/, below: "", stack: shell },
  { base: /^rails$/, below: "bin", stack: shell },
  { base: /^docusaurus\.config\.[cm]?[jt]s$/, below: "", stack: "documentation" },
  { base: /^config\.[cm]?[jt]s$/, below: ".vitepress", stack: "documentation" },
  // Nextra's order of chapters.
  { base: /^_meta\.(?:json|[jt]sx?)$/, below: "pages", stack: "documentation" },
  { base: /^_meta\.(?:json|[jt]sx?)$/, below: "content", stack: "documentation" },
  { base: /^mint\.json$/, below: "", stack: "documentation" },
];

interface PageRule {
  readonly stack: FrontStack;
  readonly mark: "page" | "api-route" | "documentation";
  /** From the application's folder; group 1: what lies before the folder of pages. */
  readonly path: RegExp;
  /** No framework says which of the files are pages. */
  readonly isLoose?: true;
}

/** The first that fits counts. */
export const pageRules: readonly PageRule[] = [
  { stack: "Next.js", mark: "api-route", path: /^((?:src\/)?)pages\/api\/.{1,500}\.[jt]sx?$/ },
  { stack: "Next.js", mark: "page", path: /^((?:src\/)?)pages\/.{1,500}\.(?:[jt]sx?|mdx?)$/ },
  {
    stack: "Next.js",
    mark: "page",
    path: /^((?:src\/)?)app\/(?:.{1,500}\/)?page\.(?:[jt]sx?|mdx?)$/,
  },
  { stack: "Next.js", mark: "api-route", path: /^((?:src\/)?)app\/(?:.{1,500}\/)?route\.[jt]s$/ },
  {
    stack: "Nuxt",
    mark: "api-route",
    path: /^()(?:src\/)?server\/(?:api|routes)\/.{1,500}\.[jt]s$/,
  },
  {
    stack: "Nuxt",
    mark: "page",
    path: /^()(?:(?:app|src|client)\/|layers\/[^/]{1,100}\/(?:app\/)?)?pages\/.{1,500}\.(?:vue|tsx|jsx)$/,
  },
  { stack: "Nuxt", mark: "page", path: /^()(?:app\/|src\/)?app\.vue$/ },
  {
    stack: "SvelteKit",
    mark: "page",
    path: /^()src\/routes\/(?:.{1,500}\/)?\+page(?:@[^/]{0,60})?\.(?:svelte|svx|md)$/,
  },
  {
    stack: "SvelteKit",
    mark: "api-route",
    path: /^()src\/routes\/(?:.{1,500}\/)?\+server\.[jt]s$/,
  },
  {
    stack: "React Router",
    mark: "page",
    path: /^()app\/(?:routes|pages)\/.{1,500}\.(?:[jt]sx|mdx)$/,
  },
  { stack: "React Router", mark: "api-route", path: /^()app\/routes\/[^/]{1,200}\.[jt]s$/ },
  { stack: "Starlight", mark: "documentation", path: /^src\/content\/docs\/.{1,500}\.mdx?$/ },
  { stack: "Astro", mark: "page", path: /^()src\/pages\/.{1,500}\.(?:astro|mdx?|html)$/ },
  { stack: "Astro", mark: "api-route", path: /^()src\/pages\/.{1,500}\.[jt]s$/ },
  {
    stack: "Gatsby",
    mark: "page",
    path: /^()src\/(?:pages|templates)\/.{1,500}\.(?:[jt]sx?|mdx?)$/,
  },
  { stack: "Gatsby", mark: "api-route", path: /^()src\/api\/.{1,500}\.[jt]s$/ },
  { stack: "Expo Router", mark: "page", path: /^()(?:src\/)?app\/.{1,500}\.[jt]sx$/ },
  { stack: "Ember", mark: "page", path: /^()app\/templates\/.{1,500}\.g[jt]s$/ },
  // Angular and Ionic: templates of pages by the names that their generators give.
  {
    stack: shell,
    mark: "page",
    path: /^(.{0,200}\/)?[^/]{1,100}[.-]page(?:\.component)?\.html$/,
    isLoose: true,
  },
  {
    stack: shell,
    mark: "page",
    path: /^(.{0,200}\/|)(?:pages|views|screens)\/.{0,200}\.component\.html$/,
    isLoose: true,
  },
  {
    stack: shell,
    mark: "page",
    path: /^(.{0,200}\/|)(?:pages|views|screens|routes|Pages|Views|Screens)\/.{1,200}\.(?:tsx|jsx|vue|svelte)$/,
    isLoose: true,
  },
  {
    stack: shell,
    mark: "page",
    path: /^(.{0,200}\/|)(?:pages|screens|Pages|Screens)\/(?:.{1,200}\/)?(?:[A-Z][^/]{0,100}|index)\.[jt]s$/,
    isLoose: true,
  },
];

interface ConfigurationSign {
  readonly base: RegExp;
  readonly marks: readonly (readonly [Mark, string])[];
  /** Its folder is a part of the application, which lies above. */
  readonly isAbove?: true;
}

/** Files that only an application (or library) of one kind has, whatever stands in them. */
export const configurationSigns: readonly ConfigurationSign[] = [
  {
    base: /^tauri(?:\.[a-z]{1,10})?\.conf\.json5?$|^Tauri\.toml$/,
    marks: [["desktop-app", "Tauri"]],
  },
  {
    base: /^tauri(?:\.[a-z]{1,10})?\.conf\.json5?$|^Tauri\.toml$/,
    marks: [["desktop-app", "Tauri"]],
    isAbove: true,
  },
  { base: /^neutralino\.config\.json$/, marks: [["desktop-app", "Neutralino"]] },
  { base: /^wails\.json$/, marks: [["desktop-app", "Wails"]] },
  {
    base: /^electron-builder\.(?:ya?ml|json5?|toml|[cm]?[jt]s)$|^electron-builder\.config\.[cm]?[jt]s$/,
    marks: [
      ["desktop-app", "Electron"],
      ["distribution", "desktop installer"],
    ],
  },
  {
    base: /^forge\.config\.[cm]?[jt]s$|^electron\.vite\.config\.[cm]?[jt]s$/,
    marks: [["desktop-app", "Electron"]],
  },
  { base: /^wxt\.config\.[cm]?[jt]s$/, marks: [["browser-extension", "WXT"]] },
  { base: /^capacitor\.config\.(?:[jt]s|json)$/, marks: [["mobile-app", "Capacitor"]] },
  {
    base: /^nativescript\.config\.[jt]s$|^nsconfig\.json$/,
    marks: [["mobile-app", "NativeScript"]],
  },
  {
    base: /^eas\.json$/,
    marks: [
      ["mobile-app", "Expo"],
      ["distribution", "app stores"],
    ],
  },
  { base: /^mint\.json$/, marks: [["documentation-site", "Mintlify"]] },
  { base: /^ng-package\.json$/, marks: [["library-shape", "Angular library"]] },
  {
    base: /^serverless(?:\.[\w-]{1,40})?\.(?:ya?ml|[jt]s|json)$|^sst\.config\.[jt]s$|^wrangler\.(?:toml|jsonc?)$/,
    marks: [["application-shape", "serverless"]],
  },
  { base: /^ecosystem\.config\.[cm]?js$/, marks: [["application-shape", "Node.js"]] },
  { base: /^nest-cli\.json$/, marks: [["application-shape", "NestJS"]] },
];
