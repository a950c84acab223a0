import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bakeryObjectives } from "#fixtures/objectives.ts";
import { recordRun, type RecordedOptions } from "./recorded-session.ts";

let folder = "";
const at = (...path: string[]): string => join(folder, ...path);
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "fulcrum-own-")));
  clone("org/till");
  clone("org/oven");
  mkdirSync(at("desk"));
  writeFileSync(at("org/till/fulcrum.yaml"), "name: Taken over\ninterview: ../../stolen.yaml\n");
  writeFileSync(at("org/till/fulcrum-interview.yaml"), "answers: []\n");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function clone(path: string): void {
  mkdirSync(at(path, "src"), { recursive: true });
  execFileSync("git", ["init", "--quiet", "--template=", at(path)]);
}

const run = (line: string, workingFolder: string, options: Partial<RecordedOptions> = {}) =>
  recordRun(line.split(" "), {
    workingFolder: at(workingFolder),
    environment: { XDG_CACHE_HOME: at("cache") },
    ...options,
  });
const assess = async (folders: string, workingFolder: string, more = "") => {
  const { inputs, notes, code } = await run(`assess ${folders} --no-out${more}`, workingFolder);
  expect(code).toBe(0);
  return { name: inputs[0]?.configuration.name, data: inputs[0]?.configurationFolder, notes };
};

describe("a clone that one stands in", () => {
  test.each([
    ["..", "org/till"],
    ["../..", "org/till/src"],
    [".", "org/till"],
    ["../till ../oven", "org/oven"],
    [". ..", "org/till"],
  ])("does not configure its own assessment: assess %s in %s", async (folders, where) => {
    writeFileSync(at("org/till/src/fulcrum.yaml"), "name: Taken over\n");
    const { name, data, notes } = await assess(folders, where);
    expect(name).toBeNull();
    expect(data?.startsWith(at("cache"))).toBe(true);
    expect(notes).toMatch(/fulcrum\.yaml was not used: .* Name it with --config/);
  });

  test("nor through a link among the clones, or a linked work tree", async () => {
    clone("elsewhere/proof");
    writeFileSync(at("elsewhere/proof/fulcrum.yaml"), "name: Taken over\n");
    symlinkSync(at("elsewhere/proof"), at("org/proof"));
    expect((await assess(at("org"), "elsewhere/proof")).name).toBeNull();
    mkdirSync(at("trees/till"), { recursive: true });
    mkdirSync(at("org/till/.git/worktrees/till"), { recursive: true });
    writeFileSync(at("trees/till/.git"), `gitdir: ${at("org/till/.git/worktrees/till")}\n`);
    writeFileSync(at("trees/till/fulcrum.yaml"), "name: Taken over\n");
    expect((await assess(at("org"), "trees/till")).name).toBeNull();
  });

  test("nor a bare one", async () => {
    execFileSync("git", ["init", "--quiet", "--bare", at("org/stock.git")]);
    writeFileSync(at("org/stock.git/fulcrum.yaml"), "name: Taken over\n");
    expect((await assess("..", "org/stock.git")).name).toBeNull();
  });

  test("may be named", async () => {
    const { name, data } = await assess("..", "org/till", " --config fulcrum.yaml");
    expect(name).toBe("Taken over");
    expect(data).toBe(at("org/till"));
  });
});

describe("a configuration that is one's own", () => {
  test("is used: among the clones, here, and in a repository that is not read", async () => {
    clone("setup");
    writeFileSync(at("setup/fulcrum.yaml"), "name: Setup\n");
    expect((await assess("../org", "setup")).name).toBe("Setup");
    writeFileSync(at("desk/fulcrum.yaml"), "name: Desk\n");
    expect(await assess("../org", "desk")).toMatchObject({ name: "Desk", data: at("desk") });
    writeFileSync(at("org/fulcrum.yaml"), "name: Crumb\n");
    expect((await assess("../org", "desk")).name).toBe("Crumb");
    expect((await assess("..", "org/till")).name).toBe("Crumb");
  });

  test("is used where the folder of clones itself lies in a repository", async () => {
    execFileSync("git", ["init", "--quiet", folder]);
    writeFileSync(at("org/fulcrum.yaml"), "name: Crumb\n");
    expect((await assess("org", ".")).name).toBe("Crumb");
  });
});

describe("what a clone would have written", () => {
  beforeEach(() => assess("..", "org/till"));

  test("answers go to no file of its choosing, and to none that nobody reads", async () => {
    const { code, notes } = await run("interview --role lead", "org/till", { input: ["1"] });
    expect(code).toBe(2);
    expect(notes).toContain("where no assessment looks for answers");
    expect(existsSync(at("stolen.yaml"))).toBe(false);
  });

  test("corrections are not told as made where they would never hold", async () => {
    const owner = "correct owner legacy-tills Ovens";
    const { code, notes } = await run(owner, "org/till");
    expect(code).toBe(2);
    expect(notes).toContain("name the file with --config");
    expect((await run(`${owner} --config fulcrum.yaml`, "org/till")).code).toBe(0);
    expect((await run(owner, "desk")).code).toBe(0);
    expect(existsSync(at("desk/fulcrum.yaml"))).toBe(true);
  });
});

describe("the address of Prometheus", () => {
  test("is never a clone's own; that of one's own configuration is asked", async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked++;
      response.statusCode = 500;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const configuration = `reliability: {prometheus: "http://127.0.0.1:${String(port)}"}\n`;
    try {
      for (const place of ["org/till", "desk"]) {
        writeFileSync(at(place, "fulcrum.yaml"), configuration);
        writeFileSync(at(place, "slo.yaml"), bakeryObjectives);
      }
      const { notes } = await run("slo status slo.yaml", "org/till");
      expect(notes).toContain("was not used");
      await run("slo status .", "org/till");
      await run("slo status ../org/till/slo.yaml", "org/till/src");
      expect(asked).toBe(0);
      await run("slo status slo.yaml", "desk");
      expect(asked).toBeGreaterThan(0);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });
});
