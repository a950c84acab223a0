import { describe, expect, it } from "vitest";
import { accessInMemory } from "#fixtures/access-in-memory.ts";
import type { OpenDatabase } from "#ports/database.ts";
import { isTokenText } from "#operations/access/token-text.ts";
import { recordRun, type RecordedRun } from "./recorded-session.ts";

function withTokens() {
  const access = accessInMemory();
  let open = 0;
  const unused = (): never => {
    throw new Error("no command about tokens asks for this");
  };
  const openDatabase: OpenDatabase = async () => {
    open++;
    return {
      state: unused,
      migrate: () => Promise.resolve([]),
      assessments: unused,
      organisations: unused,
      jobs: unused,
      inbox: unused,
      declaredFacts: unused,
      retention: unused,
      care: unused,
      access: () => Promise.resolve(access),
      connections: unused,
      gone: new AbortController().signal,
      close: async () => void open--,
    };
  };
  const run = (...args: string[]): Promise<RecordedRun> =>
    recordRun(args, { workingFolder: "/nowhere", openDatabase });
  return { access, run, opened: () => open };
}

describe("fulcrum token", () => {
  it("makes one, whose text alone stands on standard output, and writes that down", async () => {
    const { access, run, opened } = withTokens();
    const made = await run(
      "token",
      "create",
      "--role",
      "member",
      "--name",
      "ci",
      "--expires",
      "7d",
    );
    expect([made.code, isTokenText(made.out.trimEnd()), opened()]).toEqual([0, true, 0]);
    expect(made.notes).toContain("good until 2026-03-11T10:00:00.000Z");
    expect(access.entries).toMatchObject([
      { identity: "command", verb: "create-token", outcome: "done", tokenId: null },
    ]);
    expect(JSON.stringify(access.entries)).not.toContain(made.out.slice(8, 40));
  });

  it("lists them without their text, and revokes one", async () => {
    const { access, run } = withTokens();
    expect((await run("token", "list")).out).toContain("There is no token yet");
    const words = ["--role", "viewer", "--name", "till \u001b[2J", "--organisation", "bakery"];
    const { out: text } = await run("token", "create", ...words);
    expect(text).toBe("");
    await run("token", "create", "--role", "viewer", "--name", "till", "--organisation", "bakery");
    expect((await run("token", "revoke", "1")).out).toBe("Token 1 (till) opens nothing now.\n");
    const { out } = await run("token", "list");
    expect(out).toMatch(/ 1 +till +viewer +bakery +2026-06-02T10:00:00.000Z +never +revoked/);
    expect(JSON.parse((await run("token", "list", "--format", "json")).out)).toMatchObject([
      { id: "1", organisations: ["bakery"], revoked: "2026-03-04T10:00:00.000Z" },
    ]);
    const none = await run("token", "revoke", "7");
    expect([none.code, none.notes]).toEqual([2, expect.stringContaining("fulcrum token list")]);
    expect(access.entries.map(({ outcome }) => outcome)).toEqual(["done", "done", "failed"]);
  });

  it.each([
    [["--name", "ci"], "--role"],
    [["--role", "owner", "--name", "ci"], "viewer, member, steward, admin"],
    [["--role", "member"], "--name"],
    [["--role", "member", "--name", "ci", "--expires", "never"], "1d to 366d"],
    [["--role", "member", "--name", ""], "1 to 100 characters"],
  ])("refuses %j", async (args, said) => {
    const { run } = withTokens();
    const { code, notes } = await run("token", "create", ...args);
    expect([code, notes]).toEqual([2, expect.stringContaining(said)]);
  });
});

it("fulcrum audit writes what was done and denied, a line of JSON each", async () => {
  const { access, run } = withTokens();
  await run("token", "create", "--role", "viewer", "--name", "till");
  await access.audit.add({
    at: Date.parse("2026-03-05T00:00:00Z"),
    identity: "nobody",
    actorId: null,
    tokenId: null,
    verb: null,
    method: "GET",
    target: "/\u0085\u202e",
    outcome: "denied",
    reason: "wrong-host",
    status: 421,
    requestId: "order-7",
  });
  const { code, out, notes } = await run("audit");
  const lines = out.trimEnd().split("\n");
  expect([code, notes, lines.length]).toEqual([0, "", 2]);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ identity: "command", verb: "create-token" });
  expect(out).not.toMatch(/[\u0085\u202e]/);
  expect((await run("audit", "--until", "2026-03-05")).out).toBe(`${lines[0] ?? ""}\n`);
  expect((await run("audit", "--since", "2026-03-05")).out).toBe(`${lines[1] ?? ""}\n`);
  expect((await run("audit", "--since", "soon")).code).toBe(2);
});
