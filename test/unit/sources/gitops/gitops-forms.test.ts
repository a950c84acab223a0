import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deploymentPathOf } from "#sources/gitops/deployment-paths.ts";
import { flowMaps } from "#sources/gitops/flow-maps.ts";
import { versionOf } from "#sources/gitops/one-value.ts";
import { scanImages } from "#sources/gitops/scan-images.ts";
import { holdsWorkload } from "#sources/gitops/workloads.ts";

const digest = `sha256:${"0123456789abcdef".repeat(4)}`;
const brief = (text: string) =>
  scanImages(text).map((one) => [one.application, one.environment, one.version]);
const versions = (text: string) => scanImages(text).map((one) => one.version);

describe("digests", () => {
  it.each([
    [`v1.2.0@${digest}`, "v1.2.0"],
    [`"1.2@${digest}"`, "1.2"],
    [`latest@${digest}`, digest],
    [`bakery/ovens:main@${digest}`, digest],
    [`registry.example:5000/bakery/ovens@${digest}`, digest],
    ["latest", null],
    ["bakery/ovens:main", null],
    ["registry.example:5000/bakery/ovens", null],
  ])("%s", (text, expected) => {
    expect(versionOf(text)).toBe(expected);
  });

  it("are versions in overlays, values and manifests", () => {
    expect(
      versions(`images:\n- name: ovens\n  newName: bakery/ovens\n  digest: ${digest}\n`),
    ).toEqual([digest]);
    expect(versions(`image:\n  repository: bakery/ovens\n  digest: "${digest}"\n`)).toEqual([
      digest,
    ]);
    expect(
      versions(`image:\n  repository: bakery/ovens\n  sha: ${digest.slice(7)}\n`),
    ).toHaveLength(1);
    expect(versions(`spec:\n  containers:\n  - image: bakery/ovens@${digest}\n`)).toEqual([digest]);
  });

  it("say nothing more beside a tag that is a version, and all beside one that moves", () => {
    expect(versions(`image:\n  digest: ${digest}\n  tag: v3\n`)).toEqual(["v3"]);
    expect(versions(`image:\n  tag: latest\n  digest: ${digest}\n`)).toEqual([digest]);
    expect(versions(`image:\n  tag: v3\n  digest: ""\n`)).toEqual(["v3"]);
    expect(versions(`lock:\n  digest: ${digest}\ndependencies: []\n`)).toEqual([]);
  });
});

describe("Argo CD", () => {
  const path = (one: string) => {
    const found = deploymentPathOf(one, []);
    return found === null ? null : [found.application, found.environment];
  };

  it.each([
    ["apps/ovens/production/.argocd-source-ovens.yaml", ["ovens", "production"]],
    ["apps/ovens/.argocd-source-ovens-staging.yaml", ["ovens", "staging"]],
    [".argocd-source-till_qa.yaml", ["till", "qa"]],
    ["apps/ovens/production/.argocd-source.yaml", ["ovens", "production"]],
    ["apps/ovens/overlays/production/Kustomization", ["ovens", "production"]],
    ["environments.yaml", [null, null]],
    ["apps/ovens/versions.yml", ["ovens", null]],
  ])("%s", (file, expected) => {
    expect(path(file)).toEqual(expected);
  });

  it.each([".github/.argocd-source-ovens.yaml", "src/versions.yaml", "lib/dough/deep/tags.yaml"])(
    "leaves %s alone",
    (file) => {
      expect(path(file)).toBeNull();
    },
  );

  it("takes no key of a source file for an application", () => {
    expect(
      brief("helm:\n  parameters:\n  - name: image.tag\n    value: v3\n    forcestring: true\n"),
    ).toEqual([[null, null, "v3"]]);
    expect(brief("kustomize:\n  images:\n  - bakery/ovens:v3\n  - till=bakery/till:v4\n")).toEqual([
      [null, null, "v3"],
      [null, null, "v4"],
    ]);
    expect(brief(`kustomize:\n  images:\n  - bakery/ovens@${digest}\n`)).toEqual([
      [null, null, digest],
    ]);
  });

  it("reads parameters in any order, and only those of images", () => {
    const text = `helm:
  parameters:
  - value: v3
    name: front.image.tag
  - name: replicas
    value: "4"
  - {name: back.image.tag, value: v5}
  - name: stage
    value: v9
`;
    expect(scanImages(text).map(({ slot, version }) => [slot, version])).toEqual([
      ["helm.parameters.front.image.tag.value", "v3"],
      ["helm.parameters.back.image.tag.value", "v5"],
    ]);
  });

  it("reads several sources, values objects and values in a text", () => {
    const text = `kind: Application
metadata: 
  name: ovens-production
spec:
  sources:
  - repoURL: https://charts.bakery.example
    targetRevision: 3.1.0
    helm:
      valuesObject:
        image:
          tag: v4
  - repoURL: https://git.bakery.example/values
    targetRevision: main
    helm:
      values: |
        image:
          tag: v5
`;
    expect(brief(text)).toEqual([
      ["ovens", "production", "3.1.0"],
      ["ovens", "production", "v4"],
      ["ovens", "production", "v5"],
    ]);
  });

  it("reads the elements of an ApplicationSet", () => {
    const text = `kind: ApplicationSet
metadata:
  name: ovens
spec:
  generators:
  - list:
      elements:
      - env: production
        url: https://1.2.3.4
        tag: v3.0.1
      - {env: staging, tag: v3.1.0}
      - cluster: qa2
        app: till
        targetRevision: 0123456789abcdef0123456789abcdef01234567
  template:
    spec:
      source:
        targetRevision: '{{tag}}'
`;
    expect(brief(text)).toEqual([
      ["ovens", "production", "v3.0.1"],
      ["ovens", "staging", "v3.1.0"],
      ["till", "qa2", "0123456789abcdef0123456789abcdef01234567"],
    ]);
  });

  it("tells documents of one file apart", () => {
    const one = (name: string, tag: string) =>
      `---\nkind: Application\nmetadata:\n  name: ${name}\nspec:\n  source:\n    targetRevision: ${tag}\n`;
    expect(brief(one("ovens-prod", "1.0.0") + one("till-qa", "2.0.0"))).toEqual([
      ["ovens", "prod", "1.0.0"],
      ["till", "qa", "2.0.0"],
    ]);
  });
});

