import { spawn } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bakeryObjectives } from "#fixtures/objectives.ts";
import { git } from "#fixtures/isolated-git.ts";
import { shownCommands } from "../architecture/document-commands.ts";
import { projectRoot } from "../architecture/project-files.ts";
import { copySample, copySampleCache } from "./sample-copy.ts";
import { notTyped, typedCommands } from "./typed-commands.ts";

/** Every command that a document shows is typed, as built, where the sample organisation was assessed. */
const commands = typedCommands();
let home = "";
const at = (...names: string[]) => join(home, ...names);
/** What reads everything anew has no more to read than these. */
const few = ["back-office", "ticket-office", "web-kit"];
/** What a command may find, and must not spoil for the next. */
const kept = new Set(["bin", "assessed", "repos", "few", "clone", "slo"]);

/** In a shell, for documents show redirections and quotes; somebody answers what is asked with a role, and no more. */
function type(line: string, folder = home): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn("sh", ["-c", line], {
      cwd: folder,
      env: {
        ...process.env,
        PATH: `${at("bin")}:${process.env["PATH"] ?? ""}`,
        XDG_CACHE_HOME: at("cache"),
        NO_COLOR: "1",
      },
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, said }));
    child.stdin.on("error", () => undefined).end("engineering lead\n");
  });
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "fulcrum-documents-"));
  // Below a closed folder root would keep its database elsewhere, where nobody removes it.
  chmodSync(home, 0o755);
  for (const name of ["bin", "slo"]) mkdirSync(at(name));
  const main = join(projectRoot, "dist", "bundle", "main.js");
  writeFileSync(at("bin", "fulcrum"), `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`, {
    mode: 0o755,
  });
  copySample(at("repos"));
  copySample(at("few", "repos"), few);
  git(["clone", "--quiet", at("repos", "back-office"), at("clone")]);
  writeFileSync(at("slo", "bakery.yaml"), bakeryObjectives);
  copySampleCache(at("cache"));
  const { code, said } = await type("fulcrum assess repos --no-out --quiet");
  expect([code, said]).toEqual([0, expect.any(String)]);
  cpSync(at("cache"), at("assessed"), { recursive: true });
});
beforeEach(() => {
  for (const name of readdirSync(home))
    if (!kept.has(name)) rmSync(at(name), { recursive: true, force: true });
  cpSync(at("assessed"), at("cache"), { recursive: true });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe("a command that a document shows", () => {
  it("is found in the documents", () => {
    expect(commands.length).toBeGreaterThan(40);
  });

  it.each(commands)("$document: $shown", async ({ typed }) => {
    const isOfClone = /^fulcrum duplicates .*--(?:changed|staged|base)/.test(typed);
    const readsAnew = / --(?:no-cache|duplication-trend)/.test(typed);
    const folder = isOfClone ? at("clone") : readsAnew ? at("few") : home;
    const { code, said } = await type(typed, folder);
    expect([code, said]).toEqual([0, expect.any(String)]);
  });

  it("is left out for a reason only while a document shows it", () => {
    const unused = notTyped.filter(
      ([pattern]) =>
        !shownCommands.some(({ command }) =>
          pattern.test(command.replace(/^npm run fulcrum -- /, "fulcrum ")),
        ),
    );
    expect(unused).toEqual([]);
  });
});
