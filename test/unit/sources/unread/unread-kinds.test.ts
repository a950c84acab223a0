import { expect, it } from "vitest";
import { lockFormatOf } from "#sources/locks/formats.ts";
import { allSources } from "#sources/registry.ts";
import { unreadKinds } from "#sources/unread/unread-kinds.ts";

function told(paths: readonly string[], readers = unreadKinds([])): string[] {
  const facts = readers.readTree(paths).get(".");
  return (facts?.problems ?? []).map(({ code, text }) => `${code}: ${text}`);
}

it("names each kind once, with the first file and how many more", () => {
  expect(told(["bun.lockb", "shops/till/ovens.podspec", "a.podspec", "README.md"])).toEqual([
    "unsupported: bun.lockb (Bun, binary) is a kind of file that is not read: bun.lockb; `bun install --save-text-lockfile` writes bun.lock, which is read",
    "unsupported: *.podspec (CocoaPods) is a kind of file that is not read: shops/till/ovens.podspec and 1 more",
  ]);
});

it("is silent of what others wrote, of tests and of what is read", () => {
  expect(told(["vendor/x/bun.lockb", "test/fixtures/Podfile", "package.json", "bun.lock"])).toEqual(
    [],
  );
  const reader = {
    id: "podfile",
    version: 1,
    detect: (path: string) => (path.endsWith("Podfile") ? ("history" as const) : ("none" as const)),
    read: () => ({}),
  };
  expect(told(["Podfile"], unreadKinds([reader]))).toEqual([]);
});

it("stands among the sources, which read no lock file that it names", () => {
  const source = allSources.trees.find(({ id }) => id === "unread-kinds");
  expect(source?.readTree(["bun.lockb"]).get(".")?.problems).toHaveLength(1);
  expect(source?.readTree(["package.json", "Gemfile.lock"]).size).toBe(0);
  expect(lockFormatOf("bun.lockb")).toBeNull();
});
