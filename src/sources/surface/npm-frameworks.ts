import type { SurfaceMark } from "#evidence/surface-mark.ts";

type Mark = SurfaceMark["mark"];

/** What a package of npm says of the program that depends on it. */
export interface NpmFramework {
  readonly name: string;
  readonly kind:
    /** Shows pages in browsers. */
    | "front"
    /** Shows pages in browsers and answers for them on a server of its own. */
    | "full"
    /** Answers requests: with pages where there is a view engine beside it. */
    | "server"
    | "api"
    | "view-engine"
    | "mobile"
    | "desktop"
    | "extension"
    | "documentation"
    | "stories"
    | "analytics"
    | "consent";
}

/** Name as people say it, then package names separated by blanks. */
type Row = readonly [name: string, packages: string];

const rows: Readonly<Record<NpmFramework["kind"], readonly Row[]>> = {
  full: [
    ["Next.js", "next"],
    ["Nuxt", "nuxt nuxt3 nuxt-edge"],
    [
      "Remix",
      "@remix-run/react @remix-run/node @remix-run/serve @remix-run/cloudflare @react-router/dev @react-router/node @react-router/serve",
    ],
    ["SvelteKit", "@sveltejs/kit"],
    ["Astro", "astro"],
    ["SolidStart", "@solidjs/start solid-start"],
    ["Qwik City", "@builder.io/qwik-city @qwik.dev/router"],
    ["TanStack Start", "@tanstack/react-start @tanstack/start"],
    ["RedwoodJS", "@redwoodjs/web"],
    ["Meteor", "meteor-node-stubs"],
    ["Angular", "@angular/ssr"],
  ],
  front: [
    ["React", "react-dom react-scripts"],
    ["Vue", "vue"],
    ["Angular", "@angular/core"],
    ["AngularJS", "angular"],
    ["Svelte", "svelte"],
    ["Solid", "solid-js"],
    ["Preact", "preact"],
    ["Ember", "ember-source"],
    ["Lit", "lit lit-element"],
    ["Gatsby", "gatsby"],
    ["Qwik", "@builder.io/qwik @qwik.dev/core"],
    ["Inertia", "@inertiajs/react @inertiajs/vue3 @inertiajs/svelte @inertiajs/inertia"],
    ["Eleventy", "@11ty/eleventy"],
    ["Backbone", "backbone"],
    ["Mithril", "mithril"],
    ["Aurelia", "aurelia aurelia-framework"],
    ["Alpine.js", "alpinejs"],
    ["htmx", "htmx.org"],
    ["Hotwire", "@hotwired/turbo @hotwired/turbo-rails"],
    ["single-spa", "single-spa single-spa-react single-spa-vue single-spa-angular"],
  ],
  server: [
    ["Express", "express"],
    ["Koa", "koa"],
    ["Fastify", "fastify"],
    ["Hapi", "@hapi/hapi hapi"],
    ["NestJS", "@nestjs/core"],
    ["Hono", "hono"],
    ["Restify", "restify"],
    ["AdonisJS", "@adonisjs/core"],
    ["Sails", "sails"],
    ["Feathers", "@feathersjs/feathers"],
    ["LoopBack", "@loopback/rest"],
    ["Polka", "polka"],
    ["Elysia", "elysia"],
  ],
  api: [
    ["Apollo Server", "apollo-server apollo-server-express @apollo/server"],
    ["GraphQL Yoga", "graphql-yoga"],
    ["tRPC", "@trpc/server"],
    ["Mercurius", "mercurius"],
    ["Middy", "@middy/core"],
    ["gRPC", "@grpc/grpc-js"],
  ],
  "view-engine": [
    ["Nunjucks", "nunjucks"],
    ["Pug", "pug jade"],
    ["EJS", "ejs @koa/ejs koa-ejs"],
    ["Handlebars", "express-handlebars hbs koa-hbs"],
    ["Mustache", "mustache-express"],
    ["Eta", "eta"],
    ["Edge", "edge.js"],
    ["Twig", "twig"],
    [
      "views",
      "consolidate koa-views @ladjs/koa-views @fastify/view point-of-view @hapi/vision vision",
    ],
    ["GOV.UK Frontend", "govuk-frontend"],
  ],
  mobile: [
    ["React Native", "react-native"],
    ["Expo", "expo"],
    ["NativeScript", "@nativescript/core tns-core-modules"],
    ["Ionic", "@ionic/react @ionic/vue @ionic/angular @ionic/core"],
    ["Capacitor", "@capacitor/core"],
    ["Cordova", "cordova-android cordova-ios"],
    ["Framework7", "framework7"],
  ],
  desktop: [
    ["Electron", "electron"],
    ["Tauri", "@tauri-apps/api"],
    ["Neutralino", "@neutralinojs/lib"],
    ["NW.js", "nw"],
  ],
  extension: [
    ["WXT", "wxt"],
    ["Plasmo", "plasmo"],
    ["CRXJS", "@crxjs/vite-plugin"],
    ["Extension.js", "extension"],
  ],
  documentation: [
    ["Docusaurus", "@docusaurus/core docusaurus"],
    ["VitePress", "vitepress"],
    ["VuePress", "vuepress"],
    ["Nextra", "nextra-theme-docs"],
    ["Starlight", "@astrojs/starlight"],
    ["Fumadocs", "fumadocs-ui"],
    ["Rspress", "rspress @rspress/core"],
    ["dumi", "dumi"],
    ["Docus", "docus @nuxt-themes/docus"],
    ["Mintlify", "mintlify mint"],
    ["Redocly", "@redocly/cli redoc-cli"],
    ["Antora", "antora @antora/cli"],
    ["Docsify", "docsify docsify-cli"],
  ],
  stories: [
    [
      "Storybook",
      "storybook @storybook/react @storybook/html @storybook/vue3 @storybook/angular @storybook/svelte @storybook/web-components @storybook/react-vite @storybook/react-webpack5 @storybook/nextjs @storybook/vue3-vite",
    ],
    ["Histoire", "histoire"],
    ["Ladle", "@ladle/react"],
    ["Styleguidist", "react-styleguidist vue-styleguidist"],
    ["Fractal", "@frctl/fractal"],
    ["Pattern Lab", "@pattern-lab/core"],
  ],
  analytics: [
    ["PostHog", "posthog-js posthog-node posthog-react-native"],
    ["Mixpanel", "mixpanel mixpanel-browser mixpanel-react-native"],
    [
      "Segment",
      "@segment/analytics-next @segment/analytics-node @segment/analytics-react-native analytics-node @redux-beacon/segment",
    ],
    [
      "Amplitude",
      "amplitude-js @amplitude/analytics-browser @amplitude/analytics-node @amplitude/analytics-react-native @amplitude/unified",
    ],
    [
      "Google Analytics",
      "react-ga react-ga4 vue-gtag vue-analytics ngx-google-analytics universal-analytics gatsby-plugin-google-analytics gatsby-plugin-google-gtag nextjs-google-analytics @next/third-parties angulartics2 redux-beacon",
    ],
    [
      "Google Tag Manager",
      "react-gtm-module @gtm-support/vue-gtm angular-google-tag-manager gatsby-plugin-google-tagmanager",
    ],
    ["Firebase Analytics", "@react-native-firebase/analytics @nativescript/firebase-analytics"],
    ["Vercel Analytics", "@vercel/analytics"],
    ["Plausible", "plausible-tracker next-plausible @plausible-analytics/tracker"],
    ["Matomo", "matomo-tracker @datapunt/matomo-tracker-react vue-matomo ngx-matomo-client"],
    ["Snowplow", "@snowplow/browser-tracker @snowplow/react-native-tracker snowplow-tracker"],
    ["RudderStack", "@rudderstack/analytics-js rudder-sdk-js"],
    ["Hotjar", "@hotjar/browser react-hotjar"],
    ["FullStory", "@fullstory/browser"],
    ["Clarity", "@microsoft/clarity react-microsoft-clarity"],
    ["LogRocket", "logrocket"],
    ["Heap", "@heap/react-native-heap heap-api"],
    ["Optimizely", "@optimizely/react-sdk"],
    ["Statsig", "@statsig/react-bindings statsig-react"],
    ["Pendo", "pendo-io-browser-sdk"],
    ["Piwik PRO", "@piwikpro/react-piwik-pro @piwikpro/ngx-piwik-pro"],
    ["Aptabase", "@aptabase/web @aptabase/electron @aptabase/tauri"],
  ],
  consent: [
    [
      "cookie consent",
      "react-cookie-consent vanilla-cookieconsent cookieconsent ngx-cookieconsent vue-cookieconsent-component",
    ],
    ["Klaro", "klaro"],
    ["Cookiebot", "react-cookiebot @cookiebot/react"],
    ["tarteaucitron", "tarteaucitronjs"],
    ["OneTrust", "react-native-onetrust-cmp"],
    ["CookieHub", "@cookiehub/react"],
    ["Usercentrics", "@usercentrics/react-native-sdk @usercentrics/cmp-browser-sdk"],
  ],
};

