import { execFileSync } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { correctFact } from "#operations/correct-fact.ts";
import { holdInterview } from "#operations/hold-interview.ts";
import { readConfiguration } from "#operations/configuration/read-configuration.ts";
import { writeInitialConfiguration } from "#operations/write-initial-configuration.ts";
import { processorMilliseconds } from "#fixtures/growth.ts";
import { contextOver } from "#fixtures/quiet-context.ts";
import { sampleReport } from "#fixtures/sample-report.ts";

const report = sampleReport();
const context = contextOver(report);

let folder = "";
let path = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fulcrum-lost-"));
  path = join(folder, "fulcrum.yaml");
});
afterEach(() => rm(folder, { recursive: true }));
const text = () => readFile(path, "utf8");
const modeOf = async () => (await stat(path)).mode & 0o777;

const correct = (component: string, owner = "Ovens") =>
  correctFact(context, {
    assessment: context.assessments.id,
    configurationPath: path,
    correction: { kind: "owner", component, owner, reason: null },
    undo: false,
  });
const interview = (role: string) =>
  holdInterview(context, { path, role, topic: "ownership", again: false });

describe("corrections at once", () => {
  test("are all kept, mode and link as well", async () => {
    await writeFile(join(folder, "real.yaml"), "name: Crumb\n");
    await chmod(join(folder, "real.yaml"), 0o600);
    await symlink("real.yaml", path);
    const components = report.components.slice(0, 6).map(({ name }) => name);
    expect(components.length).toBeGreaterThan(4);
    await Promise.all(components.map((name) => correct(name)));
    for (const name of components) expect(await text()).toContain(`component: ${name}\n`);
    expect(await modeOf()).toBe(0o600);
    expect(await readFile(join(folder, "real.yaml"), "utf8")).toBe(await text());
  });

  test.each([
    ["Latin 1", Buffer.from("name: B\u00e4cker # \u00e4\n", "latin1")],
    ["UTF-16", Buffer.from("\ufeffname: B\u00e4cker\n", "utf16le")],
    ["UTF-16 without a mark", Buffer.from("name: Crumb\n", "utf16le")],
  ])("a file in %s is refused, and keeps its letters", async (_, bytes) => {
    await writeFile(path, bytes);
    const refused = { code: "configuration-invalid", message: expect.stringContaining("UTF-8") };
    await expect(correct("legacy-tills")).rejects.toMatchObject(refused);
    await expect(interview("baker")).rejects.toMatchObject(refused);
    const read = readConfiguration({ log: context.log }, { path, lookIn: [], read: [] });
    await expect(read).rejects.toMatchObject(refused);
    expect(await readFile(path)).toEqual(bytes);
  });

  test("a pipe in place of the file is refused at once, not waited for", async () => {
    execFileSync("mkfifo", [path]);
    await expect(correct("legacy-tills")).rejects.toMatchObject({
      code: "configuration-invalid",
      next: expect.stringContaining("--config"),
    });
  });
});

test.each(
  ["answers:\n  ", ""].flatMap((start) => [
    `${start}${"- ? ".repeat(60)}`,
    `${start}${"{".repeat(6000)}`,
  ]),
)(
  "a file of answers that would hold up or end the process is refused (%.14s …)",
  async (hostile) => {
    await writeFile(path, hostile);
    const began = processorMilliseconds();
    await expect(interview("baker")).rejects.toMatchObject({ code: "configuration-invalid" });
    expect(processorMilliseconds() - began).toBeLessThan(3000);
  },
);

describe("interviews at once", () => {
  test("keep each other's answers, and what a person writes in between", async () => {
    const [lead, baker] = [await interview("lead"), await interview("baker")];
    const [first, second] = lead.questions;
    await lead.record(first!, "nobody");
    await writeFile(path, `# by hand\n${await text()}`);
    await chmod(path, 0o640);
    await baker.record(first!, "product-manager");
    await Promise.all([
      lead.record(second!, second!.choices![0]!.id),
      baker.record(second!, second!.choices![1]!.id),
    ]);
    const kept = await text();
    expect(kept).toContain("# by hand");
    expect(kept.match(/- question: /g)).toHaveLength(4);
    expect(kept.match(/role: baker/g)).toHaveLength(2);
    expect(await modeOf()).toBe(0o640);
  });

  test("what a person broke in between is said, and left as it is", async () => {
    const lead = await interview("lead");
    await lead.record(lead.questions[0]!, "nobody");
    await writeFile(path, "answers: [");
    await expect(lead.record(lead.questions[1]!, "lead")).rejects.toMatchObject({
      code: "configuration-invalid",
    });
    expect(await text()).toBe("answers: [");
  });
});

describe("a configuration made anew", () => {
  const init = (force = false) =>
    writeInitialConfiguration(context, {
      assessment: context.assessments.id,
      folders: [repositories()],
      path,
      force,
    });
  const repositories = (): string => {
    execFileSync("git", ["init", "--quiet", "--bare", join(folder, "clones", "till.git")]);
    return join(folder, "clones");
  };

  test("never takes the place of one that came first", async () => {
    const done = await Promise.allSettled([init(), init(), init()]);
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(init()).rejects.toMatchObject({ code: "usage" });
    await chmod(path, 0o600);
    await init(true);
    expect(await modeOf()).toBe(0o600);
  });

  test("is made where a link leads nowhere yet", async () => {
    await symlink("later.yaml", path);
    await init();
    expect(await readFile(join(folder, "later.yaml"), "utf8")).toBe(await text());
  });
});
