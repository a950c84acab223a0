import { describe, expect, it } from "vitest";
import type { UpdateBot } from "#evidence/automation.ts";
import { automationOf, botFor, forgeOwnerOf, noAutomation } from "#model/automation.ts";
import { fileAtHead } from "#fixtures/evidence.ts";
import { repository } from "./observatory.ts";

const bot = (more: Partial<UpdateBot> = {}): UpdateBot => ({
  bot: "Dependabot",
  types: ["npm"],
  folders: ["."],
  line: 3,
  ...more,
});
const raised = (bots: readonly UpdateBot[], purl: string, path: string | null) =>
  botFor({ ...noAutomation, bots: new Map([["dome", bots]]) }, "dome", purl, path);

describe("the bot of a file", () => {
  it.each([
    [bot(), "pkg:npm/lens", "package-lock.json", true],
    [bot(), "pkg:npm/lens", "web/package-lock.json", false],
    [bot(), "pkg:gem/lens", "Gemfile.lock", false],
    [bot(), "pkg:npm/lens", null, true],
    [bot({ folders: ["web"] }), "pkg:npm/lens", "web/package-lock.json", true],
    [bot({ folders: ["web/*"] }), "pkg:npm/lens", "web/sky/package-lock.json", true],
    [bot({ folders: ["web/**"] }), "pkg:npm/lens", "web/sky/night/package-lock.json", true],
    [bot({ folders: null, types: null }), "pkg:gem/lens", "a/b/Gemfile.lock", true],
    [bot({ types: ["githubactions"] }), "pkg:githubactions/a/b", ".github/workflows/ci.yml", true],
  ])("%j raises %s of %s: %s", (one, purl, path, expected) => {
    expect(raised([one], purl, path) !== null).toBe(expected);
  });

  it("is one that raises newer versions before one for security alone", () => {
    const security = bot({ isSecurityOnly: true });
    expect(raised([security, bot()], "pkg:npm/lens", "package-lock.json")).toEqual(bot());
    expect(raised([security], "pkg:npm/lens", "package-lock.json")).toEqual(security);
  });
});

it("the owner on a forge is what stands before the name", () => {
  expect(forgeOwnerOf("repository:github.com/Observatory/dome")).toBe("observatory");
  expect(forgeOwnerOf("repository:gitlab.com/observatory/south/dome")).toBe("south");
  expect(forgeOwnerOf("repository:dome")).toBeNull();
});

it("is gathered with where it stands", () => {
  const jobs = [{ from: 1, to: 2, isCall: true, reach: null, loose: [] }] as const;
  const one = {
    ...repository("dome", []),
    head: { commit: "c1", at: 5 },
    headFiles: [
      fileAtHead(".github/dependabot.yml", { updateBots: [bot()] }),
      fileAtHead(".github/workflows/ci.yml", { pipelineJobs: jobs }),
      fileAtHead("docs/a.md", { bulkChangeTools: [{ name: "bulk-changer", line: 4 }] }),
    ],
  };
  const { id } = one;
  const place = { repositoryId: id, commit: "c1", at: 5 };
  expect(automationOf([one, { ...repository("shut", []), head: null }])).toEqual({
    bots: new Map([[id, [bot()]]]),
    workflows: [{ ...place, path: ".github/workflows/ci.yml", jobs }],
    bulkTools: [{ ...place, path: "docs/a.md", name: "bulk-changer", line: 4 }],
  });
});
