import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOneValue, versionOf } from "#sources/gitops/one-value.ts";
import { scanImages } from "#sources/gitops/scan-images.ts";

describe("files with one value", () => {
  it.each([
    ["v12\n", "v12"],
    ["registry.bakery.example:5000/ovens:2024.3\n", "2024.3"],
    ["image_tag: v12 # rolled back\nautomatic: true\n", "v12"],
    ['{\n  "version": "1.4.0",\n  "owner": "dough"\n}\n', "1.4.0"],
    ["# nothing yet\n", null],
    ["image_tag: ${TAG}\n", null],
    ["image_tag: true\n", null],
  ])("%j", (text, expected) => {
    expect(readOneValue(text, null)).toBe(expected);
  });

  it("reads the configured key only", () => {
    expect(readOneValue("tag: v1\nbake: v2\n", "bake")).toBe("v2");
    expect(readOneValue("tag: v1\n", "bake")).toBeNull();
  });

  it("keeps a digest where there is no tag", () => {
    expect(versionOf("bakery/ovens@sha256:0123456789abcdef")).toBe("sha256:0123456789abcdef");
    expect(versionOf("bakery/ovens:v3@sha256:0123456789abcdef")).toBe("v3");
  });
});

const brief = (text: string) =>
  scanImages(text).map((one) => [one.application, one.environment, one.version]);

describe("images in YAML", () => {
  it("reads Helm values of one application", () => {
    expect(
      brief(
        "replicas: 2\nimage:\n  repository: bakery/ovens\n  tag: '1.20'\nsidecar: {image: {tag: v9}}\n",
      ),
    ).toEqual([[null, null, "1.20"]]);
  });

  it("tells applications of an umbrella chart apart", () => {
    expect(
      brief("ovens:\n  image:\n    tag: v1\ncounter:\n  image:\n    tag: v2 # today\n"),
    ).toEqual([
      ["ovens", null, "v1"],
      ["counter", null, "v2"],
    ]);
    expect(
      brief(
        "applications:\n  - name: ovens\n    values:\n      image:\n        tag: v1\n  - name: till\n    imageTag: v7\n",
      ),
    ).toEqual([
      ["ovens", null, "v1"],
      ["till", null, "v7"],
    ]);
  });

  it("reads Kustomize overlays", () => {
    const text =
      "kind: Kustomization\nimages:\n- name: ovens\n  newTag: v4\n- name: till\n  newTag: v5\n";
    expect(scanImages(text).map(({ slot, version }) => [slot, version])).toEqual([
      ["images.ovens.newTag", "v4"],
      ["images.till.newTag", "v5"],
    ]);
  });

  it("reads Argo CD applications", () => {
    const text = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ovens-staging
spec:
  source:
    repoURL: https://charts.bakery.example
    targetRevision: 3.1.0
    helm:
      parameters:
        - name: image.tag
          value: v31
`;
    expect(brief(text)).toEqual([
      ["ovens", "staging", "3.1.0"],
      ["ovens", "staging", "v31"],
    ]);
    expect(brief(text.replace("3.1.0", "HEAD"))).toEqual([["ovens", "staging", "v31"]]);
  });

  it("survives any text, and takes no template for a version", () => {
    expect(brief("image:\n  tag: {{ .Values.tag }}\n")).toEqual([]);
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => Array.isArray(scanImages(text))),
    );
  });
});