describe("Kustomize", () => {
  it("reads images on one line", () => {
    expect(versions("images: [{name: ovens, newTag: v3}, {name: till, newTag: 'v4'}]\n")).toEqual([
      "v3",
      "v4",
    ]);
    expect(versions("images:\n- {name: ovens, newName: bakery/ovens, newTag: v3}\n")).toEqual([
      "v3",
    ]);
  });

  it("reads JSON patches, in files and in place", () => {
    const patch = `- op: replace
  path: /spec/template/spec/containers/0/image
  value: bakery/ovens:v3
- value: v4
  op: add
  path: /spec/values/image/tag
- op: test
  path: /spec/values/image/tag
  value: v1
- op: replace
  path: /spec/replicas
  value: 3
`;
    expect(versions(patch)).toEqual(["v3", "v4"]);
    const inPlace = patch.replaceAll(/^/gm, "    ").trimEnd();
    expect(
      versions(`patches:\n- target:\n    kind: Deployment\n  patch: |-\n${inPlace}\n`),
    ).toEqual(["v3", "v4"]);
  });
});

describe("Flux", () => {
  it("reads releases and markers of image policies", () => {
    const text = `kind: HelmRelease
metadata:
  name: ovens
  namespace: bakery
spec:
  chart:
    spec:
      version: 4.2.0
  values:
    image:
      repository: bakery/ovens
      tag: 1.9.0 # {"$imagepolicy": "flux-system:ovens:tag"}
`;
    expect(brief(text)).toEqual([
      ["ovens", null, "4.2.0"],
      ["ovens", null, "1.9.0"],
    ]);
  });

  it.each([
    ["GitRepository", "tag: v1.2.0", "v1.2.0"],
    ["OCIRepository", `digest: ${digest}`, digest],
    ["OCIRepository", "tag: latest", null],
    ["GitRepository", "branch: v1", null],
    ["OCIRepository", "semver: '>=1.0.0'", null],
  ])("reads what a %s refers to by %s", (kind, ref, expected) => {
    const text = `kind: ${kind}\nmetadata:\n  name: ovens\nspec:\n  ref:\n    ${ref}\n`;
    expect(brief(text)).toEqual(expected === null ? [] : [["ovens", null, expected]]);
  });

  it("reads what a Kustomization puts in", () => {
    const text = `kind: Kustomization
metadata:
  name: ovens
spec:
  postBuild:
    substitute:
      OVENS_TAG: v3.1.0
      REGION: eu1
`;
    expect(versions(text)).toEqual(["v3.1.0"]);
  });
});

describe("anchors", () => {
  it("of texts stand for them", () => {
    expect(brief("version: &v v3.1.0 # of all\novens:\n  image:\n    tag: *v\n")).toEqual([
      ["ovens", null, "v3.1.0"],
    ]);
    expect(versions("image:\n  tag: &tag 'v3'\nworker:\n  image:\n    tag: *tag\n")).toEqual([
      "v3",
      "v3",
    ]);
  });

  it("of maps are put where their aliases stand, own keys first", () => {
    const text = `x-image: &image
  repository: bakery/ovens
  tag: v3
web:
  image: *image
worker:
  image:
    !!merge <<: *image
    tag: v4
`;
    expect(brief(text)).toEqual([
      ["worker", null, "v4"],
      ["web", null, "v3"],
    ]);
  });

  it("that are nowhere say nothing", () => {
    expect(versions("image:\n  tag: *nowhere\n")).toEqual([]);
    expect(versions("a: &a\n  <<: *a\n  image:\n    tag: v1\n")).toEqual(["v1"]);
  });
});

