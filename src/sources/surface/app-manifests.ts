import type { FileSource } from "#evidence/source.ts";
import { MarkCounter } from "./marks.ts";
import { isShownPath } from "./shown-path.ts";

type Reader = (text: string, counter: MarkCounter) => void;

const readers: readonly (readonly [path: RegExp, read: Reader])[] = [
  [/(?:^|\/)(?:manifest[\w.-]{0,60}\.json|manifests?\/[\w.-]{1,60}\.json)$/, extensionManifest],
  [/(?:^|\/)manifest(?:\.config)?\.[cm]?[jt]s$/, extensionCode],
  [/(?:^|\/)angular\.json$/, angularWorkspace],
  [/(?:^|\/)project\.json$/, nxProject],
  [/(?:^|\/)app(?:\.config)?\.(?:json|[cm]?[jt]s)$/, expoApp],
  [/(?:^|\/)config\.xml$/, cordovaWidget],
  [/^default\.json5?$/, renovatePreset],
  [
    /(?:^|\/)(?:gatsby-config|astro\.config|next-sitemap\.config|nuxt\.config)\.[cm]?[jt]s$/,
    siteAddress,
  ],
];

/** What applications say of themselves in files of their own: extensions of browsers, Angular and Nx workspaces, Expo, Cordova. */
export const appManifests: FileSource = {
  id: "app-manifests",
  version: 1,
  endings: ["json", "json5", "xml", "js", "cjs", "mjs", "ts", "cts", "mts"],
  tellsOfItsFolder: true,
  detect: (path) =>
    readers.some(([pattern]) => pattern.test(path)) && isShownPath(path) ? "head" : "none",
  read: ({ path, text }) => {
    const counter = new MarkCounter();
    for (const [pattern, read] of readers) if (pattern.test(path)) read(text, counter);
    const surface = counter.marks();
    return surface.length === 0 ? {} : { surface };
  },
};

/** https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json: other manifests have text there, or no parts. */
const manifestVersion = /["']?\bmanifest_version["']?\s{0,5}:\s{0,5}[123]\b/;
const extensionParts =
  /["']?\b(?:action|browser_action|page_action|background|content_scripts|permissions|host_permissions|options_ui|options_page|chrome_url_overrides|theme|side_panel|sidebar_action|devtools_page|omnibox)["']?\s{0,5}:/;

function extensionManifest(text: string, counter: MarkCounter): void {
  if (manifestVersion.test(text) && extensionParts.test(text))
    counter.add("browser-extension", "WebExtension");
}

function extensionCode(text: string, counter: MarkCounter): void {
  if (/\bdefineManifest\(/.test(text) || (manifestVersion.test(text) && extensionParts.test(text)))
    counter.add("browser-extension", "WebExtension");
}

function angularWorkspace(text: string, counter: MarkCounter): void {
  for (const [, type] of text.matchAll(/"projectType"\s{0,5}:\s{0,5}"(application|library)"/g))
    counter.add(
      type === "library" ? "library-shape" : "application-shape",
      type === "library" ? "Angular library" : "Angular",
    );
}

/** Libraries of an Nx workspace are parts of its applications unless they are published. */
function nxProject(text: string, counter: MarkCounter): void {
  if (
    !/"projectType"\s{0,5}:\s{0,5}"application"/.test(text) ||
    /"name"\s{0,5}:\s{0,5}"[^"\n]{0,100}-e2e"/.test(text)
  )
    return;
  const isRun =
    /"(?:executor|builder|command)"\s{0,5}:\s{0,5}"[^"\n]{0,300}\b(?:serve|dev-server|server|start|run|application|browser|webpack|vite|next|build)\b/.test(
      text,
    );
  if (isRun) counter.add("application-shape", "Nx application");
}

function expoApp(text: string, counter: MarkCounter): void {
  const isExpo =
    /["']?\bexpo["']?\s{0,5}:\s{0,5}\{/.test(text) ||
    /["'](?:@expo\/config|expo\/config)["']/.test(text);
  const isApp = /["']?\b(?:slug|bundleIdentifier|runtimeVersion)["']?\s{0,5}:/.test(text);
  if (isExpo && isApp) counter.add("mobile-app", "Expo");
}

function cordovaWidget(text: string, counter: MarkCounter): void {
  if (
    /<widget\b[^<>]{0,1000}\b(?:cordova|phonegap)\b|<widget\b[^<>]{0,1000}\bw3\.org\/ns\/widgets/.test(
      text,
    )
  )
    counter.add("mobile-app", "Cordova");
}

/** A repository that offers settings of Renovate to others: https://docs.renovatebot.com/config-presets/ */
function renovatePreset(text: string, counter: MarkCounter): void {
  if (!text.includes("renovate") && !text.includes("packageRules")) return;
  const isPreset =
    /"\$schema"\s{0,5}:\s{0,5}"https:\/\/docs\.renovatebot\.com\/renovate-schema|"packageRules"\s{0,5}:\s{0,5}\[/.test(
      text,
    );
  if (isPreset) counter.add("tool-configuration", "renovate");
}

const codeHost =
  /(?:^|\.)(?:github\.com|github\.io|gitlab\.io|gitlab\.com|example\.(?:com|org)|localhost|astro\.build|gatsbyjs\.(?:com|org))$/;

function siteAddress(text: string, counter: MarkCounter): void {
  const host =
    /\b(?:siteUrl|site|url|baseUrl)\s{0,5}:\s{0,5}["'`]https?:\/\/([\w.-]{1,200}\.[a-z]{2,20})(?:[:/"'`])/i
      .exec(text)?.[1]
      ?.toLowerCase();
  if (host !== undefined && !codeHost.test(host)) counter.add("public-host", host);
}
