import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { containerFiles } from "#sources/surface/container-files.ts";
import { publicHost, publicHosts } from "#sources/surface/public-hosts.ts";
import { publishingSteps } from "#sources/surface/publishing-steps.ts";
import { releaseFiles } from "#sources/surface/release-files.ts";
import { marksOf } from "./shown-marks.ts";
import { processorMilliseconds } from "#fixtures/growth.ts";

const workflow = ".github/workflows/release.yml";

/** Whether everybody may install from there is a mark of its own. */
const pushed = (path: string, ...lines: readonly string[]): string[] =>
  marksOf(publishingSteps, path, ...lines).filter((mark) => !mark.startsWith("public-registry"));

describe("what is pushed to a registry", () => {
  it.each([
    ["uses: pypa/gh-action-pypi-publish@v1", "publishes: PyPI"],
    ["run: twine upload dist/*", "publishes: PyPI"],
    ["run: uv publish", "publishes: PyPI"],
    ["run: poetry publish --build", "publishes: PyPI"],
    ["uses: rubygems/release-gem@v1", "publishes: RubyGems"],
    ["run: gem push till-1.0.gem", "publishes: RubyGems"],
    ["run: bundle exec rake release", "publishes: RubyGems"],
    ["run: cargo publish -p dough", "publishes: crates.io"],
    ["run: release-plz release", "publishes: crates.io"],
    ["run: mix hex.publish --yes", "publishes: Hex"],
    [
      "run: dotnet nuget push out/*.nupkg -k KEY -s https://api.nuget.org/v3/index.json",
      "publishes: NuGet",
    ],
    ["uses: helm/chart-releaser-action@v1", "publishes: Helm chart repository"],
    ["run: helm push till.tgz oci://registry.bakery.com", "publishes: Helm chart repository"],
    ["run: ansible-galaxy collection publish a.tar.gz", "publishes: Ansible Galaxy"],
    ["uses: goreleaser/goreleaser-action@v6", "publishes: GitHub releases"],
    ["uses: snapcore/action-publish@v1", "distribution: Snap Store"],
    ["uses: bakery/ci/.github/workflows/publish-rubygem.yml@main", "publishes: RubyGems"],
    ["uses: bakery/ci/publish-to-pypi@v2", "publishes: PyPI"],
    ["uses: bakery/ci/.github/workflows/rust-publish.yml@main", "publishes: crates.io"],
  ])("%s", (step, expected) => {
    expect(pushed(workflow, "on: push", `      - ${step}`)).toEqual([expected]);
  });

  it.each([
    "# run: twine upload dist/*",
    "run: twine upload --repository testpypi dist/*",
    "run: cargo publish --dry-run",
    "uses: bakery/ci/.github/workflows/rust-publish-dry-run.yml@main",
    "run: docker push bakery/till",
    "run: bundle exec rake",
    "name: publish the gem pages",
  ])("not by %s", (step) => {
    expect(pushed(workflow, "on: push", `      ${step}`)).toEqual([]);
  });

  it("a workflow that only others call pushes what is theirs", () => {
    const step = "      - run: gem push *.gem";
    expect(pushed(workflow, "on:", "  workflow_call:", step)).toEqual([]);
    expect(pushed(workflow, "on:", "  workflow_call:", "  push:", step)).toEqual([
      "publishes: RubyGems",
    ]);
  });

  it("also in makefiles, release scripts and other pipelines", () => {
    for (const path of [
      "Makefile",
      "scripts/release.sh",
      ".gitlab-ci.yml",
      "Jenkinsfile",
      ".buildkite/steps/publish.sh",
    ])
      expect(pushed(path, "\ttwine upload dist/*")).toEqual(["publishes: PyPI"]);
    for (const path of ["src/run.sh", "docs/release.sh", "examples/Makefile"])
      expect(publishingSteps.detect(path)).toBe("none");
  });

  it.each([
    ["run: twine upload dist/*", "PyPI"],
    ["run: gem push till.gem", "RubyGems"],
    ["run: cargo publish -p dough", "crates.io"],
    ["run: mix hex.publish", "Hex"],
    ["run: dotnet nuget push a.nupkg -s https://api.nuget.org/v3/index.json", "NuGet"],
    ["uses: bakery/ci/.github/workflows/rust-publish.yml@main", "crates.io"],
  ])("%s is for everybody on %s, unless the step names another place", (step, registry) => {
    const places = (...lines: readonly string[]): string[] =>
      marksOf(publishingSteps, workflow, "on: push", `      - ${step}`, ...lines).filter((mark) =>
        mark.startsWith("public-registry"),
      );
    expect(places()).toEqual([`public-registry: ${registry}`]);
    expect(places("        with: { repository-url: https://pypi.bakery.com/legacy/ }")).toEqual([]);
    expect(places("      - run: gem push --host https://gems.bakery.com till.gem")).toEqual([]);
  });

  it("packages of .NET are for everybody where the step names the registry of all", () => {
    const step = "      - run: dotnet nuget push a.nupkg -s https://feed.bakery.com/nuget";
    expect(marksOf(publishingSteps, workflow, "on: push", step)).toEqual([]);
  });

  it("a shared chart is in no registry of that kind", () => {
    const step = "      - run: helm push till.tgz oci://registry.bakery.com";
    expect(marksOf(publishingSteps, workflow, "on: push", step)).toEqual([
      "publishes: Helm chart repository",
    ]);
  });
});

