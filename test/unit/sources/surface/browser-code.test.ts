import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { browserMarks } from "#sources/surface/browser-code.ts";
import { processorMilliseconds } from "#fixtures/growth.ts";

const marks = (path: string, text: string): readonly string[] =>
  browserMarks(path, text).map(({ mark, text: sign, count }) => `${mark} ${sign} ${String(count)}`);

const byId = 'document.getElementById("root")';

describe("where an application is mounted", () => {
  it.each([
    [
      "React",
      "src/index.tsx",
      `import { createRoot } from "react-dom/client";\ncreateRoot(${byId}!).render(<App />);`,
    ],
    ["React", "src/index.jsx", `ReactDOM.render(<App />, ${byId})`],
    ["React", "src/index.js", `import { render } from "react-dom";\nrender(<App />, ${byId});`],
    ["React", "app/entry.client.tsx", "hydrateRoot(document, <App />)"],
    ["Preact", "src/main.jsx", `import { render } from 'preact';\nrender(<App />, document.body);`],
    [
      "Solid",
      "src/index.tsx",
      `import { render } from "solid-js/web";\nrender(() => <App />, ${byId});`,
    ],
    ["Vue", "src/main.ts", 'createApp(App).use(router).mount("#app");'],
    ["Vue", "src/main.js", "new Vue({ render: h => h(App) }).$mount('#app')"],
    ["Angular", "src/main.ts", "bootstrapApplication(AppComponent, appConfig)"],
    ["Angular", "src/main.ts", "platformBrowserDynamic().bootstrapModule(AppModule)"],
    ["AngularJS", "src/app.js", "angular.bootstrap(document, ['till'])"],
    ["Svelte", "src/main.ts", `import App from './App.svelte';\nmount(App, { target: ${byId}! });`],
    [
      "Svelte",
      "src/main.js",
      `import App from './App.svelte';\nnew App({ target: document.body });`,
    ],
    [
      "Ember",
      "app/app.ts",
      "import Application from '@ember/application';\nexport default class App extends Application {}",
    ],
    ["Inertia", "resources/js/app.js", "createInertiaApp({ resolve, setup })"],
    [
      "single-spa",
      "src/bakery.tsx",
      "import singleSpaReact from 'single-spa-react';\nsingleSpaReact({ React })",
    ],
  ])("%s in %s", (stack, path, text) => {
    expect(marks(path, text)).toEqual([`browser-app ${stack} 1`]);
  });

  it.each([
    [
      "vite",
      '<body><div id="root"></div><script type="module" src="/src/main.tsx"></script></body>',
    ],
    ["Create React App", '<link href="%PUBLIC_URL%/favicon.ico"><div id="root"></div>'],
    ["Angular", "<body><app-root></app-root></body>"],
    ["Ember", '{{content-for "head"}}'],
  ])("the page of %s", (_, text) => {
    expect(marks("index.html", text)).toEqual(["browser-app page of an application 1"]);
  });

  it.each([
    ["src/toast.tsx", 'createRoot(document.createElement("div")).render(<Toast />)'],
    ["src/initialize.js", ` * @example\n * createRoot(${byId}).render(<App />)\n// ${byId}`],
    ["src/app.test.tsx", `createRoot(${byId})`],
    ["example/src/index.tsx", `createRoot(${byId})`],
    [
      "tests/dummy/app/app.js",
      "import A from '@ember/application';\nclass App extends Application {}",
    ],
    ["demo/main.ts", 'createApp(App).mount("#app");'],
    [".storybook/preview.ts", 'createApp(App).mount("#app");'],
    ["server/app.ts", "export default function createApp(): express.Application {}"],
    ["docs/index.html", '<div id="root"></div><script type="module"></script>'],
    ["src/index.html", "<h1>Plain</h1>"],
    ["lib/main.rb", "createApp(App).mount('#app')"],
  ])("but not in %s", (path, text) => {
    expect(marks(path, text)).toEqual([]);
  });
});

