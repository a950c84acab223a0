import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { repositoryShape } from "#sources/surface/repository-shape.ts";
import { treeMarks } from "#sources/surface/tree-marks.ts";
import { treeOf } from "./shown-marks.ts";
import { processorMilliseconds } from "#fixtures/growth.ts";

const tree = (...paths: string[]) => treeOf(repositoryShape, ...paths);
const many = (count: number, path: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => path(index));

describe("applications and what is installed into them", () => {
  it("Django: a project has an entry for servers, an application to install a manifest", () => {
    expect(tree("manage.py", "bakery/wsgi.py", "shop/apps.py", "setup.cfg")).toEqual([
      ". application-shape: Django project",
    ]);
    expect(tree("manage.py", "oven/apps.py", "setup.py", "tests/wsgi.py")).toEqual([
      ". library-shape: Django application to install",
    ]);
    expect(tree("sandbox/manage.py", "sandbox/shop/wsgi.py")).toEqual([]);
  });

  it.each([
    ["artisan", ". application-shape: Laravel"],
    ["shop/Procfile", "shop application-shape: Procfile"],
    ["web/modules/custom/till/till.info.yml", ". application-shape: Drupal site"],
    ["web/sites/default/settings.php", ". application-shape: Drupal site"],
    ["wp-content/themes/oven/style.css", ". application-shape: WordPress site"],
    ["config/bundles.php", ". application-shape: Symfony"],
    ["config/sites/main/config.yaml", ". application-shape: TYPO3 site"],
    ["app/etc/config.php", ". application-shape: Magento"],
    ["till.info.yml", ". library-shape: Drupal extension"],
    ["skin.json", ". library-shape: MediaWiki extension"],
    ["vars/bake.groovy", ". library-shape: Jenkins shared library"],
    ["src/@orb.yml", ". library-shape: CircleCI orb"],
    ["Trunk.toml", ". browser-app: Rust in the browser"],
    ["config/crd/bases/ovens.yaml", ". infrastructure-module: Kubernetes operator"],
    ["oven_lint/files/pylintrc", "oven_lint/files tool-configuration: Pylint"],
    ["Bakery/ruleset.xml", ". tool-configuration: PHP_CodeSniffer"],
    ["inventory/production/hosts.yml", ". deployment-state: Ansible inventory"],
    ["helmfile.yaml", ". deployment-state: Helmfile"],
  ])("%s", (path, expected) => {
    expect(tree(path)).toEqual([expected]);
  });

  it("Drupal's configuration is what people see, WordPress' themes are templates", () => {
    expect(tree("config/sync/node.type.loaf.yml", "config/sync/views.view.loaves.yml")).toContain(
      ". page: Drupal content types and views ×2",
    );
    expect(tree("config/install/views.view.loaves.yml")).toEqual([]);
    expect(
      tree("wp-content/themes/oven/index.php", "wp-content/themes/oven/functions.php"),
    ).toContain(". view: theme templates");
  });

  it("pre-commit hooks are rules of a tool for others", () => {
    expect(tree(".pre-commit-hooks.yaml")).toEqual([
      ". library-shape: pre-commit hooks",
      ". tool-configuration: pre-commit",
    ]);
  });

  it("Go: a module without a program at its root is there to be imported", () => {
    expect(tree("go.mod", "oven.go", "internal/heat.go")).toEqual([". library-shape: Go module"]);
    expect(tree("go.mod", "main.go", "pkg/oven/oven.go")).toEqual([]);
    expect(tree("go.mod", "cmd/till/main.go", "oven.go")).toEqual([]);
    expect(tree("go.mod", "internal/a.go", "tools/b.go")).toEqual([]);
    expect(tree("go.mod", "main.go", "api/go.mod", "api/a.go")).toEqual([
      "api library-shape: Go module",
    ]);
  });

  it("Rust: crates, and what a workspace of them is", () => {
    expect(
      tree(
        "Cargo.toml",
        "dough/Cargo.toml",
        "dough/src/lib.rs",
        "salt/Cargo.toml",
        "salt/src/lib.rs",
        "xtask/Cargo.toml",
        "xtask/src/main.rs",
      ),
    ).toEqual([
      "dough library-shape: crate",
      "salt library-shape: crate",
      ". library-shape: crates of a workspace ×2",
    ]);
    expect(tree("Cargo.toml", "src/main.rs")).toEqual([". application-shape: Rust program"]);
    expect(tree("src/main.rs")).toEqual([]);
  });

  it("Ansible, Puppet and Chef by the folders that they look for", () => {
    expect(tree("tasks/main.yml", "meta/main.yml")).toEqual([". library-shape: Ansible role"]);
    expect(tree("oven/galaxy.yml")).toEqual(["oven library-shape: Ansible collection"]);
    expect(tree("metadata.json", "manifests/init.pp")).toEqual([". library-shape: Puppet module"]);
    expect(tree("metadata.rb", "recipes/default.rb")).toEqual([". library-shape: Chef cookbook"]);
    expect(tree("Puppetfile", "data/common.yaml")).toEqual([
      ". deployment-state: Puppet control repository",
    ]);
    expect(tree("roles/a/tasks/main.yml")).toEqual([]);
  });
});

