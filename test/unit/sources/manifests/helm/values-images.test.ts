import fc from "fast-check";
import { expect, it } from "vitest";
import { helmImagesSource } from "#sources/manifests/helm/values-images.ts";

const read = (...lines: string[]) =>
  (
    helmImagesSource.read({ path: "charts/scope/values.yaml", text: lines.join("\n") })
      .dependencies ?? []
  ).map(({ purl, constraint, line, scope }) => [purl, constraint, line, scope]);

const ghcr = "repository_url=ghcr.io";

it("reads the images that values of a chart name, in every form", () => {
  expect(
    read(
      "replicaCount: 2",
      "image:",
      "  repository: ghcr.io/observatory/scope # the telescope itself",
      "  pullPolicy: Always",
      '  tag: "1.4.0"',
      "sidecars:",
      "  - name: mirror",
      "    image: ghcr.io/observatory/mirror:2.0",
      "  - name: dome",
      "    image:",
      "      registry: ghcr.io",
      "      repository: observatory/dome",
      "      tag: v3",
      "cleaner: { image: { repository: ghcr.io/observatory/cleaner, tag: '4' } }",
      "probeImage: {repository: ghcr.io/observatory/probe}",
      "generic-service:",
      "  image:",
      "    repository: observatory/sky",
      "    tag: app_version",
      "  port: 80",
    ),
  ).toEqual([
    [`pkg:docker/observatory/scope?${ghcr}`, "1.4.0", 3, "runtime"],
    [`pkg:docker/observatory/mirror?${ghcr}`, "2.0", 8, "runtime"],
    [`pkg:docker/observatory/dome?${ghcr}`, "v3", 12, "runtime"],
    [`pkg:docker/observatory/cleaner?${ghcr}`, "4", 14, "runtime"],
    [`pkg:docker/observatory/probe?${ghcr}`, null, 15, "runtime"],
    ["pkg:docker/observatory/sky", "app_version", 18, "runtime"],
  ]);
});

it("reads what an anchor names where its alias stands", () => {
  expect(
    read(
      "toolsImage: &tools ghcr.io/observatory/tools:3",
      "common: &common # of all",
      "  registry: ghcr.io",
      "  tag: &version '1.4'",
      "nightly:",
      "  image: *tools",
      "dome:",
      "  image:",
      "    repository: quay.io/observatory/dome",
      "    tag: *version",
      "sky:",
      "  image:",
      "    <<: *common",
      "    repository: observatory/sky",
      "odd:",
      "  image: *nowhere",
    ),
  ).toEqual([
    [`pkg:docker/observatory/tools?${ghcr}`, "3", 6, "runtime"],
    ["pkg:docker/observatory/dome?repository_url=quay.io", "1.4", 9, "runtime"],
    [`pkg:docker/observatory/sky?${ghcr}`, "1.4", 14, "runtime"],
  ]);
});

it("takes what a chart starts with, templates, charts and git for no image of an owner", () => {
  expect(
    read(
      "image:",
      "  repository: nginx",
      "  tag: latest",
      "other:",
      "  image: '{{ .Values.global.registry }}/observatory/scope'",
      "dependency:",
      "  repository: https://charts.observatory.example/stable",
      "source:",
      "  repository: observatory/scope",
      "  branch: main",
      "picture:",
      "  image: stars.png",
    ),
  ).toEqual([]);
});

it("wants values, not those that tests of a chart make up", () => {
  const wanted = (path: string) => helmImagesSource.detect(path);
  expect(wanted("helm_deploy/values-prod.yaml")).toBe("history");
  expect(wanted("charts/scope/ci/values-small.yaml")).toBe("none");
  expect(wanted("app/values/strings.yaml")).toBe("none");
});

it("reads any text without failing, and names each image where it stands", () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word, word, fc.nat(4)), { maxLength: 6 }), (all) => {
      const lines = all.flatMap(([key, owner, name, depth]) => {
        const pad = "  ".repeat(depth);
        return [
          ...Array.from({ length: depth }, (_, at) => `${"  ".repeat(at)}${key}:`),
          `${pad}image:`,
          `${pad}  repository: ${owner}/${name}`,
        ];
      });
      const places = lines.flatMap((text, at) => (text.includes("repository:") ? [at + 1] : []));
      expect(read(...lines).map(([, , line]) => line)).toEqual(places);
    }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("image: ", "repository: a/b", "- ", "  ", "{", "\n", '"')),
      (parts) => {
        expect(
          helmImagesSource.read({ path: "values.yaml", text: parts.join("") }).problems ?? [],
        ).toEqual([]);
      },
    ),
  );
});

it("leaves values of whole environments, which deployments write, to who reads what is asked for", () => {
  const image = ["image:", "  repository: ghcr.io/observatory/scope", "  tag: v1"];
  expect(read(...image, `# ${"x".repeat(60_000)}`)).toHaveLength(1);
  expect(read(...image, `# ${"x".repeat(66_000)}`)).toEqual([]);
});
