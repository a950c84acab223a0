import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeSigns } from "#sources/surface/code-signs.ts";
import { infrastructureSigns } from "#sources/surface/infrastructure-code.ts";
import { processorMilliseconds } from "#fixtures/growth.ts";

const signs = (path: string, ...lines: string[]) =>
  codeSigns(path, lines.join("\n")).map(
    ({ mark, text, count }) => `${mark}: ${text}${count === 1 ? "" : ` ×${count}`}`,
  );

describe("what runs", () => {
  it.each([
    ["bakery/settings.py", 'ROOT_URLCONF = "bakery.urls"', "application-shape: Django project"],
    ["till/app.py", "app = Flask(__name__)", "application-shape: Python web server"],
    ["till/main.py", "app: FastAPI = FastAPI()", "application-shape: Python web server"],
    ["till/asgi.py", "app = Starlette(routes=[])", "application-shape: Python web server"],
    ["till/web.py", "  app = tornado.web.Application([])", "application-shape: Python web server"],
    [
      "till/__init__.py",
      "with Configurator(settings=s) as c:\n  return c.make_wsgi_app()",
      "application-shape: Pyramid",
    ],
    [
      "config/application.rb",
      "  class Application < Rails::Application",
      "application-shape: Rails application",
    ],
    ["app.rb", "class Till < Sinatra::Base", "application-shape: Ruby web server"],
    ["app.rb", "class Till < Roda", "application-shape: Ruby web server"],
    ["config/app.rb", "  class App < Hanami::App", "application-shape: Ruby web server"],
    ["config.ru", "run Till", "application-shape: Rack"],
    ["cmd/till/main.go", "package main\n\nfunc main() {}", "application-shape: Go program"],
    ["main.go", "package main\n\nfunc main() {}", "application-shape: Go program"],
    [
      "lib/till_web/endpoint.ex",
      "  use Phoenix.Endpoint, otp_app: :till",
      "application-shape: Phoenix endpoint",
    ],
    ["plumber.R", "#* @get /loaves", "application-shape: Plumber API"],
  ])("%s: %s", (path, text, expected) => {
    expect(signs(path, text)).toEqual([expected]);
  });
});

describe("what is shown to people", () => {
  it.each([
    ["app.py", "import streamlit as st\nst.title('Loaves')", "page: Streamlit pages"],
    ["pages/a.py", "dash.register_page(__name__)", "page: Dash pages"],
    ["app.py", "with gr.Blocks() as d:\n  pass", "page: Gradio pages"],
    [
      "home/models.py",
      "class HomePage(Page):\nclass ShopPage(RoutablePageMixin, Page):",
      "page: Wagtail pages ×2",
    ],
    [
      "shop/views.py",
      'template_name = "a.html"\nreturn render(request, "b.html")',
      "view: Django pages ×2",
    ],
    ["lib/till_web/live/loaf_live.ex", "  use TillWeb, :live_view", "page: LiveView pages"],
    ["src/pages.rs", "html! { (DOCTYPE) }\nhtml! { body { } }", "view: maud templates ×2"],
    ["src/main.rs", "leptos::mount_to_body(App)", "browser-app: Rust in the browser"],
    ["app.R", "shinyApp(ui, server)", "page: Shiny pages"],
    ["web.go", 'import "html/template"', "web-framework: Go html/template"],
  ])("%s: %s", (path, text, expected) => {
    expect(signs(path, text)).toEqual([expected]);
  });
});

describe("what is installed into something else", () => {
  it.each([
    ["lib/till/engine.rb", "  class Engine < ::Rails::Engine", "library-shape: Rails engine"],
    ["till.php", "<?php\n/*\n * Plugin Name: Till\n */", "library-shape: WordPress plugin"],
    ["ext_emconf.php", "$EM_CONF['till'] = [];", "library-shape: TYPO3 extension"],
    [
      "registration.php",
      "ComponentRegistrar::register(M, 'x', __DIR__);",
      "library-shape: Magento module",
    ],
    ["version.php", "$plugin->component = 'mod_till';", "library-shape: Moodle plugin"],
    ["provider.go", "providerserver.Serve(ctx, p, o)", "library-shape: Terraform provider"],
  ])("%s: %s", (path, text, expected) => {
    expect(signs(path, text)).toEqual([expected]);
  });
});

describe("what says nothing", () => {
  it.each([
    ["tests/app.py", "app = Flask(__name__)"],
    ["spec/dummy/config/application.rb", "class Application < Rails::Application"],
    ["examples/main.go", "package main\nfunc main() {}"],
    ["tools/gen/main.go", "package main\nfunc main() {}"],
    ["magefile.go", "package main\nfunc main() {}"],
    ["gen.go", "//go:build ignore\n\npackage main\n\nfunc main() {}"],
    ["address/main.go", "package address\n\nfunc main() {}"],
    ["shop/models.py", "class Loaf(models.Model):"],
    ["shop/helpers.py", 'template_name = "a.html"'],
    ["src/deep/inside/a.php", "/* Plugin Name: Till */"],
    ["streamlit_docs.py", "# import streamlit"],
    ["lib/app.rb", "class Till < Roder"],
    ["{{cookiecutter.slug}}/app.py", "app = Flask(__name__)"],
  ])("%s: %s", (path, text) => {
    expect(signs(path, text)).toEqual([]);
  });

  it("never throws and stays linear on hostile files", () => {
    const piece = fc.constantFrom(
      "Flask(",
      "= ",
      "html!{",
      "package main\n",
      "render(request,",
      "class A(",
      "\n",
      "\ud800",
      '"',
    );
    fc.assert(
      fc.property(
        fc.constantFrom("views.py", "models.py", "a.go", "a.rs", "a.php", "a.rb", "a.ex"),
        fc.array(piece, { maxLength: 50 }),
        (path, pieces) => {
          for (const { count } of codeSigns(path, pieces.join("")))
            expect(count).toBeGreaterThan(0);
        },
      ),
      { numRuns: 50 },
    );
    const start = processorMilliseconds();
    for (const unit of ["Configurator(", "class A(Page, ", "import streamlit\n", "package main\n"])
      codeSigns("models.py", unit.repeat(40_000));
    expect(processorMilliseconds() - start).toBeLessThan(6_000);
  });
});

describe("Terraform", () => {
  const applied = (path: string, ...lines: string[]) =>
    infrastructureSigns(path, lines.join("\n")).map(({ text }) => text);

  it("is applied where it keeps a state or sets its providers", () => {
    expect(applied("infra/main.tf", "terraform {", '  backend "s3" {', "  }", "}")).toEqual([
      "Terraform state",
    ]);
    expect(applied("a.tf", "terraform {", "  cloud {", "  }", "}")).toEqual(["Terraform state"]);
    expect(applied("live/terragrunt.hcl", "remote_state {", "}")).toEqual(["Terraform state"]);
    expect(applied("provider.tf", 'provider "aws" {', '  region = "x"', "}")).toEqual([
      "Terraform provider configuration",
    ]);
  });

  it("is no state in modules, examples and where the caller decides", () => {
    const state = 'backend "s3" {';
    expect(applied("modules/oven/main.tf", state)).toEqual([]);
    expect(applied("examples/oven/main.tf", state)).toEqual([]);
    expect(applied("main.tf", 'provider "aws" {', "}")).toEqual([]);
    expect(applied("main.tf", 'variable "backend" {', "}")).toEqual([]);
  });
});
