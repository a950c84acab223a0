import type { SurfaceMark } from "#evidence/surface-mark.ts";
import { MarkCounter } from "./marks.ts";
import { isShownPath } from "./shown-path.ts";

const scriptPath = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/i;
const htmlPath =
  /\.(?:html?|njk|hbs|handlebars|ejs|pug|mustache|liquid|twig|erb|haml|slim|jinja2?|j2|cshtml|ftlh?|jsp|tsx|jsx|vue|svelte|astro|php)$/i;

/**
 * One sign in code: looked for only where `hint`, a plain text, stands in the file. `also` must stand there too, anywhere:
 * two plain searches cost less than one pattern over both.
 */
interface CodeSign {
  readonly stack: string;
  readonly hint: string;
  readonly pattern: RegExp;
  readonly also?: RegExp;
}

/** An element of the page by name: what a library makes for itself has none. */
const element =
  /\b(?:getElementById|querySelector(?:All)?|getElementsByClassName)\(|\bdocument\.body\b|\bhydrateRoot\(\s{0,40}document\b/;

/** Where a whole application is put into a page, as each framework's own guide writes it. */
const mounts: readonly CodeSign[] = [
  { stack: "React", hint: "createRoot(", pattern: /\bcreateRoot\(/g, also: element },
  { stack: "React", hint: "hydrateRoot(", pattern: /\bhydrateRoot\(/g, also: element },
  {
    stack: "React",
    hint: "ReactDOM.",
    pattern: /\bReactDOM\.(?:render|hydrate)\(/g,
    also: element,
  },
  {
    stack: "React",
    hint: "react-dom",
    pattern:
      /\bimport \{[^}\n]{0,100}\b(?:render|hydrate)\b[^}\n]{0,100}\} from ["']react-dom["']/g,
    also: element,
  },
  {
    stack: "Preact",
    hint: "preact",
    pattern:
      /\bimport (?:\w{1,20}, )?\{[^}\n]{0,100}\b(?:render|hydrate)\b[^}\n]{0,100}\} from ["']preact["']/g,
    also: element,
  },
  {
    stack: "Solid",
    hint: "solid-js/web",
    pattern: /\b(?:render|hydrate)\(\s{0,20}\(\) ?=>/g,
    also: element,
  },
  { stack: "Vue", hint: ".mount(", pattern: /\bcreate(?:SSR)?App\(/g },
  { stack: "Vue", hint: "new Vue(", pattern: /\bnew Vue\(/g, also: /\$mount\(|\bel\s{0,3}:/ },
  { stack: "Angular", hint: "bootstrapApplication(", pattern: /\bbootstrapApplication\(/g },
  { stack: "Angular", hint: "bootstrapModule(", pattern: /\.bootstrapModule\(/g },
  { stack: "AngularJS", hint: "angular.bootstrap(", pattern: /\bangular\.bootstrap\(/g },
  {
    stack: "Svelte",
    hint: ".svelte",
    pattern:
      /\b(?:mount|hydrate)\(\s{0,20}\w{1,60},\s{0,20}\{[^}]{0,200}\btarget\b|\bnew \w{1,60}\(\{[^}]{0,200}\btarget\s{0,3}:/g,
    also: element,
  },
  { stack: "Ember", hint: "@ember/application", pattern: /\bextends (?:Ember)?Application\b/g },
  { stack: "Backbone", hint: "history.start(", pattern: /\bBackbone\.history\.start\(/g },
  {
    stack: "Aurelia",
    hint: "urelia",
    pattern: /\bAurelia\b[^;]{0,200}\.app\(|\baurelia\.start\(\)/g,
  },
  { stack: "Inertia", hint: "createInertiaApp(", pattern: /\bcreateInertiaApp\(/g },
  {
    stack: "single-spa",
    hint: "single-spa",
    pattern:
      /\b(?:registerApplication|singleSpa(?:React|Vue|Angular|Svelte|Html|Ember)|constructApplications)\(/g,
  },
  { stack: "Remix", hint: "<HydratedRouter", pattern: /<HydratedRouter\b/g },
];

/** Pages that a program shows under addresses of its own, without asking a server. */
const routers: readonly CodeSign[] = [
  {
    stack: "React Router",
    hint: "Route",
    pattern: /<[A-Z]?\w{0,40}Route\s(?:[^<>"'`{}]{0,200}\s)?path\s{0,3}=/g,
  },
  {
    stack: "React Router",
    hint: "react-router",
    pattern: /\bpath\s{0,3}:\s{0,10}["'`]/g,
    also: /\b(?:create(?:Browser|Hash|Memory)Router|useRoutes|RouteObject)\b/,
  },
  {
    stack: "React Router",
    hint: "@react-router/dev/routes",
    pattern: /\b(?:route|index)\(\s{0,20}["'`]/g,
  },
  {
    stack: "TanStack Router",
    hint: "-router",
    pattern:
      /\bcreate(?:Lazy)?FileRoute\(\s{0,10}["'`]|\bcreateRoute\(\{[^}]{0,200}\bpath\s{0,3}:/g,
    also: /@tanstack\/\w{1,20}-router/,
  },
  {
    stack: "Vue Router",
    hint: "outer",
    pattern: /\bpath\s{0,3}:\s{0,10}["'`]/g,
    also: /\bcreateRouter\(|\bnew (?:Vue)?Router\(|\bRouteRecordRaw\b|\bRouteConfig\b/,
  },
  {
    stack: "Angular Router",
    hint: "@angular/router",
    pattern: /\bpath\s{0,3}:\s{0,10}["'`]/g,
    also: /\bRoutes\b|\bRouterModule\.for(?:Root|Child)\(|\bprovideRouter\(/,
  },
  {
    stack: "AngularJS",
    hint: "Provider",
    pattern: /\$routeProvider\b|\.when\(\s{0,10}["']\/|\$stateProvider\b|\.state\(\s{0,10}["']/g,
    also: /\$(?:route|state)Provider\b/,
  },
  { stack: "Ember router", hint: "Router.map(", pattern: /\bthis\.route\(\s{0,10}["'`]/g },
  {
    stack: "Backbone router",
    hint: "Router.extend(",
    pattern: /["'][\w/:*()-]{0,100}["']\s{0,3}:\s{0,3}["']\w{1,60}["']/g,
    also: /\bBackbone\.Router\.extend\(/,
  },
  {
    stack: "Vaadin Router",
    hint: "setRoutes(",
    pattern: /\bpath\s{0,3}:\s{0,10}["'`]/g,
    also: /@vaadin\/router|\bRouter\b/,
  },
  { stack: "Lit router", hint: "@lit-labs/router", pattern: /\bpath\s{0,3}:\s{0,10}["'`]/g },
  {
    stack: "svelte-spa-router",
    hint: "svelte-spa-router",
    pattern: /^\s{0,20}["']\/[^"'\n]{0,200}["']\s{0,3}:/gm,
  },
  {
    stack: "React Navigation",
    hint: "Screen",
    pattern: /<\w{1,40}\.Screen\s[^<>]{0,200}\bname\s{0,3}=/g,
  },
];

const desktop: readonly CodeSign[] = [
  {
    stack: "Electron",
    hint: "BrowserWindow(",
    pattern: /\bnew (?:\w{1,40}\.)?BrowserWindow\(/g,
    also: /["']electron(?:\/main)?["']/,
  },
];

/** Hints of few: the common ones are known by shorter words that they share. */
const otherHints: readonly string[] = [...mounts, ...desktop, ...routers]
  .filter(({ hint, also }) => !hint.includes("oute") && !/ootstrap/.test(hint) && also !== element)
  .map(({ hint }) => hint);

/** Signs of pages in a text without "route" and its like. */
const otherRouters = routers.filter(({ hint }) => !hint.includes("oute"));

function mayMount(text: string): boolean {
  return text.includes("document") || text.includes("ootstrap");
}

/** Measures what visitors do: the snippets and calls of the services' own guides. */
const analytics: readonly CodeSign[] = [
  {
    stack: "Google Analytics",
    hint: "googletagmanager.com",
    pattern: /googletagmanager\.com\/(?:gtm|gtag|ns)\b/g,
  },
  {
    stack: "Google Analytics",
    hint: "google-analytics.com",
    pattern: /google-analytics\.com\/(?:analytics|ga|g\/collect)/g,
  },
  { stack: "Google Analytics", hint: "gtag(", pattern: /\bgtag\(\s{0,5}["'](?:config|js)["']/g },
  { stack: "Google Analytics", hint: "ReactGA", pattern: /\bReactGA4?\.initialize\(/g },
  { stack: "Matomo", hint: "_paq", pattern: /\b_paq\.push\(|\b_paq\s{0,3}=/g },
  { stack: "Segment", hint: "cdn.segment.com", pattern: /cdn\.segment\.com\/analytics/g },
  { stack: "Plausible", hint: "plausible.io", pattern: /plausible\.io\/js\//g },
  { stack: "Fathom", hint: "usefathom.com", pattern: /cdn\.usefathom\.com/g },
  { stack: "Umami", hint: "data-website-id", pattern: /\bdata-website-id\s{0,3}=/g },
  { stack: "Hotjar", hint: "hotjar.com", pattern: /static\.hotjar\.com/g },
  { stack: "Clarity", hint: "clarity.ms", pattern: /clarity\.ms\/tag/g },
  { stack: "PostHog", hint: "posthog.init(", pattern: /\bposthog\.init\(/g },
  { stack: "Mixpanel", hint: "mixpanel.init(", pattern: /\bmixpanel\.init\(/g },
  {
    stack: "Amplitude",
    hint: "amplitude",
    pattern: /\bamplitude\.init\(|\bamplitude\.getInstance\(|cdn\.amplitude\.com/g,
  },
  { stack: "Piwik PRO", hint: "piwik.pro", pattern: /\.containers\.piwik\.pro/g },
  { stack: "Adobe Analytics", hint: "adobedtm.com", pattern: /assets\.adobedtm\.com/g },
  {
    stack: "Cloudflare Web Analytics",
    hint: "cloudflareinsights.com",
    pattern: /static\.cloudflareinsights\.com/g,
  },
];

const consents: readonly CodeSign[] = [
  { stack: "Cookiebot", hint: "cookiebot.com", pattern: /consent\.cookiebot\.(?:com|eu)/g },
  { stack: "OneTrust", hint: "cookielaw.org", pattern: /cdn\.cookielaw\.org/g },
  {
    stack: "Civic Cookie Control",
    hint: "CookieControl",
    pattern: /\bCookieControl\.load\(|window\.CookieControl\b/g,
  },
  {
    stack: "Civic Cookie Control",
    hint: "civiccomputing.com",
    pattern: /cc\.cdn\.civiccomputing\.com/g,
  },
  { stack: "CookieYes", hint: "cookieyes.com", pattern: /cdn-cookieyes\.com|cdn\.cookieyes\.com/g },
  { stack: "Usercentrics", hint: "usercentrics", pattern: /(?:app|web\.cmp)\.usercentrics\.eu/g },
  { stack: "iubenda", hint: "iubenda.com", pattern: /cdn\.iubenda\.com\/cs/g },
  { stack: "Termly", hint: "termly.io", pattern: /app\.termly\.io/g },
  { stack: "Osano", hint: "osano.com", pattern: /cmp\.osano\.com/g },
  { stack: "Quantcast", hint: "quantcast", pattern: /cmp\.quantcast\.com/g },
  { stack: "tarteaucitron", hint: "tarteaucitron", pattern: /\btarteaucitron\.init\(/g },
  {
    stack: "cookie consent",
    hint: "ookieConsent",
    pattern: /\bCookieConsent\.run\(|\bcookieconsent\.initialise\(|<CookieConsent\b/g,
  },
  { stack: "cookie consent", hint: "klaro", pattern: /\bklaro\.setup\(|\/klaro\.js/g },
  {
    stack: "cookie banner",
    hint: "ookieBanner",
    pattern: /\bgovukCookieBanner\(|<CookieBanner\b|<cookie-banner\b/g,
  },
  {
    stack: "cookie banner",
    hint: "cookie-banner",
    pattern: /<(?:div|section|aside|dialog)\b[^<>]{0,200}\bcookie-banner\b/g,
  },
];

const snippetHints =
  /googletagmanager|google-analytics|gtag\(|_paq|segment\.com|plausible\.io|usefathom|data-website-id|hotjar|clarity\.ms|posthog\.|mixpanel\.|amplitude|piwik\.pro|adobedtm|cloudflareinsights|qualtrics|ReactGA|ookie|klaro|usercentrics|iubenda|termly|osano|quantcast|tarteaucitron|civiccomputing/;
/** The parts of a page that a design system offers to others. */
const components = /(?:^|\/)(?:components?|helpers?|macros?|snippets?)\//;

/** Where frameworks put what stands around every page. */
const pageScript =
  /(?:^|\/)(?:_app|_document|root|layout|default|app|main|app\.component|Layout|BaseLayout|App)\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/;

/** The page that a bundler fills: its root element and a module, or a place that the bundler puts one. */
const shellPath = /(?:^|\/)index\.html?$/i;
const shellRoot =
  /<(?:div|main|body|section)\b[^<>]{0,200}\bid\s{0,2}=\s{0,2}["']?(?:root|app|main|application|__next|__nuxt|svelte|react-root|app-root|mount|container)\b|<(?:app|my-app|[a-z]{1,20}-app)(?:-root)?\b|\bng-app\b|%sveltekit\.body%|\{\{content-for/;
const shellModule =
  /<script\b[^<>]{0,200}\btype\s{0,2}=\s{0,2}["']?module\b|%PUBLIC_URL%|htmlWebpackPlugin|%BASE_URL%|\bng-app\b|%sveltekit\.|\{\{content-for|<app-root\b|<script\b[^<>]{0,200}\bsrc\s{0,2}=\s{0,2}["']?[^"'<>\s]{0,200}(?:main|index|app|bundle)[\w.-]{0,60}\.[jt]sx?/;

/**
 * Signs in a code file or template that people meet what it belongs to in a browser: where an application is mounted, which
 * routes it has there, that it measures its visitors or asks them for consent.
 */
export function browserMarks(path: string, text: string): readonly SurfaceMark[] {
  const isScript = scriptPath.test(path);
  if ((!isScript && !htmlPath.test(path)) || !isShownPath(path)) return [];
  const counter = new MarkCounter();
  if (isScript) readScript(text, counter);
  else if (shellPath.test(path) && shellRoot.test(text) && shellModule.test(text))
    counter.add("browser-app", "page of an application");
  // A script that only offers measuring to others is no sign: it must be where the program begins.
  const isMounted = isScript && counter.marks().some(({ mark }) => mark === "browser-app");
  const isPage = isMounted || (isScript ? pageScript.test(path) : !components.test(path));
  if (isPage && snippetHints.test(text)) {
    addFirst(analytics, text, "outcome-metric", counter);
    addFirst(consents, text, "consent", counter);
  }
  return counter.marks();
}

/** How far back the beginning of a line is looked for. */
const farthestBack = 200;
const mostRoutes = 1_000;
const comment = /^[ \t]{0,60}(?:\*|\/\/|\/\*)/;

function readScript(text: string, counter: MarkCounter): void {
  if (!mayMount(text) && !text.includes("oute") && !otherHints.some((one) => text.includes(one)))
    return;
  addFirst(mounts, text, "browser-app", counter);
  addFirst(desktop, text, "desktop-app", counter);
  const known = text.includes("oute") ? routers : otherRouters;
  const router = known.find((sign) => fits(sign, text) && countIn(text, sign) > 0);
  if (router !== undefined) counter.add("route", router.stack, countIn(text, router));
}

/** One file speaks of one stack. */
function addFirst(
  signs: readonly CodeSign[],
  text: string,
  mark: SurfaceMark["mark"],
  counter: MarkCounter,
): void {
  const found = signs.find((sign) => fits(sign, text) && countIn(text, sign) > 0);
  if (found !== undefined) counter.add(mark, found.stack);
}

function fits({ hint, also }: CodeSign, text: string): boolean {
  return text.includes(hint) && (also === undefined || also.test(text));
}

/** Matches outside comments: documentation shows how a library is to be used. */
function countIn(text: string, { pattern }: CodeSign): number {
  let count = 0;
  for (const { index } of text.matchAll(pattern)) {
    const before = text.slice(Math.max(0, index - farthestBack), index);
    if (!comment.test(before.slice(before.lastIndexOf("\n") + 1)) && ++count >= mostRoutes) break;
  }
  return count;
}
