import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FileSource } from "#evidence/source.ts";
import { routeMarks } from "#sources/surface/code-routes.ts";
import { contracts } from "#sources/surface/contracts.ts";
import { frameworks } from "#sources/surface/framework-source.ts";
import { routeFiles } from "#sources/surface/route-files.ts";
import { treeMarks } from "#sources/surface/tree-marks.ts";
import { reusableWorkflows } from "#sources/surface/workflows.ts";

function marks(source: FileSource, path: string, text: string): readonly string[] {
  expect(source.detect(path)).toBe("head");
  const { surface = [] } = source.read({ path, text });
  return surface.map(({ mark, text: sign, count }) => `${mark} ${sign} ${count}`);
}

describe("paths", () => {
  const tree = (...paths: string[]) =>
    [...treeMarks.readTree(paths)].flatMap(([folder, { surface = [] }]) =>
      surface.map(({ mark, count }) => `${folder} ${mark} ${count}`),
    );

  it.each([
    ["app/views/loaves/show.html.erb", "app/views view 1"],
    ["shops/till/app/views/loaves/_form.html.haml", "shops/till/app/views view 1"],
    ["app/views/components/_card.html.erb", "app/views/components ui-component 1"],
    ["web/src/components/card/card.tsx", "web/src/components ui-component 1"],
    ["app/assets/stylesheets/loaf.scss", "app/assets asset 1"],
    ["public/favicon.ico", "public app-manifest 1"],
    ["phone/Bakery/Assets.xcassets/AppIcon.appiconset/Contents.json", "phone/Bakery mobile-app 1"],
    ["mkdocs.yml", ". documentation-site 1"],
    ["docs/conf.py", ". documentation-site 1"],
    ["charts/till/Chart.yaml", "charts/till chart 1"],
    ["actions/bake/action.yml", "actions/bake action 1"],
    ["modules/oven/main.tf", "modules/oven infrastructure-module 1"],
    ["images/base/Dockerfile", "images/base base-image 1"],
    ["overlays/production/kustomization.yaml", "overlays/production deployment-state 1"],
    ["cookiecutter.json", ". template 1"],
    ["exe/bake", "exe cli 1"],
    ["cmd/bake/main.go", "cmd cli 1"],
    ["app/models/api_key.rb", "app/models api-key 1"],
    ["app/models/api_client.rb", "app/models api-key 1"],
    ["experiments/sourdough/run.py", "experiments experiment 1"],
    ["prices/2024/list.csv", "prices/2024 data 1"],
  ])("%s", (path, expected) => {
    expect(tree(path)).toEqual([expected]);
  });

  it.each([
    "node_modules/x/app/views/a.erb",
    "spec/fixtures/app/views/a.erb",
    "lib/bake.rb",
    "badges/oven/api_client.py",
    "review/a.rb",
  ])("%s is no sign", (path) => {
    expect(tree(path)).toEqual([]);
  });

  it("are counted by folder", () => {
    expect(tree("views/a.ejs", "views/b/c.ejs", "shop/views/d.ejs")).toEqual([
      "views view 2",
      "shop/views view 1",
    ]);
  });

  it("of any shape do not throw", () => {
    const part = fc.constantFrom(
      "views",
      "app",
      "pages",
      "..",
      "",
      "a",
      "{{x}}",
      "Chart.yaml",
      "a.erb",
      "é",
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(part, { maxLength: 30 }).map((parts) => parts.join("/"))),
        (paths) => {
          for (const folder of treeMarks.readTree(paths).keys()) expect(folder).not.toBe("");
        },
      ),
    );
  });
});

describe("route files", () => {
  it("Rails: pages, and an API's by block and format", () => {
    const text = [
      "Rails.application.routes.draw do",
      '  root to: "loaves#index"',
      "  resources :loaves",
      "  namespace :api do",
      "    resources :orders",
      "  end",
      '  get "/prices", to: "prices#index"',
      '  get "/api/ovens", to: "ovens#index"',
      "  # get :nothing",
      "end",
    ].join("\n");
    expect(marks(routeFiles, "config/routes.rb", text)).toEqual([
      "route Rails routes 3",
      "api-route Rails routes 2",
    ]);
    expect(marks(routeFiles, "config/application.rb", "  config.api_only = true\n")).toEqual([
      "api-framework Rails, API only 1",
    ]);
    expect(marks(routeFiles, "config/application.rb", "  # config.api_only = true\n")).toEqual([]);
  });

  it("Django and Laravel", () => {
    const django =
      'urlpatterns = [path("loaves/", v), re_path(r"^api/orders", o)]\nrouter.register("x", X)\n';
    expect(marks(routeFiles, "shop/urls.py", django)).toEqual([
      "route Django URLs 1",
      "api-route Django URLs 2",
    ]);
    expect(marks(routeFiles, "routes/api.php", "Route::get('/x', f);")).toEqual([
      "api-route Laravel routes 1",
    ]);
    expect(marks(routeFiles, "routes/web.php", "Route::view('/x', 'x');")).toEqual([
      "route Laravel routes 1",
    ]);
  });
});

