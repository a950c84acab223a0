import { describe, expect, it } from "vitest";
import { readLocked as read } from "./read-locked.ts";

describe("lock files of infrastructure", () => {
  it("Chart.lock and requirements.lock: by name and by index; no folders, no passwords", () => {
    const text = `dependencies:
- name: signal-box
  repository: https://user:secret@charts.example.org/
  version: 1.2.0
- name: track
  repository: oci://registry.example.org/charts
  version: 2.0.0
- name: depot
  repository: file://../depot
  version: 0.1.0
- name: bell
  repository: "@acme"
  version: 3.0.0
digest: sha256:abc
generated: "2026-01-01T00:00:00Z"
`;
    const expected = [
      "helm/signal-box 1.2.0",
      "helm/signal-box?repository_url=https://charts.example.org 1.2.0",
      "helm/track 2.0.0",
      "helm/track?repository_url=oci://registry.example.org/charts 2.0.0",
      "helm/bell 3.0.0",
    ];
    const decoded = (format: "helm" | "requirements"): string[] =>
      read(format, text).map((one) => decodeURIComponent(one));
    expect(decoded("helm")).toEqual(expected);
    expect(decoded("requirements")).toEqual(expected);
  });

  it(".terraform.lock.hcl: providers of the public registry and of one's own", () => {
    const text = `# This file is maintained automatically by "terraform init".

provider "registry.terraform.io/hashicorp/aws" {
  version     = "5.31.0"
  constraints = "~> 5.0"
  hashes = [
    "h1:abc=",
  ]
}

provider "registry.opentofu.org/acme/rail" {
  version = "1.2.0"
}

provider "tf.example.org/acme/track" {
  version = "2.0.0"
}
`;
    expect(read("terraform", text)).toEqual([
      "terraform/hashicorp/aws 5.31.0",
      "terraform/acme/rail 1.2.0",
      "terraform/acme/track?repository_url=tf.example.org 2.0.0",
    ]);
  });

  it("flake.lock: tags that were asked for, else commits", () => {
    const github = { type: "github", owner: "Acme", repo: "rail", rev: "0123abc" };
    const text = JSON.stringify({
      nodes: {
        rail: { locked: github, original: { type: "github", ref: "v1.2.0" } },
        track: { locked: { ...github, type: "gitlab", repo: "track" }, original: {} },
        own: { locked: { ...github, type: "gitlab", host: "git.example.org" } },
        signal: {
          locked: { type: "git", url: "https://git.example.org/acme/signal", rev: "456def0" },
          original: { ref: "main" },
        },
        depot: { locked: { type: "path", path: "../depot" } },
        root: { inputs: { rail: "rail" } },
      },
      root: "root",
      version: 7,
    });
    expect(read("flake", text)).toEqual([
      "github/acme/rail v1.2.0",
      "gitlab/acme/track 0123abc",
      expect.stringMatching(/^generic\/rail\?vcs_url=\S+ 0123abc$/),
      expect.stringMatching(/^generic\/signal\?vcs_url=\S+ 456def0$/),
    ]);
  });
});

describe("lock files of Haskell and of Paket", () => {
  it("cabal.project.freeze and stack.yaml.lock", () => {
    const freeze = `active-repositories: hackage.haskell.org:merge
constraints: any.aeson ==2.1.0.0,
             aeson -ordered-keymap,
             any.base ==4.17.0.0
`;
    expect(read("cabal", freeze)).toEqual(["hackage/aeson 2.1.0.0", "hackage/base 4.17.0.0"]);
    const stack = `packages:
- completed:
    hackage: acme-rail-1.2.0@sha256:abc,1234
    pantry-tree: {sha256: abc, size: 1}
  original:
    hackage: acme-rail-1.2.0
`;
    expect(read("stack", stack)).toEqual(["hackage/acme-rail 1.2.0"]);
  });

  it("paket.lock: what comes from NuGet, in every group", () => {
    const text = `NUGET
  remote: https://api.nuget.org/v3/index.json
    Acme.Rail (1.2.0)
      Acme.Signal (>= 2.0)
    Acme.Signal (2.1.0-rc.1) - restriction: >= net6.0
GITHUB
  remote: acme/tools
    build.fsx (0123abc)

GROUP Test
NUGET
  remote: https://api.nuget.org/v3/index.json
    Acme.Bell (3.0.0)
`;
    expect(read("paket", text)).toEqual([
      "nuget/acme.rail 1.2.0",
      "nuget/acme.signal 2.1.0-rc.1",
      "nuget/acme.bell 3.0.0",
    ]);
  });
});
