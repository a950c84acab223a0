import { expect, it } from "vitest";
import { npmWorkspaceLists } from "#sources/manifests/npm/workspace-lists.ts";

it("reads the members of pnpm and lerna monorepos", () => {
  const pnpm = "packages:\n  - 'packages/*'\n  - '!**/test/**'\n";
  expect(npmWorkspaceLists.read({ path: "pnpm-workspace.yaml", text: pnpm })).toEqual({
    workspaces: ["packages/*", "!**/test/**"],
  });
  const lerna = `{"packages": ["modules/*"], "version": "1.0.0"}`;
  expect(npmWorkspaceLists.read({ path: "lerna.json", text: lerna })).toEqual({
    workspaces: ["modules/*"],
  });
});

it("says what is broken or too much", () => {
  const codes = (text: string): string[] =>
    (npmWorkspaceLists.read({ path: "pnpm-workspace.yaml", text }).problems ?? []).map(
      (p) => p.code,
    );
  expect(codes("packages: [")).toEqual(["invalid"]);
  const bomb = `a: &a [x]\npackages: [${"*a, ".repeat(200)}*a]`;
  expect(codes(bomb)).toEqual(["invalid"]);
});