const kinds: readonly NpmFramework["kind"][] = [
  "full",
  "front",
  "server",
  "api",
  "view-engine",
  "mobile",
  "desktop",
  "extension",
  "documentation",
  "stories",
  "analytics",
  "consent",
];

/** By name of package. */
export const npmFrameworks: ReadonlyMap<string, NpmFramework> = new Map(
  kinds.flatMap((kind) =>
    rows[kind].flatMap(([name, packages]) =>
      packages.split(" ").map((each) => [each, { name, kind }] as const),
    ),
  ),
);

/** What a library for one of these calls itself, by what it asks its user to bring along. */
export const libraryPeers: readonly (readonly [peer: string, name: string])[] = [
  ["@angular/core", "Angular library"],
  ["react-native", "React Native library"],
  ["react", "React library"],
  ["vue", "Vue library"],
  ["svelte", "Svelte library"],
  ["solid-js", "Solid library"],
  ["preact", "Preact library"],
  ["lit", "Lit library"],
  ["ember-source", "Ember addon"],
  ["next", "Next.js library"],
  ["nuxt", "Nuxt module"],
  ["electron", "Electron library"],
  ["express", "Express middleware"],
  ["@nestjs/core", "NestJS module"],
  ["@nestjs/common", "NestJS module"],
  ["fastify", "Fastify plugin"],
  ["webpack", "webpack plugin"],
  ["vite", "Vite plugin"],
  ["rollup", "Rollup plugin"],
  ["gatsby", "Gatsby plugin"],
  ["gulp", "gulp plugin"],
  ["grunt", "grunt plugin"],
];

