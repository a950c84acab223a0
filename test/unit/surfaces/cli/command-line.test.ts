import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import stringWidth from "string-width";
import { FulcrumError } from "#kernel/errors.ts";
import { report as reportSchema } from "#sections/report.ts";
import { recordRun, type RecordedOptions } from "./recorded-session.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fulcrum-cli-"));
  await mkdir(join(folder, "repos"));
});
afterEach(() => rm(folder, { recursive: true }));

const run = (line: string, options: Partial<RecordedOptions> = {}) =>
  recordRun(
    line.split(" ").filter((word) => word !== ""),
    { workingFolder: folder, ...options },
  );

describe("assess", () => {
  test("prints a summary that fits 80 × 24", async () => {
    const { code, out } = await run("assess repos", { width: 80 });
    expect(code).toBe(0);
    const lines = out.trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(23);
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(80);
    expect(out).toMatchSnapshot();
  });

  test.each([60, 40])(
    "shrinks to %d columns: lines are wrapped, and nothing leads but the verdict",
    async (width) => {
      const { out } = await run("assess repos", { width });
      expect(Math.max(...out.split("\n").map((line) => stringWidth(line)))).toBeLessThanOrEqual(
        width,
      );
      expect(out.indexOf("Verdict")).toBeLessThan(out.indexOf("Proposals"));
      expect(out).not.toContain("Findings");
    },
  );

  test("writes the page, the JSON and what the other commands start from", async () => {
    const { code, inputs } = await run("assess repos --json report.json --out page.html --jobs 3");
    expect(code).toBe(0);
    expect((await readdir(folder)).toSorted()).toEqual([
      "cache",
      "page.html",
      "report.json",
      "repos",
    ]);
    const json = await readFile(join(folder, "report.json"), "utf8");
    expect(await readFile(join(folder, "page.html"), "utf8")).toBe(`<html>${json.length}</html>`);
    expect(inputs[0]).toMatchObject({
      folders: [join(folder, "repos")],
      configurationFolder: folder,
      asOf: null,
      jobs: 3,
      useCache: true,
      listBlobsTo: null,
    });
  });

  test("standard output carries what was asked for, progress goes elsewhere", async () => {
    const { out, notes } = await run("assess repos --format json");
    expect(reportSchema.safeParse(JSON.parse(out)).success).toBe(true);
    expect(notes).toContain("Reading repositories: 10 repositories\n");
    expect(notes.match(/ of 10 repositories/g)).toHaveLength(10);
    expect(notes).toContain("Report: fulcrum-report.html\n");
  });

  test("--quiet says nothing besides, --no-out writes no page", async () => {
    const { notes } = await run("assess repos --format json --quiet --no-out");
    expect(notes).toBe("");
    expect(await readdir(folder)).not.toContain("fulcrum-report.html");
  });

  test("Markdown holds no markup of repositories", async () => {
    const { out } = await run("assess repos --format markdown");
    expect(out).toContain("| Capability | Kind |");
    expect(out).not.toContain("<script");
  });

  test("--as-of ends with that day, an instant is taken as it stands", async () => {
    const day = await run("assess repos --as-of 2025-12-31");
    expect(day.inputs[0]?.asOf).toBe(Date.parse("2026-01-01T00:00:00Z") / 1000);
    const instant = await run("assess repos --as-of 2025-12-31T12:00:00Z");
    expect(instant.inputs[0]?.asOf).toBe(Date.parse("2025-12-31T12:00:00Z") / 1000);
  });

  test("takes fulcrum.yaml of the first folder before the one here", async () => {
    await writeFile(join(folder, "fulcrum.yaml"), "name: Here\n");
    expect((await run("assess repos")).inputs[0]?.configuration.name).toBe("Here");
    await writeFile(join(folder, "repos", "fulcrum.yaml"), "name: There\n");
    const { inputs } = await run("assess repos");
    expect(inputs[0]?.configuration.name).toBe("There");
    expect(inputs[0]?.configurationFolder).toBe(join(folder, "repos"));
  });

  test("one cache for one set of folders, in any order", async () => {
    await mkdir(join(folder, "more"));
    const [one, other, third] = await Promise.all([
      run("assess repos more"),
      run("assess more repos"),
      run("assess repos --cache own --no-out"),
    ]);
    expect(one.inputs[0]?.cacheFolder).toBe(other.inputs[0]?.cacheFolder);
    expect(third.inputs[0]?.cacheFolder).toBe(join(folder, "own"));
    expect((await run("assess repos --no-cache")).inputs[0]?.useCache).toBe(false);
  });

  test("colours only where a person watches and has not said no", async () => {
    const isColoured = async (options: Partial<RecordedOptions>): Promise<boolean> =>
      (await run("assess repos", options)).out.includes("\u001b[");
    expect(await isColoured({ width: 80, environment: { NO_COLOR: "" } })).toBe(true);
    expect(await isColoured({ width: 80 })).toBe(false);
    expect(await isColoured({ width: 80, environment: { NO_COLOR: "", TERM: "dumb" } })).toBe(
      false,
    );
    expect(await isColoured({ environment: { NO_COLOR: "" } })).toBe(false);
  });
});

