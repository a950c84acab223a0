import { expect, it } from "vitest";
import { lockFormatOf } from "#sources/locks/formats.ts";
import { allSources } from "#sources/registry.ts";
import { unreadKinds } from "#sources/unread/unread-kinds.ts";

const told = (paths: readonly string[], readers = unreadKinds([])) =>
  readers.readTree(paths).get(".")?.unread ?? [];

it("counts each kind once, with its first file", () => {
  expect(told(["bun.lockb", "shops/till/ovens.podspec", "a.podspec", "README.md"])).toEqual([
    {
      kind: "bun.lockb (binary: `bun install --save-text-lockfile` writes bun.lock, which is read)",
      count: 1,
      path: "bun.lockb",
    },
    { kind: "*.podspec", count: 2, path: "shops/till/ovens.podspec" },
  ]);
});

it("is silent of what others wrote, of tests, of what is read, and of what bears a name by chance", () => {
  const silent = ["vendor/x/bun.lockb", "test/fixtures/Podfile", "package.json", "bun.lock"];
  expect(told([...silent, "a/chapters/one/DESCRIPTION", "roles/oven/meta.yaml"])).toEqual([]);
  const reader = {
    id: "podfile",
    version: 1,
    detect: (path: string) => (path.endsWith("Podfile") ? ("history" as const) : ("none" as const)),
    read: () => ({}),
  };
  expect(told(["Podfile"], unreadKinds([reader]))).toEqual([]);
});

it("names forms that say what runs where and are not read for it, once each", () => {
  const paths = [
    "Pulumi.yaml",
    "infra/Pulumi.production.yaml",
    "helmfile.yaml",
    "environments/production/main.jsonnet",
    "inventories/production/group_vars/all/versions.yml",
    "inventories/production/group_vars/all/users.yml",
    "ovens/fleet.yaml",
    "jobs/till.nomad.hcl",
    "werf.yaml",
    "bundle.cue",
    "deploy/.imgpkg/images.yml",
  ];
  const found = told(paths, unreadKinds(allSources.files));
  expect(found.map(({ kind, count }) => [kind.split(" (")[0], count])).toEqual([
    ["Pulumi.yaml", 2],
    ["helmfile.yaml", 1],
    ["environments/*/main.jsonnet of Tanka", 1],
    ["variables of Ansible that hold versions", 1],
    ["fleet.yaml", 1],
    ["*.nomad", 1],
    ["werf.yaml", 1],
    ["bundle.cue of Timoni", 1],
    [".imgpkg/images.yml of Carvel", 1],
  ]);
  expect(found[0]?.kind).toContain("deployments.patterns");
});

it("stands among the sources, which read no lock file that it names", () => {
  const source = allSources.trees.find(({ id }) => id === "unread-kinds");
  expect(source?.readTree(["bun.lockb"]).get(".")?.unread).toHaveLength(1);
  expect(source?.readTree(["package.json", "Gemfile.lock"]).size).toBe(0);
  expect(lockFormatOf("bun.lockb")).toBeNull();
});