describe("routes for people and for programs", () => {
  const route = (path: string, ...lines: string[]) => marks(routeFiles, path, lines.join("\n"));

  it("Django: what is taken in, the administration and what machines ask for are no pages", () => {
    expect(
      route(
        "bakery/urls.py",
        'path("", home),',
        'path("shop/", include("shop.urls")),',
        'path("admin/", admin.site.urls),',
        'path("health/", health),',
        'path("api/loaves/", loaves),',
      ),
    ).toEqual(["route Django URLs 1", "api-route Django URLs 1"]);
    expect(route("bakery/api/v1/urls.py", 'path("loaves/", loaves)')).toEqual([
      "api-route Django URLs 1",
    ]);
  });

  it("Phoenix: by scope and pipeline", () => {
    expect(
      route(
        "lib/till_web/router.ex",
        '  scope "/", TillWeb do',
        "    pipe_through :browser",
        '    live "/loaves", LoafLive',
        '    get "/", PageController, :home',
        "  end",
        '  scope "/hooks", TillWeb do',
        "    pipe_through :api",
        '    post "/orders", OrderController, :create',
        "  end",
        '  scope "/api", TillWeb do',
        '    get "/ovens", OvenController, :index',
        "  end",
      ),
    ).toEqual(["route Phoenix routes 2", "api-route Phoenix routes 2"]);
  });

  it.each([
    ["src/A.php", "#[Route('/loaves')]\nreturn $this->render('x.html.twig');", "route 1"],
    ["src/A.php", "#[Route(path: '/loaves')]\nreturn new JsonResponse([]);", "api-route 1"],
    ["src/a.php", "$app->get('/loaves', f);", "api-route 1"],
    ["src/main.rs", '.route("/loaves", get(list))', "api-route 1"],
    ["src/main.rs", '#[get("/loaves")]\nfn a() -> Html<String> {}', "route 1"],
  ])("%s: %s", (path, text, expected) => {
    expect(routeMarks(path, text).map(({ mark, count }) => `${mark} ${count}`)).toEqual([expected]);
  });
});

describe("routes in code", () => {
  it.each([
    ["a.js", "app.get('/loaves', (req, res) => res.render('loaves'))", ["route 1"]],
    ["a.ts", "router.post('/orders', (req, res) => res.json(1))", ["api-route 1"]],
    ["a.ts", "@Controller('x')\nclass A { @Get(':id')\n one() {} }", ["api-route 1"]],
    ["a.py", "@app.route('/loaves')\ndef a():\n  return render_template('x')\n", ["route 1"]],
    ["a.py", "@router.get('/loaves')\ndef a(): ...\n", ["api-route 1"]],
    ["A.java", '@RestController class A { @GetMapping("/loaves") void a() {} }', ["api-route 1"]],
    ["A.cs", '[ApiController] class A { [HttpGet("{id}")] X Get() {} }', ["api-route 1"]],
    ["a.go", 'mux.HandleFunc("GET /loaves", list)', ["api-route 1"]],
    [
      "a.rb",
      "get '/loaves' do\n  erb :loaves\nend\nget '/api/loaves' do\nend",
      ["route 1", "api-route 1"],
    ],
    [
      "a.ts",
      "server.route({ method: 'GET', path: '/loaves', handler: (r, h) => h.view('x') })",
      ["route 1"],
    ],
    ["a.ts", "fastify.route({ method: 'POST', url: '/orders', handler })", ["api-route 1"]],
    ["a.ts", "await axios({ method: 'GET', url: '/orders' });", []],
    ["a.js", "app.get('env')", []],
    ["a.test.js", "app.get('/loaves', f)", []],
  ])("%s %s", (path, text, expected) => {
    expect(routeMarks(path, text).map(({ mark, count }) => `${mark} ${count}`)).toEqual(expected);
  });
});

