import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { askOn } from "#surfaces/cli/ask.ts";
import { recordRun, type RecordedOptions } from "./recorded-session.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fulcrum-documents-"));
  await mkdir(join(folder, "repos"));
  await run(["assess", "repos", "--no-out", "--quiet"]);
});
afterEach(() => rm(folder, { recursive: true }));

const run = (args: readonly string[], options: Partial<RecordedOptions> = {}) =>
  recordRun(args, { workingFolder: folder, ...options });

describe("what next", () => {
  test("proposals as they are read aloud, and whom to talk to; in the other order where that is asked", async () => {
    const { out } = await run(["next"]);
    expect(out).toMatch(/^1\. Make major versions of dough-kit cost their users less/);
    for (const words of [
      "87 (24 to 558) hours a year at stake, felt by 6 teams",
      "First     Ask two teams that took the last major version of dough-kit",
      "Success   upgrades to a new major version that users did: 31 a year today",
      "Against   A major version may have broken nobody",
      "Whom to talk to",
    ])
      expect(out).toContain(words);
    const rows: unknown = JSON.parse((await run(["next", "--by-effort", "--format", "json"])).out);
    expect(rows).toMatchObject({ proposals: [{ valuePerEffort: { likely: 3.6 } }, {}] });
    expect((await run(["next", "--format", "markdown"])).out).toContain("| Proposal |");
  });

  test("of one product, its own goals first; of another nothing", async () => {
    const { out } = await run(["next", "order-tracker"]);
    expect(out.split("\n")[0]).toBe(
      "Reach the target of customers who order again within 30 days: 44 %; the target is 50",
    );
    expect((await run(["next", "dough-kit"])).notes).toContain("Nothing that was found is for");
  });

  test("a proposal opens by its title into how its hours were come by", async () => {
    const title = "Agree on one way: HTTP client (faraday or http)";
    const { out } = await run(["explain", title]);
    expect(out).toContain("38 (0 to 210) person-hours a year");
    expect(out).toContain("rests on a change takes");
  });
});

describe("value and maturity", () => {
  test("the ledger with the platform's sum; one capability with why figures are missing", async () => {
    const whole = await run(["value"]);
    expect(whole.out).toContain(
      "Platform: 64 person-months put into 1 capability; saved between 0 and 403: not shown yet to pay for itself.",
    );
    const one = await run(["value", "proof-ci"]);
    expect(one.notes).toContain("investedPersonMonths: fewer than 5 people worked on it");
    const rows: unknown = JSON.parse((await run(["value", "--format", "json"])).out);
    expect(rows).toMatchObject({ platform: { investedPersonMonths: 64.2 } });
  });

  test("a name that is not there: what was probably meant", async () => {
    const { code, notes } = await run(["value", "dough-kitt"]);
    expect(code).toBe(2);
    expect(notes).toContain("Did you mean dough-kit?");
  });

  test("levels with what holds them back", async () => {
    const { out } = await run(["maturity", "--all"]);
    expect(out).toContain("3 intrinsic pull");
    expect(out).toContain("unknown");
    expect(out).toContain("said      level 2, extrinsic push");
  });
});

describe("the decision", () => {
  test("verdict and every signal, with why it is unknown", async () => {
    const { out } = await run(["signals"]);
    expect(out).toContain("The same problem is solved in different ways");
    expect(out).toMatch(/not looked at +25 %/);
    expect(out.trimEnd().split("\n").length).toBeGreaterThanOrEqual(14);
  });

  test("the verdict is at most ten lines that somebody reads aloud", async () => {
    const { out } = await run(["verdict"]);
    const lines = out.trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(10);
    expect(lines[0]).toMatch(/^About \d of 7 signs hold \(80 %: \d to \d\)\. Leaning /);
    expect(out).toContain("If you do: ");
    expect(out).toContain("What would settle it");
    const json: unknown = JSON.parse((await run(["verdict", "--format", "json"])).out);
    expect(json).toMatchObject({ answer: "undecided", chances: { needed: expect.any(Number) } });
  });

  test("a range with its reasons, and options with what was answered", async () => {
    expect((await run(["staffing"])).out).toMatch(/^If you do: \S/);
    expect((await run(["sourcing"])).out).toContain("questions answered");
    const json: unknown = JSON.parse((await run(["sourcing", "--format", "json"])).out);
    expect(json).toHaveProperty("options");
  });
});