describe("how people get it", () => {
  it("GoReleaser's sections", () => {
    expect(
      marksOf(
        releaseFiles,
        ".goreleaser.yml",
        "builds:",
        "brews:",
        "  - name: till",
        "nfpms:",
        "winget:",
      ),
    ).toEqual([
      "publishes: GitHub releases",
      "distribution: Homebrew",
      "distribution: Linux packages",
      "distribution: winget",
    ]);
  });

  it("stores of hosts", () => {
    expect(marksOf(releaseFiles, "appinfo/info.xml", "<info>", "<id>till</id>")).toEqual([
      "library-shape: Nextcloud app",
      "distribution: Nextcloud app store",
    ]);
    expect(
      marksOf(
        releaseFiles,
        "readme.txt",
        "=== Till ===",
        "Requires at least: 6.0",
        "Stable tag: 1.2",
      ),
    ).toEqual(["distribution: WordPress plugin directory"]);
    expect(marksOf(releaseFiles, "readme.txt", "Read me.")).toEqual([]);
  });
});

describe("where people meet it", () => {
  const hosts = (path: string, ...lines: string[]) => marksOf(publicHosts, path, ...lines);

  it("an ingress, a route, a gateway", () => {
    expect(
      hosts(
        "k8s/ingress.yaml",
        "kind: Ingress",
        "spec:",
        "  rules:",
        '    - host: "shop.bakery.com"',
      ),
    ).toEqual(["public-host: shop.bakery.com"]);
    expect(
      hosts(
        "deploy/route.yaml",
        "kind: HTTPRoute",
        "spec:",
        "  hostnames:",
        "    - shop.bakery.com",
        "  rules: []",
      ),
    ).toEqual(["public-host: shop.bakery.com"]);
    expect(
      hosts("k8s/a.yaml", "kind: IngressRoute", "spec:", "  - match: Host(`shop.bakery.com`)"),
    ).toEqual(["public-host: shop.bakery.com"]);
    expect(
      hosts(
        "manifest.yml",
        "applications:",
        "- name: till",
        "  routes:",
        "  - route: shop.bakery.com",
      ),
    ).toEqual(["public-host: shop.bakery.com"]);
  });

  it("values of a chart, inside what is about ingresses only", () => {
    expect(
      hosts(
        "helm/values-prod.yaml",
        "database:",
        "  host: db.bakery.com",
        "ingress:",
        "  hosts: [shop.bakery.com, www.bakery.com]",
        "cache:",
        "  host: cache.bakery.com",
      ),
    ).toEqual(["public-host: shop.bakery.com", "public-host: www.bakery.com"]);
    expect(hosts("helm/values.yaml", "env:", "  SHOP_URL: https://shop.bakery.com")).toEqual([]);
  });

  it("CNAME, app.json and workers", () => {
    expect(hosts("public/CNAME", "shop.bakery.com\n")).toEqual(["public-host: shop.bakery.com"]);
    expect(hosts("app.json", '{"website": "https://shop.bakery.com/a"}')).toEqual([
      "public-host: shop.bakery.com",
    ]);
    expect(hosts("wrangler.toml", 'routes = [{ pattern = "shop.bakery.com/*" }]')).toEqual([
      "public-host: shop.bakery.com",
    ]);
    expect(publicHosts.detect("docs/CNAME")).toBe("none");
    expect(publicHosts.detect("charts/till/templates/ingress.yaml")).toBe("none");
  });

  it.each([
    "localhost",
    "till.local",
    "till.default.svc",
    "till.internal",
    "shop.example.com",
    "chart-example.local",
    "10.0.0.1",
    "shop-dev.bakery.com",
    "staging.shop.bakery.com",
    "shop.uat.bakery.com",
    "api.bakery.com",
    "orders-api.bakery.com",
    "grafana.bakery.com",
    "abc.eu-west-1.elb.amazonaws.com",
    "{{ .Values.host }}",
    "bakery",
  ])("%s is no public host", (name) => {
    expect(publicHost(name)).toBeNull();
  });

  it("reads names as they are written", () => {
    expect(publicHost("*.Shop.Bakery.COM")).toBe("shop.bakery.com");
    expect(publicHost("device.bakery.com")).toBe("device.bakery.com");
  });

  it("a file of a whole fleet speaks of no one application", () => {
    const fleet = Array.from({ length: 9 }, (_, index) => `  - host: shop${index}.bakery.com`);
    expect(hosts("helm/values.yaml", "ingress:", ...fleet)).toEqual([]);
  });

  it("controllers that keep clusters hold the state of deployments", () => {
    expect(
      hosts(
        "apps/till.yaml",
        "apiVersion: argoproj.io/v1alpha1",
        "kind: Application",
        "spec:",
        "  host: shop.bakery.com",
      ),
    ).toEqual(["deployment-state: GitOps controller"]);
    expect(
      hosts(
        "clusters/a/till.yaml",
        "apiVersion: helm.toolkit.fluxcd.io/v2",
        "kind: HelmRelease",
        "---",
        "apiVersion: source.toolkit.fluxcd.io/v1",
      ),
    ).toEqual(["deployment-state: GitOps controller ×2"]);
    expect(hosts("apps/a.yaml", "apiVersion: argoproj.io/v1alpha1", "kind: Workflow")).toEqual([]);
  });

  it("answers any text, in time that grows with its length", () => {
    const piece = fc.constantFrom(
      "kind: Ingress\n",
      "ingress:\n",
      "  host: a.b.com\n",
      "- ",
      "hosts:\n",
      "---\n",
      "Host(`",
      "\ud800",
      "  ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        for (const { count } of publicHosts.read({ path: "values.yaml", text: pieces.join("") })
          .surface ?? [])
          expect(count).toBeGreaterThan(0);
      }),
      { numRuns: 50 },
    );
    const start = processorMilliseconds();
    for (const unit of ["---\n", "ingress:\n", "- ", "host: ", "Host(`a"])
      publicHosts.read({
        path: "values.yaml",
        text: `kind: Ingress\n${unit.repeat(50_000)}`.slice(0, 262_000),
      });
    expect(processorMilliseconds() - start).toBeLessThan(6_000);
  });
});