describe("how people get a program", () => {
  it.each([
    ["Formula/till.rb", "Formula distribution: Homebrew"],
    ["Casks/t/till.rb", "Casks/t distribution: Homebrew"],
    ["snap/snapcraft.yaml", "snap distribution: Snap Store"],
    ["debian/control", "debian distribution: Debian package"],
    ["till.spec", ". distribution: RPM package"],
    ["PKGBUILD", ". distribution: Arch user repository"],
    ["org.bakery.Till.yml", ". distribution: Flatpak"],
    ["data/org.bakery.Till.metainfo.xml", "data distribution: software centre"],
    ["install.sh", ". distribution: install script"],
    ["installer/till.iss", "installer distribution: Windows installer"],
    [
      "packaging/linux/till.service",
      "packaging/linux distribution: service of an operating system",
    ],
    ["till.reference.yml", ". distribution: reference configuration"],
    ["chocolatey/tools/chocolateyInstall.ps1", "chocolatey/tools distribution: Chocolatey"],
  ])("%s", (path, expected) => {
    expect(tree(path)).toEqual([expected]);
  });

  it.each([
    "docker-compose.prod.eu.yml",
    "lib/install.sh",
    "app/models/formula.rb",
    "a.spec.ts",
    "tests/debian/control",
  ])("not by %s", (path) => {
    expect(tree(path)).toEqual([]);
  });

  it("a .spec beside Python's manifests is PyInstaller's", () => {
    expect(tree("setup.py", "till.spec")).toEqual([". distribution: PyInstaller"]);
  });
});

