import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { updateBots } from "#sources/automation/update-bots.ts";

const read = (path: string, text: string) => updateBots.read({ path, text }).updateBots ?? [];

describe("Dependabot", () => {
  it("raises what each of its updates names, in its folders", () => {
    const text = `version: 2
updates:
  - package-ecosystem: "cargo"
    directories: ["/", "/ovens/"]
  - package-ecosystem: github-actions
    directory: /
  - package-ecosystem: npm
    directory: "web"
    open-pull-requests-limit: 0
  - package-ecosystem: sourdough
    directory: /
`;
    expect(updateBots.detect(".github/dependabot.yml")).toBe("head");
    expect(read(".github/dependabot.yml", text)).toEqual([
      { bot: "Dependabot", types: ["cargo"], folders: [".", "ovens"], line: 3 },
      { bot: "Dependabot", types: ["githubactions"], folders: ["."], line: 5 },
      { bot: "Dependabot", types: ["npm"], folders: ["web"], line: 7, isSecurityOnly: true },
    ]);
  });

  it("reads only the file at its own place", () => {
    expect(updateBots.detect("templates/.github/dependabot.yml")).toBe("none");
    expect(updateBots.detect("test-app/renovate.json")).toBe("none");
  });
});

describe("Renovate", () => {
  it.each([
    ['{ "extends": ["github>bakery/renovate-config"] }', null],
    ['{ "enabledManagers": ["gomod", "github-actions"] }', ["golang", "githubactions"]],
    ["// ours\n{ extends: ['config:base'], }", null],
  ])("raises with %s", (text, types) => {
    const path = text.startsWith("//") ? ".github/renovate.json5" : "renovate.json";
    expect(read(path, text)).toEqual([{ bot: "Renovate", types, folders: null, line: 1 }]);
  });

  it("leaves out a manager that is off, and is none where it is off itself", () => {
    const [bot] = read("renovate.json", '{ "cargo": { "enabled": false } }');
    expect(bot?.types).not.toContain("cargo");
    expect(bot?.types).toContain("npm");
    expect(read("renovate.json", '{ "enabled": false }')).toEqual([]);
    expect(read("renovate.json", "{ broken")).toEqual([]);
  });
});

it("never throws, whatever stands there", () => {
  const piece = fc.constantFrom(
    "updates:",
    "\n  - ",
    "package-ecosystem: ",
    "npm",
    "{",
    "}",
    '"',
    ":",
    "[",
    "]",
    "&a",
    "*a",
    "\n",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      for (const path of [".github/dependabot.yml", "renovate.json", ".renovaterc"])
        for (const { line } of read(path, pieces.join(""))) expect(line).toBeGreaterThan(0);
    }),
  );
});