describe("environments as keys", () => {
  const keyed = (text: string) =>
    scanImages(text).map(({ keyed: at, version }) => [at?.application, at?.environment, version]);

  it("are above or below the application", () => {
    expect(
      keyed(
        "production:\n  ovens:\n    image:\n      tag: v3\nstaging:\n  ovens:\n    image:\n      tag: v4\n",
      ),
    ).toEqual([
      ["ovens", "production", "v3"],
      ["ovens", "staging", "v4"],
    ]);
    expect(keyed("ovens:\n  production: v3.0.0\n  staging: v4.0.0\n  owner: dough\n")).toEqual([
      ["ovens", "production", "v3.0.0"],
      ["ovens", "staging", "v4.0.0"],
    ]);
    expect(keyed("environments:\n  production:\n    till: v3.0.0\n    apiVersion: v1\n")).toEqual([
      ["till", "production", "v3.0.0"],
    ]);
    expect(keyed("production: v3.0.0\nstaging: v4.0.0\n")).toEqual([
      [null, "production", "v3.0.0"],
      [null, "staging", "v4.0.0"],
    ]);
    expect(keyed("production:\n  image: bakery/ovens:v3\n")).toEqual([[null, "production", "v3"]]);
  });

  it("are no settings that only look like versions", () => {
    expect(keyed("production:\n  cpu: 0.5\n  replicas: 3\n  memory: 1.5Gi\n")).toEqual([]);
  });
});

describe("JSON", () => {
  const values = { image: { repository: "bakery/ovens", tag: "v7" }, replicas: 3 };
  const environments = { production: { ovens: "v7", mixer: "v2" }, staging: { ovens: "v8" } };
  const list = {
    images: [
      { name: "bakery/ovens", newTag: "v7" },
      { name: "till", newTag: "v1" },
    ],
  };

  it("says what the same values say in YAML, on one line and on many", () => {
    expect(scanImages(JSON.stringify(values))).toEqual(
      scanImages("image:\n  repository: bakery/ovens\n  tag: v7\nreplicas: 3\n"),
    );
    expect(scanImages(JSON.stringify(list))).toEqual(
      scanImages("images:\n- name: bakery/ovens\n  newTag: v7\n- name: till\n  newTag: v1\n"),
    );
    for (const one of [values, environments, list]) {
      expect(scanImages(JSON.stringify(one)).length).toBeGreaterThan(0);
      expect(scanImages(JSON.stringify(one, null, "\t"))).toEqual(scanImages(JSON.stringify(one)));
    }
  });

  it("is bounded: no depth, no text that only begins so ends the reading", () => {
    expect(scanImages(`${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`)).toEqual([]);
    expect(scanImages("[".repeat(100_000))).toEqual([]);
    expect(versions("{image: {repository: bakery/ovens, tag: v7}")).toEqual([]);
    fc.assert(
      fc.property(fc.jsonValue(), (value) => Array.isArray(scanImages(JSON.stringify(value)))),
      { numRuns: 50 },
    );
  });
});

describe("manifests", () => {
  const container = (indent: string, name: string) =>
    `${indent}- name: ${name}\n${indent}  image: bakery/${name}:v2\n`;
  const workload = (kind: string, api = "apps/v1") =>
    `apiVersion: ${api}\nkind: ${kind}\nmetadata:\n  name: mixer\n`;

  it("name their workload, and no application by what is always called so", () => {
    const told = (text: string) => scanImages(text).map((one) => [one.application, one.workload]);
    const deployment = `${workload("Deployment")}spec:\n  template:\n    spec:\n      initContainers:\n${container("        ", "wait")}      containers:\n${container("        ", "mixer")}`;
    expect(told(deployment)).toEqual([
      [null, "mixer"],
      [null, "mixer"],
    ]);
    const job = `${workload("CronJob", "batch/v1")}spec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers:\n${container("            ", "clean")}`;
    expect(told(job)).toEqual([[null, "mixer"]]);
    expect(told("image:\n  tag: v2\n")).toEqual([[null, undefined]]);
  });

  it("may be a list of them", () => {
    const list = `apiVersion: v1\nkind: List\nitems:\n- apiVersion: apps/v1\n  kind: Deployment\n  metadata:\n    name: mixer\n  spec:\n    template:\n      spec:\n        containers:\n${container("        ", "mixer")}`;
    expect(holdsWorkload(list)).toBe(true);
    expect(brief(list)).toEqual([[null, null, "v2"]]);
  });
});

it("reads any text in time, and no flow map without end", () => {
  expect(flowMaps(`${"{".repeat(50_000)}a: b}`)).toHaveLength(1);
  expect(flowMaps("{a: 1}".repeat(500))).toHaveLength(100);
  const bits = [
    "image",
    ": ",
    "&a ",
    "*a",
    "<<",
    "\n",
    "  ",
    "- ",
    "{",
    "}",
    ",",
    "tag",
    "v1",
    "---",
  ];
  const text = fc.array(fc.constantFrom(...bits), { maxLength: 60 }).map((all) => all.join(""));
  fc.assert(
    fc.property(text, (one) => scanImages(one).every(({ version }) => version !== "")),
    { numRuns: 50 },
  );
  const aliases = `a: &a\n  image:\n    tag: v1\n${"b: *a\n".repeat(3000)}`;
  expect(scanImages(aliases).length).toBeLessThanOrEqual(2000);
});