describe("what a terminal would obey", () => {
  test("never reaches it, in any format", async () => {
    await run("assess repos");
    const hostile = /[\p{Cc}\p{Cf}]/u;
    for (const line of [
      "capabilities --all",
      "explain repository:git.example/crumb/order-tracker",
      "assess repos",
    ])
      for (const format of ["table", "json", "markdown"]) {
        const { code, out } = await run(`${line} --format ${format}`);
        expect(code).toBe(0);
        expect(out.replaceAll("\n", "")).not.toMatch(hostile);
      }
  });
});

describe("questions about the last assessment", () => {
  test("delivery, by component and by team; a wrong name and an empty answer say what to do", async () => {
    await run("assess repos");
    const all = await run("delivery --format json");
    expect(JSON.parse(all.out)).toMatchObject([{ environment: "production" }, {}]);
    const application = String((JSON.parse(all.out) as { application: string }[])[0]?.application);
    const one = await run(`delivery ${application}`);
    expect(one.out).toContain("production: stages: commit to merge");
    expect(one.out).toContain("production: failed: 5 of 103");
    const wrong = await run(`delivery ${application.slice(0, -1)}x`);
    expect(wrong.code).toBe(2);
    expect(wrong.notes).toContain(`Did you mean ${application}?`);
    const teams = await run("delivery --by team --format markdown");
    expect(teams.out).toMatch(/^\| Name .*\n.*\n\| Ovens /);
    const none = await run("delivery --environment nowhere");
    expect(none.code).toBe(0);
    expect(none.notes).toContain("No deployment answers to that.");
    expect((await run("delivery --by person")).code).toBe(2);
  });

  test("capabilities, the most used first, filtered", async () => {
    await run("assess repos");
    const all = await run("capabilities --format json");
    const rows: { name: string; adoptersNow: number }[] = JSON.parse(all.out);
    expect(rows.map((row) => row.adoptersNow)).toEqual(
      rows.map((row) => row.adoptersNow).toSorted((one, other) => other - one),
    );
    const some = await run("capabilities --kind api --all");
    expect(some.out.trimEnd().split("\n")).toHaveLength(2);
    expect(some.notes).toBe(`From the assessment of ${join(folder, "repos")} on 3 Mar 2026.\n`);
  });

  test("explain opens a name, cut unless --all, and a report that is named", async () => {
    await run("assess repos --json report.json");
    const short = await run("explain dough-kit");
    expect(short.out).toContain("more: --all");
    expect(short.out).toMatch(/git -C \S+ show -m --first-parent \w+ -- Gemfile/);
    const whole = await run("explain dough-kit --all --report report.json --quiet");
    expect(whole.out.length).toBeGreaterThan(short.out.length);
    expect(whole.notes).toBe("");
  });

  test("before the first one there is nothing to answer from", async () => {
    const { code, notes } = await run("explain dough-kit");
    expect(code).toBe(3);
    expect(notes).toBe(
      "Error: Nothing was assessed yet.\nAssess your repositories first: fulcrum assess ../repos\n",
    );
  });

  test("a report of something else is refused", async () => {
    await writeFile(join(folder, "other.json"), '{"schemaVersion":"0.1"}');
    for (const name of ["other.json", "missing.json"])
      expect((await run(`capabilities --report ${name}`)).code).toBe(3);
  });
});