/** Tools whose settings are shared as packages; group 1 or 2 is the tool. */
const configurationNames: readonly RegExp[] = [
  /(?:^|\/)(eslint|prettier|stylelint|tslint|oxlint|biome|commitlint|renovate|jest|vitest|babel|ts|typescript|webpack|vite|rollup|tsup|swc|browserslist|semantic-release|release-it|lint-staged|postcss|tailwind|tailwindcss|playwright|cspell|markdownlint|remark|syncpack|knip|dependency-cruiser|rspack|storybook|metro)-?(?:config|preset|rules|settings)(?:-|$)/,
  /(?:^|\/)(eslint|stylelint|prettier|babel|tslint|htmlhint)-(?:plugin|preset|processor|formatter)(?:-|$)/,
  /(?:^|\/)(jest|remark|tailwindcss?|postcss|babel|htmlnano|cssnano|metro-react-native-babel)-preset(?:-|$)/,
  /(?:^|\/)(remark|textlint)-(?:preset|rule)(?:-|$)/,
  /(?:^|\/)(tsconfig|eslintrc|stylelintrc|prettierrc|jshint|jscs)(?:-|$)/,
  /(?:^|\/)[\w.]{0,40}-?(eslint|tslint|prettier|stylelint|renovate|commitlint|babel|typescript|lint)-(?:config|preset)$/,
];

/** The tool that a package of this name configures; null for any other. */
export function configuredTool(name: string): string | null {
  const bare = name.toLowerCase();
  for (const pattern of configurationNames) {
    const found = pattern.exec(bare)?.[1];
    if (found !== undefined) return found === "ts" ? "typescript" : found;
  }
  return null;
}

/** Yeoman, `npm create`, create-react-app's templates. */
export function isGeneratorName(name: string): boolean {
  return /^(?:@[\w.-]{1,100}\/)?(?:generator|create|cra-template|yo|sao|slush)(?:-|$)/.test(name);
}

/** Marks that a framework stands for by itself. */
export const markOfKind: Readonly<Partial<Record<NpmFramework["kind"], Mark>>> = {
  full: "web-framework",
  front: "web-framework",
  api: "api-framework",
  mobile: "mobile-app",
  desktop: "desktop-app",
  extension: "browser-extension",
  documentation: "documentation-site",
  stories: "ui-component",
  analytics: "outcome-metric",
  consent: "consent",
};