describe("what a whole repository is", () => {
  const pages = many(20, (index) => `guide/page-${index}.md`);

  it("documents, with an example among them, and nothing that is built", () => {
    expect(tree(...pages, "rfcs/a.png", ".github/scripts/a.py", "rfcs/1/example.py")).toEqual([
      ". documentation-site: documents and nothing else",
    ]);
    expect(tree(...pages, "SUMMARY.md")).toContain(". documentation-site: GitBook");
    expect(tree("README.md", "LICENSE")).toEqual([]);
  });

  it("a program with a book beside it is no book", () => {
    const program = many(20, (index) => `src/a${index}.py`);
    expect(tree(...pages, ...program, ".gitbook.yaml")).toEqual([]);
    expect(tree(...pages, "package.json")).toEqual([]);
  });

  it("data", () => {
    expect(tree(...many(12, (index) => `2024/${index}.json`), "README.md")).toEqual([
      ". data: nothing but data ×12",
    ]);
    expect(tree(...many(12, (index) => `src/${index}.json`), "package.json")).toEqual([]);
  });

  it("a module of Terraform, and what is applied", () => {
    const module = ["main.tf", "variables.tf", "outputs.tf", "examples/simple/terraform.tfvars"];
    const said = [
      ". infrastructure-module: Terraform module of a repository",
      ". library-shape: Terraform module",
    ];
    expect(tree(...module)).toEqual(said);
    expect(tree("topic.tf", "variables.tf", "scripts/release.py")).toEqual(said);
    for (const sign of [
      "prod.tfvars",
      "backend.tf",
      "environments/prod/main.tf",
      ".terraform.lock.hcl",
    ])
      expect(tree(...module, sign)).toEqual([]);
    expect(tree("modules/oven/main.tf", "modules/till/main.tf")).toEqual([
      ". library-shape: Terraform modules ×2",
    ]);
    expect(tree("terraform/modules/oven/main.tf", "scripts/check.sh")).toEqual([
      ". library-shape: Terraform modules",
    ]);
    expect(tree("terraform/variables.tf", "src/a.py")).toEqual([]);
  });

  it("charts for others, an application's own, and those of an environment", () => {
    expect(tree("charts/oven/Chart.yaml", "charts/oven/values.yaml", "README.md")).toEqual([
      ". library-shape: Helm charts",
    ]);
    const program = many(5, (index) => `src/a${index}.go`);
    expect(tree("charts/oven/Chart.yaml", ...program)).toEqual([]);
    expect(tree("charts/oven/Chart.yaml", "charts/oven/values-production.yaml")).toEqual([]);
  });

  it("images that others build on, and the image of a program", () => {
    const said = (count: string) => [
      `. base-image: repository of images${count}`,
      `. library-shape: container images${count}`,
    ];
    expect(tree("Dockerfile", "entrypoint.sh", "README.md")).toEqual(said(""));
    expect(tree("base.Dockerfile", "builder.Dockerfile", "build.sh")).toEqual(said(" ×2"));
    expect(
      tree("1/Dockerfile", "1/config.php", "2/Dockerfile", "2/config.php", "3/Dockerfile"),
    ).toEqual(said(" ×3"));
    expect(tree("Dockerfile", "till.py")).toEqual([]);
    expect(tree("Dockerfile", "package.json")).toEqual([]);
    expect(tree(".devcontainer/Dockerfile")).toEqual([]);
  });

  it("machines that others start from", () => {
    expect(tree("ubuntu.pkr.hcl", "provisioning/install-tools.sh")).toEqual([
      ". base-image: machine images",
      ". library-shape: machine images",
    ]);
    expect(tree("ubuntu.pkr.hcl", "src/till.py")).toEqual([]);
  });

  it("presets of Renovate", () => {
    expect(tree("default.json", "ruby.json", "README.md")).toEqual([
      ". tool-configuration: Renovate presets",
      ". library-shape: presets",
    ]);
    expect(tree("default.json", "package.json")).toEqual([]);
  });

  it("a template of Backstage lies beside what it copies; CloudFormation's does not", () => {
    expect(tree("till/template.yaml", "till/skeleton/a.txt")).toEqual([
      "till template: project template",
    ]);
    expect(tree("template.yaml", "src/handler.py")).toEqual([]);
  });
});

it("answers any list of paths", () => {
  const part = fc.constantFrom(
    "charts",
    "modules",
    "manage.py",
    "wsgi.py",
    "main.tf",
    "Cargo.toml",
    "src",
    "..",
    "",
    "Dockerfile",
    "é",
    "{{x}}",
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(part, { maxLength: 12 }).map((parts) => parts.join("/"))),
      (paths) => {
        for (const folder of repositoryShape.readTree(paths).keys()) expect(folder).not.toBe("");
      },
    ),
    { numRuns: 50 },
  );
  const start = processorMilliseconds();
  repositoryShape.readTree(many(2_000, (index) => `${"a/".repeat(400)}${index}.tf`));
  expect(processorMilliseconds() - start).toBeLessThan(4_000);
});

describe("views", () => {
  it.each([
    "lib/till_web/controllers/page_html/home.html.heex",
    "Resources/Private/Templates/Loaf/Show.html",
    "app/templates/loaves/index.html.erb",
    "templates/Page.ss",
    "templates/loaf/show.php",
    "web/templates/index.tmpl",
    "templates/base.html.j2",
    "app/views/loaf.blade.php",
    "templates/loaf.html.ep",
  ])("%s", (path) => {
    expect(treeOf(treeMarks, path).some((each) => each.includes("view: views"))).toBe(true);
  });

  it.each([
    "roles/oven/templates/nginx.conf.j2",
    "templates/default/oven.service.erb",
    "templates/oven.erb",
    "charts/till/templates/_helpers.tpl",
    "templates/settings.yaml.jinja",
    "test/generators/loaf.scala",
    "src/generators/loaf.py",
  ])("not %s", (path) => {
    expect(treeOf(treeMarks, path)).toEqual([]);
  });
});
