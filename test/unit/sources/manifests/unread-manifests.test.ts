import { expect, it } from "vitest";
import { unreadManifests } from "#sources/manifests/unread-manifests.ts";
import { allSources } from "#sources/registry.ts";

it("counts manifests by kind, and leaves out copies and what bears the name by chance", () => {
  const found = unreadManifests.readTree([
    "conanfile.py",
    "libs/reel/conanfile.py",
    "vendor/lamp/conanfile.py",
    "tools/lamp.nimble",
    "docs/chapters/one/DESCRIPTION",
    "roles/lamp/meta.yaml",
    "package.json",
  ]);
  expect(found.get(".")?.unread).toEqual([
    { kind: "conanfile.py", count: 2, path: "conanfile.py" },
    { kind: "*.nimble", count: 1, path: "tools/lamp.nimble" },
  ]);
  expect(unreadManifests.readTree(["package.json"]).size).toBe(0);
});

it("names nothing that a source reads", () => {
  const names = ["conanfile.py", "stack.yaml", "flake.nix", "DESCRIPTION", "pixi.toml", "Brewfile"];
  const read = names.filter((name) =>
    allSources.files.some((source) => source.id !== "code" && source.detect(name) === "history"),
  );
  expect(read).toEqual([]);
});