describe("papers", () => {
  test("the charter holds goals, decisions and what was said, and no markup of strangers", async () => {
    const { out } = await run(["charter"]);
    expect(out).toContain("# Platform charter of Crumb &amp; Co bakeries (draft)");
    expect(out).toContain("For branches, so that every loaf tastes the same");
    expect(out).toContain("One dough for every branch");
    expect(out).not.toContain("<script");
  });

  test("a file that is there is not written over unless asked for", async () => {
    await writeFile(join(folder, "charter.md"), "ours\n");
    const refused = await run(["charter", "--out", "charter.md"]);
    expect(refused.code).toBe(5);
    expect(refused.notes).toContain("--force");
    expect(await readFile(join(folder, "charter.md"), "utf8")).toBe("ours\n");
    expect((await run(["charter", "--out", "charter.md", "--force"])).code).toBe(0);
    expect(await readFile(join(folder, "charter.md"), "utf8")).toContain("# Platform charter");
  });

  test("a redacted one-pager names neither teams nor components", async () => {
    const open = (await run(["one-pager", "dough-kit"])).out;
    expect(open).toContain("shop-aldgate");
    const closed = (await run(["one-pager", "dough-kit", "--redacted"])).out;
    expect(closed).not.toMatch(/shop-|Storefront|Deliveries|Recipes|Ovens/);
    expect(closed).toContain("| Component A | Team ");
    expect(closed).toContain("118 person-months (0 to 403)");
  });

  test("as a page: no script, nothing fetched, every text escaped", async () => {
    const { out } = await run(["one-pager", "dough-kit", "--format", "html"]);
    expect(out).toContain("<h1>dough-kit</h1>");
    expect(out).toContain("default-src 'none'");
    expect(out).not.toMatch(/<script|<img|onerror=/);
  });
});

describe("interview", () => {
  const ownership = ["interview", "--topic", "ownership", "--role", "engineering lead"];
  const file = () => readFile(join(folder, "fulcrum-interview.yaml"), "utf8");

  test("keeps each answer at once, and goes on where it stopped", async () => {
    const first = await run(ownership, { input: ["4", "q"] });
    expect(first.out).toContain("1 answer kept");
    expect(first.out).toContain("2 questions left");
    expect(await file()).toContain(
      "question: platform-product-owner\n    answer: nobody\n    role: engineering lead",
    );
    const second = await run(ownership, { input: ["7", "2", ""] });
    expect(second.out).toContain("2 of 3, decides signal 4");
    expect(second.out).toContain("A number from 1 to 6.");
    expect(await file()).toContain("question: who-decides-priorities\n    answer: lead");
    const third = await run(ownership, { input: ["unsure"] });
    expect(third.out).toContain("3 of 3");
    expect((await run(ownership)).notes).toContain("Everything is answered.");
  });

  test("asked again, the answer takes the place of the earlier one, and comments stay", async () => {
    await run(ownership, { input: ["4", "q"] });
    await writeFile(join(folder, "fulcrum-interview.yaml"), `# ours\n${await file()}`);
    await run([...ownership, "--again"], { input: ["1", "q"] });
    const text = await file();
    expect(text).toContain("# ours");
    expect(text.match(/platform-product-owner/g)).toHaveLength(1);
    expect(text).toContain("answer: product-manager");
  });

  test("answers are kept where the next assessment looks for them", async () => {
    await writeFile(join(folder, "repos", "fulcrum.yaml"), "interview: said/answers.yaml\n");
    await run(["assess", "repos", "--no-out", "--quiet"]);
    await run(ownership, { input: ["4", "q"] });
    const text = await readFile(join(folder, "repos", "said", "answers.yaml"), "utf8");
    expect(text).toContain("answer: nobody");
  });

  test("without a role nothing is asked; a file of something else is left alone", async () => {
    expect((await run(["interview"])).code).toBe(2);
    await writeFile(join(folder, "fulcrum-interview.yaml"), "name: x\n");
    const { code, notes } = await run(ownership, { input: ["1"] });
    expect(code).toBe(2);
    expect(notes).toContain("no file of interview answers");
    expect(await file()).toBe("name: x\n");
  });

  test("the form has every question, and reads as no answers", async () => {
    const { out } = await run(["interview", "--form"]);
    expect(out).toContain("question: maturity-adoption");
    await writeFile(join(folder, "fulcrum-interview.yaml"), out);
    const resumed = await run(ownership, { input: ["1", "q"] });
    expect(resumed.code).toBe(0);
    expect(resumed.out).toContain("1 of 3");
  });
});

test("lines of a pipe answer one question each, and its end is the end", async () => {
  const input = new PassThrough();
  const ask = askOn(() => input, new PassThrough());
  input.write("one\ntwo\n");
  expect(await ask("?")).toBe("one");
  expect(await ask("?")).toBe("two");
  const last = ask("?");
  input.end("three");
  expect(await last).toBe("three");
  expect(await ask("?")).toBeNull();
});