it.each([
  ["Gemfile", "gem 'rails', '~> 7'\n# gem 'sinatra'\n", ["web-framework Rails 1"]],
  ["pyproject.toml", 'dependencies = ["Django>=4", "django-x"]', ["web-framework Django 1"]],
  [
    "requirements/base.in",
    "flask==3.0\nfastapi[all]\nflask-login\n",
    ["web-framework Flask 1", "api-framework FastAPI 1"],
  ],
  ["composer.json", '{"require": {"laravel/framework": "^11"}}', ["web-framework Laravel 1"]],
  [
    "go.mod",
    "require (\n\tgithub.com/go-chi/chi/v5 v5.0.1\n\tgithub.com/gin-gonic/gin v1.2.3 // indirect\n)\n",
    ["api-framework chi 1"],
  ],
  ["Cargo.toml", '[dependencies]\naxum = "0.7"\n', ["api-framework Axum 1"]],
])("frameworks of %s", (path, text, expected) => {
  expect(marks(frameworks, path, text)).toEqual(expected);
});

describe("contracts", () => {
  const endpoints = (path: string, text: string): readonly string[] => {
    expect(contracts.detect(path)).toBe("head");
    const facts = contracts.read({ path, text });
    expect(facts.surface?.[0]?.count).toBe(facts.exports?.names.length);
    return facts.exports?.names ?? [];
  };

  it.each([
    [
      "openapi.yaml",
      "openapi: 3.1.0\npaths:\n  /loaves:\n    get: {}\n    post: {}\n    parameters: []\n",
      ["GET /loaves", "POST /loaves"],
    ],
    ["docs/swagger.json", '{"swagger":"2.0","paths":{"/loaves":{"get":{}}}}', ["GET /loaves"]],
    [
      "orders.asyncapi.yml",
      "asyncapi: 2.6.0\nchannels:\n  orders:\n    publish: {}\n",
      ["publish orders"],
    ],
    ["asyncapi.yml", "asyncapi: 3.0.0\nchannels:\n  orders: {address: o}\n", ["orders"]],
    [
      "oven.proto",
      "service Oven {\n  rpc Bake (Dough) returns (Loaf) { option x = {}; }\n  rpc Cool(Loaf) returns (Loaf);\n}\nmessage Loaf {}\n",
      ["Oven.Bake", "Oven.Cool"],
    ],
    [
      "schema.graphql",
      "type Loaf { id: ID }\ntype Query {\n  loaf(\n    id: ID\n  ): Loaf\n  loaves: [Loaf]\n}\nextend type Mutation {\n  bake(x: Int): Loaf\n}\n",
      ["Query.loaf", "Query.loaves", "Mutation.bake"],
    ],
    ["ask.graphql", "query Ask {\n  loaf(id: 1) { id }\n}\n", []],
  ])("%s", (path, text, expected) => {
    expect(endpoints(path, text)).toEqual(expected);
  });

  it.each([
    ["external-partner", ["outside-contract: external-partner"]],
    ["external-public", ["outside-contract: external-public"]],
    ["company-internal", []],
    ["anybody", []],
  ])("whose audience is %s", (audience, expected) => {
    const text = `openapi: 3.1.0\ninfo: { x-audience: ${audience} }\npaths: { /loaves: { get: {} } }\n`;
    const { surface = [] } = contracts.read({ path: "openapi.yaml", text });
    expect(surface.slice(1).map(({ mark, text: sign }) => `${mark}: ${sign}`)).toEqual(expected);
  });

  it("that cannot be read are said to be so", () => {
    expect(contracts.read({ path: "openapi.json", text: "{" }).problems?.[0]?.code).toBe("invalid");
    expect(contracts.read({ path: "openapi.yml", text: "a: [" }).problems?.[0]?.code).toBe(
      "invalid",
    );
  });
});

it("tells workflows that others may call", () => {
  const path = ".github/workflows/bake.yml";
  expect(marks(reusableWorkflows, path, "on:\n  workflow_call:\n")).toEqual([
    `reusable-workflow ${path} 1`,
  ]);
  expect(marks(reusableWorkflows, path, "on: [push, workflow_call]\n")).toHaveLength(1);
  expect(marks(reusableWorkflows, path, "on: push\n# workflow_call:\n")).toEqual([]);
});
