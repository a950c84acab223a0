import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Fulcrum } from "@fulcrum/sdk";
import { sampleReport } from "#fixtures/sample-report.ts";
import { projectRoot } from "../architecture/project-files.ts";
import { chromiumPath, launch } from "../e2e/report/browser.ts";
import { startService, type RunningService } from "./service/shared-service.ts";

const run = promisify(execFile);
const report = sampleReport();
const slug = "bakery";
const readme = readFileSync(join(projectRoot, "sdk", "README.md"), "utf8");
const examples = Array.from(readme.matchAll(/^```js\n(.*?)^```/gms), ([, code = ""]) => code);
const folder = mkdtempSync(join(tmpdir(), "fulcrum-sdk-"));

let service: RunningService;
beforeAll(async () => {
  service = await startService();
  const added = await new Fulcrum({ url: service.address })
    .organisation(slug)
    .addAssessment({ ...report });
  expect(added).toMatchObject({ organisation: slug, isUnchanged: false });
});
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("the SDK against the service", () => {
  const bakery = () => new Fulcrum({ url: service.address }).organisation(slug);

  it("reads sections, records of all pages, and facts, as the report has them", async () => {
    const { content } = await bakery().section("components");
    expect(content.components).toEqual(report.components);
    const read: unknown[] = [];
    const pages = new Fulcrum({ url: service.address }).client.pages(
      "/api/v1/organisations/{organisation}/sections/{section}/items",
      { params: { organisation: slug, section: "components" }, query: { limit: 2 } },
    );
    for await (const page of pages) read.push(...page.items.map(({ item }) => item));
    expect(read).toEqual(report.components);
    const [first] = report.components;
    const wanted = [`name:${first!.name}`];
    for await (const { key, item } of bakery().records("components", { where: wanted })) {
      expect([key, item.name]).toEqual([first!.id, first!.name]);
      expect((await bakery().record("components", key)).item).toEqual(item);
    }
    const ids = report.evidence.map(({ id }) => id);
    const facts = await bakery().evidence([...ids, "evidence:none"]);
    expect(facts.map(({ id }) => id)).toEqual(ids);
    expect(await bakery().search(first!.name)).toContainEqual(
      expect.objectContaining({ key: first!.id }),
    );
    const kept: string[] = [];
    for await (const { id } of bakery().assessments()) kept.push(id);
    expect(kept).toHaveLength(1);
    const then: unknown[] = [];
    for await (const { value } of bakery().history("components", first!.id, "name"))
      then.push(value);
    expect(then).toEqual([first!.name]);
  });

  it("watches, asks for one scan by one key, sees its events, and takes away", async () => {
    const address = "https://forge.example/bakery/shop.git";
    const fulcrum = new Fulcrum({ url: service.address });
    await expect(fulcrum.organisation("florist").scan()).rejects.toMatchObject({
      code: "not-watched",
    });
    await expect(bakery().watch({ address })).rejects.toMatchObject({ code: "place-refused" });
    await expect(bakery().schedule("0 3 * * *")).rejects.toMatchObject({ code: "not-watched" });
    expect(await bakery().watched()).toMatchObject({ repositories: [], schedule: null });
    await expect(bakery().unwatch("1")).rejects.toMatchObject({ code: "not-found" });
    const made = await fulcrum.client.post("/api/v1/tokens", {
      body: { name: "ci", role: "viewer", days: 1, organisations: null },
    });
    expect(made.token).toMatch(/^fulcrum_/);
    const { tokens } = await fulcrum.client.get("/api/v1/tokens");
    expect(tokens.map(({ name }) => name)).toEqual(["ci"]);
  });
});

/** An example as a file of its own, with the SDK in it, about the service that runs here. */
async function bundled(code: string, at: number): Promise<string> {
  const path = join(folder, `example-${String(at)}.js`);
  writeFileSync(path, code.replaceAll("http://127.0.0.1:4711", service.address));
  const sdk = join(projectRoot, "sdk", "src", "index.ts");
  const bundle = await rolldown({ input: path, resolve: { alias: { "@fulcrum/sdk": sdk } } });
  const { output } = await bundle.generate({ format: "esm" });
  await bundle.close();
  return output[0].code;
}

describe("the examples of the SDK's README", () => {
  const names = report.capabilities.map(({ name }) => name).toSorted();
  const wanted = [
    [`${slug} ${report.organisation.name}`, report.signals.verdict.sentence],
    names.map((name) => `${name} true`),
    ["404 not-found There is no organisation florist here."],
    [],
    ["machine admin"],
  ];

  it("say in Node what they should", async () => {
    expect(examples).toHaveLength(wanted.length);
    const said: string[][] = [];
    for (const [at, code] of examples.entries()) {
      const path = join(folder, `bundled-${String(at)}.mjs`);
      writeFileSync(path, await bundled(code, at));
      const { stdout } = await run(process.execPath, [path]);
      said.push(stdout.split("\n").filter((line) => line !== ""));
    }
    expect(said).toEqual(wanted);
  });

  it.skipIf(chromiumPath === null)("say the same in a page of the service", async () => {
    const browser = await launch();
    try {
      const context = await browser.newContext({ bypassCSP: true });
      const page = await context.newPage();
      const said: string[][] = [];
      for (const [at, code] of examples.entries()) {
        await page.goto(new URL("/healthz", service.address).href);
        const lines: string[] = [];
        page.on("console", (message) => {
          if (message.type() === "log") lines.push(message.text());
        });
        const script = JSON.stringify(await bundled(code, at));
        await page.evaluate(
          `import(URL.createObjectURL(new Blob([${script}], { type: "text/javascript" })))`,
        );
        page.removeAllListeners("console");
        said.push(lines);
      }
      expect(said).toEqual(wanted);
    } finally {
      await browser.close();
    }
  });
});