describe("correct, init, cache", () => {
  test("a correction is written where the assessment took its configuration from", async () => {
    await writeFile(join(folder, "repos", "fulcrum.yaml"), "# ours\nname: There\n");
    await run("assess repos");
    const { code, out } = await run("correct owner legacy-tills Ovens --reason phone");
    expect(code).toBe(0);
    expect(out).toBe(
      "legacy-tills: owner was unknown, now Ovens.\nWritten to repos/fulcrum.yaml.\n",
    );
    expect(await readFile(join(folder, "repos", "fulcrum.yaml"), "utf8")).toContain("# ours\n");
    const undone = await run("correct owner legacy-tills --undo");
    expect(undone.out).toContain(
      "was Ovens (corrected on 2026-03-04), now what the evidence says.",
    );
  });

  test("an answer that is missing is asked for", async () => {
    await run("assess repos");
    for (const line of [
      "correct owner legacy-tills",
      "correct class legacy-tills",
      "correct name dough-kit",
    ]) {
      const { code, notes } = await run(line);
      expect(code).toBe(2);
      expect(notes).toMatch(/^Error: The right \w+ is missing\.\n/);
    }
  });

  test("the cache is shown, emptied, and its key removed", async () => {
    const { inputs } = await run("assess repos");
    const cacheFolder = inputs[0]?.cacheFolder ?? "";
    await writeFile(join(cacheFolder, "identity.key"), "x");
    expect((await run("cache show")).out).toContain(`Folder    ${cacheFolder}\n`);
    expect((await run("cache clear repos")).out).toMatch(/^Removed 0 entries/);
    expect(await readdir(cacheFolder)).toEqual(["identity.key"]);
    await run("cache rotate-key");
    expect(await readdir(cacheFolder)).toEqual([]);
    expect((await run("explain dough-kit")).code).toBe(3);
  });
});

describe("failures are two lines, and an exit code", () => {
  test.each([
    ["asess repos", 2, "Unknown command 'asess'.", "Did you mean assess? See: fulcrum --help"],
    ["repos", 2, "Unknown command 'repos'.", "To assess a folder: fulcrum assess repos"],
    ["assess", 2, "Missing required argument 'folder'.", "See: fulcrum assess --help"],
    [
      "assess repos --formt json",
      2,
      "Unknown option '--formt'.",
      "Did you mean --format? See: fulcrum assess --help",
    ],
    ["cache shw", 2, "Unknown command 'shw'.", "Did you mean show? See: fulcrum cache --help"],
    ["assess repos --config no.yaml", 2, "There is no file", "fulcrum init --config no.yaml"],
  ])("%s", async (line, exitCode, what, next) => {
    const { code, out, notes } = await run(line);
    expect(code).toBe(exitCode);
    expect(out).toBe("");
    const lines = notes.trimEnd().split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^Error: /);
    expect(lines[0]).toContain(what);
    expect(lines[1]).toContain(next);
  });

  test.each(["2026-02-30", "2026-13-01", "yesterday", "31.12.2025", "2026-01-01T25:00:00Z"])(
    "--as-of %s is no date",
    async (date) => {
      const { code, notes } = await run(`assess repos --as-of ${date}`);
      expect(code).toBe(2);
      expect(notes).toContain("Give a day such as 2026-03-31");
    },
  );

  test.each(["0", "-1", "1.5", "many"])("--jobs %s is no number of threads", async (jobs) => {
    expect((await run(`assess repos --jobs=${jobs}`)).code).toBe(2);
  });

  test("what was not foreseen says so; --debug shows where it comes from", async () => {
    const assess = () => Promise.reject(new TypeError("oven is cold\u001b[2J"));
    const { code, notes } = await run("assess repos", { assess });
    expect(code).toBe(70);
    expect(notes.split("\n")[0]).toMatch(/oven is cold$/);
    const { notes: more } = await run("assess repos --debug", { assess });
    expect(more).toContain("unexpected, exit code 70");
    expect(more).toContain("command-line.test.ts");
  });

  test("an interruption is 130, whatever it broke on the way", async () => {
    const stop = new AbortController();
    const assess = () => {
      stop.abort();
      return Promise.reject(new Error("git was killed"));
    };
    const { code, notes } = await run("assess repos", { assess, signal: stop.signal });
    expect(code).toBe(130);
    expect(notes).toContain("run the same command again");
  });

  test("a failure keeps its own code", async () => {
    const assess = () => Promise.reject(new FulcrumError("git-missing", "No git.", "Install it."));
    const { code, notes } = await run("assess repos", { assess });
    expect([code, notes]).toEqual([4, "Error: No git.\nInstall it.\n"]);
  });
});

describe("help", () => {
  test.each([
    "",
    "--help",
    "help assess",
    "assess --help",
    "cache",
    "correct",
    "correct owner --help",
    "similar --help",
    "duplicates --help",
  ])("fulcrum %s fits the width and is no failure", async (line) => {
    const { code, out, notes } = await run(line, { width: 80 });
    expect([code, notes]).toEqual([0, ""]);
    expect(out).toContain("Usage: fulcrum");
    expect(Math.max(...out.split("\n").map((one) => one.length))).toBeLessThanOrEqual(80);
  });

  test("the hidden option for benchmarks stays hidden, the version is printed", async () => {
    expect((await run("assess --help")).out).not.toContain("list-blobs");
    expect((await run("--version")).out).toBe("1.2.3\n");
    expect((await run("version")).out).toMatch(/^fulcrum \d+\.\d+\.\d+\nNode 2\d\.\S+\ngit \d/);
  });
});