describe("container files", () => {
  const image = (...lines: string[]) => marksOf(containerFiles, "Dockerfile", ...lines);

  it("start what they take in", () => {
    expect(image("FROM ruby:3", "COPY . .", 'CMD ["puma"]')).toEqual([
      "application-shape: container image",
    ]);
    expect(
      image("FROM a AS b", "COPY . .", "FROM c", "COPY --from=b /x /x", 'ENTRYPOINT ["/x"]'),
    ).toEqual(["application-shape: container image"]);
  });

  it("start nothing of their own without a program, with a shell, or with what a caller names", () => {
    expect(image("FROM ruby:3", "RUN apt-get update", 'CMD ["irb"]')).toEqual([]);
    expect(image("FROM ruby:3", "COPY . .", "CMD bash")).toEqual([]);
    expect(image("FROM ruby:3", "COPY . .", 'CMD ["/bin/sh"]')).toEqual([]);
    expect(image("FROM ruby:3", "COPY . .", "ENTRYPOINT []")).toEqual([]);
    expect(image("FROM ruby:3", "COPY . .")).toEqual([]);
  });

  it("are not those of developers, pipelines and builds", () => {
    for (const path of [
      ".devcontainer/Dockerfile",
      "Dockerfile.dev",
      "ci/Dockerfile",
      "base.Dockerfile",
      "images/a/Dockerfile",
      "jni-build/a.Dockerfile",
      "tests/Dockerfile",
    ])
      expect(containerFiles.detect(path)).toBe("none");
  });
});