describe("routes in the browser", () => {
  it.each([
    [
      "React Router 2",
      "src/App.jsx",
      '<Route path="/" element={<Home />} />\n<Route exact path="/loaves" />',
    ],
    ["React Router 1", "src/App.jsx", "<Route\n  path={ROUTES.till}\n/>"],
    ["React Router 1", "src/App.jsx", '<AuthenticatedPageRoute path="/till" />'],
    [
      "React Router 2",
      "src/router.tsx",
      'import { createBrowserRouter } from "react-router";\ncreateBrowserRouter([{ path: "/" }, { path: "/loaves" }])',
    ],
    [
      "React Router 2",
      "app/routes.ts",
      'import { index, route } from "@react-router/dev/routes";\nexport default [index("home.tsx"), route("loaves", "loaves.tsx")];',
    ],
    [
      "TanStack Router 1",
      "src/routes/loaves.tsx",
      'import { createFileRoute } from "@tanstack/react-router";\ncreateFileRoute("/loaves")({})',
    ],
    [
      "Vue Router 2",
      "src/router.ts",
      "createRouter({ routes: [{ path: '/' }, { path: '/loaves' }] })",
    ],
    [
      "Angular Router 1",
      "src/app/app.routes.ts",
      "import { Routes } from '@angular/router';\nconst routes: Routes = [{ path: 'loaves' }];",
    ],
    [
      "Ember router 2",
      "app/router.js",
      "Router.map(function () { this.route('loaves'); this.route('till'); })",
    ],
    ["React Navigation 1", "src/Nav.tsx", '<Stack.Screen name="Loaves" component={Loaves} />'],
  ])("%s in %s", (expected, path, text) => {
    expect(marks(path, text)).toEqual([`route ${expected}`]);
  });

  it.each([
    ["src/server.ts", "express.Router().get('/loaves', list)"],
    ["src/docs.ts", ' * <Route path="/" />'],
    ["src/fs.ts", "const options = { path: '/srv/oven' }; // router"],
    ["src/Route.test.tsx", '<Route path="/" />'],
  ])("but none in %s", (path, text) => {
    expect(marks(path, text)).toEqual([]);
  });
});

describe("visitors", () => {
  it.each([
    [
      "outcome-metric Google Analytics 1",
      "views/layouts/base.njk",
      '<script src="https://www.googletagmanager.com/gtm.js?id=1"></script>',
    ],
    [
      "outcome-metric Matomo 1",
      "templates/base.html",
      "<script>_paq.push(['trackPageView'])</script>",
    ],
    ["outcome-metric PostHog 1", "pages/_app.tsx", "posthog.init(key)"],
    [
      "consent OneTrust 1",
      "public/index.html",
      '<script src="https://cdn.cookielaw.org/a.js"></script>',
    ],
    ["consent cookie banner 1", "views/layout.njk", "{{ govukCookieBanner({}) }}"],
  ])("%s in %s", (expected, path, text) => {
    expect(marks(path, text)).toEqual([expected]);
  });

  it.each([
    ["views/components/cookie-banner.html", '<div class="cookie-banner"></div>'],
    [
      "src/helpers/Gtm.scala.html",
      '<script src="https://www.googletagmanager.com/gtm.js"></script>',
    ],
    ["src/analytics.ts", "posthog.init(key)"],
    ["docs/index.html", '<script src="https://plausible.io/js/script.js"></script>'],
  ])("but not in %s", (path, text) => {
    expect(marks(path, text)).toEqual([]);
  });
});

it("Electron opens its windows itself", () => {
  expect(
    marks("src/main.ts", "import { BrowserWindow } from 'electron';\nnew BrowserWindow({})"),
  ).toEqual(["desktop-app Electron 1"]);
});

it("any text takes time with its length only", () => {
  const piece = fc.constantFrom(
    "<Route ",
    "path=",
    "document.",
    "createRoot(",
    "path: '",
    "Router",
    "{",
    "<div ",
    " id=",
    "*",
    "\n",
    "_paq",
    "new Vue(",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join("");
      for (const path of ["src/a.tsx", "index.html", "a.vue"])
        for (const { count } of browserMarks(path, text)) expect(count).toBeGreaterThan(0);
    }),
    { numRuns: 50 },
  );
  const before = processorMilliseconds();
  for (const unit of [
    "<Route ",
    "<Route path=",
    "new Vue(",
    "Aurelia",
    "<div id=",
    "createRoute({",
    "new A({",
    "<x.Screen ",
  ])
    browserMarks("src/main.ts", `document.body .svelte oute ${unit.repeat(30_000)}`);
  expect(processorMilliseconds() - before).toBeLessThan(8_000);
});
