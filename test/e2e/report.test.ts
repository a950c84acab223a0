import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Report } from "#sections/report.ts";
import { readReportTemplate } from "#surfaces/report/report-template.ts";
import { renderReport } from "#surfaces/report/write-report.ts";
import { largeReport } from "#fixtures/large-report.ts";
import { sampleReport } from "#fixtures/sample-report.ts";
import { chromiumPath, goOn, goTo, launch, openWatched } from "./report/browser.ts";
import { screenAddresses } from "./screen-addresses.ts";

const template = join(import.meta.dirname, "..", "..", "dist", "web", "report-template.html");
const sample = sampleReport();
const doughKit = sample.capabilities[0]?.id ?? "";
const hostile = sample.capabilities.at(-1)?.id ?? "";
const hostileComponent = sample.components.find((one) => one.name.includes("<script>"))?.id ?? "";
const at = (screen: string, id: string): string => `#/${screen}/${encodeURIComponent(id)}`;

const screens: readonly string[] = [
  ...screenAddresses,
  ...["signals", "staffing", "sourcing", "roles"].map((part) => `#/case/${part}`),
  at("components", sample.components[8]?.id ?? ""),
  at("components", hostileComponent),
  at("teams", sample.teams[1]?.id ?? ""),
  ...[0, 4, 5, 7].map((place) => at("capabilities", sample.capabilities[place]?.id ?? "")),
  ...["users", "versions", "moves"].map((tab) => `${at("capabilities", doughKit)}?tab=${tab}`),
  ...["users", "class"].map(
    (tab) => `${at("components", sample.components[8]?.id ?? "")}?tab=${tab}`,
  ),
  ...["components", "uses"].map((tab) => `${at("teams", sample.teams[1]?.id ?? "")}?tab=${tab}`),
  "#/components?group=class",
  ...sample.delivery.map((one) => at("delivery", `${one.application} in ${one.environment}`)),
  ...sample.reliability.map((one) => at("reliability", one.sloId)),
  ...sample.jobs.map((one) => at("jobs", `${one.ecosystem}:${one.job}`)),
  at("capabilities", "capability:that-is-gone"),
  `${at("capabilities", doughKit)}?evidence=${encodeURIComponent(`adoption:${doughKit}`)}`,
];

describe.skipIf(chromiumPath === null)("the single-file report in a browser", () => {
  let folder: string;
  let browser: Browser;
  let address: string;

  const write = async (name: string, report: Report): Promise<string> => {
    const path = join(folder, name);
    writeFileSync(path, renderReport(report, await readReportTemplate(template)));
    return path;
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "fulcrum-report-"));
    address = pathToFileURL(await write("sample.html", sample)).href;
    browser = await launch();
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const open = async (width = 1440, colorScheme: "light" | "dark" = "light"): Promise<Page> => {
    const { page } = await openWatched(browser, { viewport: { width, height: 900 }, colorScheme });
    return page;
  };

  describe.each([
    [1440, "light", "dark"],
    [390, "dark", "light"],
  ] as const)("at %i px, %s to axe as well, and %s", (width, colorScheme, turned) => {
    // Axe takes most of the time: `npm run bench -- screens/states` asks it at every width in both schemes.
    it("shows every screen without complaint, without the network, without sideways scrolling, accessibly", async () => {
      const viewport = { width, height: 844 };
      const { page, complaints } = await openWatched(browser, { viewport, colorScheme });
      await goTo(page, address, "#/");
      const found: string[] = [];
      for (const hash of screens) {
        await page.emulateMedia({ colorScheme });
        await goOn(page, hash);
        const faults = await faultsOf(page, colorScheme);
        found.push(...[...faults, ...(await violations(page))].map((fault) => `${hash} ${fault}`));
        await page.emulateMedia({ colorScheme: turned });
        found.push(...(await faultsOf(page, turned)).map((fault) => `${hash} ${turned} ${fault}`));
      }
      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    });
  });

  it("speaks on Monday of one day, in the bar and above the verdict", async () => {
    const page = await open();
    await goTo(page, address, "#/");
    const said = (await page.locator("header.top strong + .quiet").textContent()) ?? "";
    expect(said).toMatch(/^\d+\s\w+\s\d{4}$/);
    expect(await page.locator("main").textContent()).toContain(`as of ${said}`);
    await page.context().close();
  });

  it("carries a policy that lets only its own script run", async () => {
    const { page, complaints } = await openWatched(browser, {});
    await goTo(page, address, "#/");
    await page.evaluate(`{
      const script = document.createElement("script");
      script.textContent = "globalThis.hacked = 1";
      document.body.append(script);
    }`);
    expect(await page.evaluate(`"hacked" in globalThis`)).toBe(false);
    expect(complaints.some((text) => text.includes("Content Security Policy"))).toBe(true);
    await page.context().close();
  });

  it("shows hostile names as text, what turns it around or commands a terminal by its number", async () => {
    const page = await open();
    await goTo(page, address, at("capabilities", hostile));
    // The address holds the raw name; the screens hold the one without such characters.
    await goTo(page, address, "#/capabilities");
    const link = page.getByRole("link", { name: "hostile" });
    expect(await link.textContent()).toBe(
      "sourdough-⟨U+202E⟩⟨U+001B⟩[31m⟨U+009B⟩eman</script><i>hostile</i>",
    );
    await link.click();
    await page
      .locator("h1", { hasText: "⟨U+202E⟩⟨U+001B⟩[31m⟨U+009B⟩eman</script><i>hostile</i>" })
      .waitFor();
    expect(await page.locator("i").count()).toBe(0);
    await page.context().close();
  });

  it("reaches a figure's evidence with the keyboard and gives the focus back", async () => {
    const page = await open();
    await goTo(page, address, at("capabilities", doughKit));
    const figure = page.locator(".answer [data-evidence]").first();
    await figure.focus();
    await page.keyboard.press("Enter");
    const drawer = page.getByRole("dialog", { name: /^Evidence for/ });
    await drawer.waitFor();
    expect(page.url()).toContain("evidence=");
    expect(await drawer.locator("li").count()).toBe(24);
    expect(await drawer.textContent()).toContain("Gemfile:14");
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "detached" });
    expect(page.url()).not.toContain("evidence=");
    expect(await page.evaluate("document.activeElement.matches('.answer [data-evidence]')")).toBe(
      true,
    );
    await page.context().close();
  });

  it("opens a group of the value chain, and closes it again", async () => {
    const page = await open();
    await goTo(page, address, "#/map");
    const nodes = page.locator(".chain a");
    await page.getByRole("link", { name: "Deliveries" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("Shown: only uses made by components of Deliveries.").waitFor();
    await nodes.filter({ hasText: "shop-bexley" }).waitFor();
    expect(await nodes.filter({ hasText: "Recipes" }).count()).toBe(0);
    await page.getByRole("link", { name: "Show all" }).click();
    await nodes.filter({ hasText: "Recipes" }).waitFor();
    await page.context().close();
  });

  it("sorts, filters and exports a table from the keyboard", async () => {
    const page = await open();
    await goTo(page, address, "#/capabilities");
    const names = page.locator("tbody tr td:first-child");
    expect((await names.allTextContents()).slice(0, 2)).toEqual(["proof-ci", "oven-base"]);
    await page.getByRole("button", { name: "Capability" }).click();
    expect((await names.allTextContents())[0]).toBe("crumb-lint");

    await page.keyboard.press("/");
    await page.keyboard.type("deliveries");
    expect(await names.allTextContents()).toEqual(["loyalty-client"]);
    expect(page.url()).toContain("q=deliveries");

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Export CSV" }).click(),
    ]);
    const csv = readFileSync(await download.path(), "utf8");
    expect(csv.split("\r\n").map((line) => line.split(",")[0])).toEqual([
      "\uFEFFCapability",
      "loyalty-client",
    ]);
    await page.context().close();
  });

  it("keeps a spreadsheet from taking a name for a formula", async () => {
    const page = await open();
    await goTo(page, address, "#/components?q=cmd");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Export CSV" }).click(),
    ]);
    const row = readFileSync(await download.path(), "utf8").split("\r\n")[1] ?? "";
    expect(row.startsWith(`"'=cmd</script>`)).toBe(true);
    await page.context().close();
  });

  it("moves from row to row with the arrow keys", async () => {
    const page = await open();
    await goTo(page, address, "#/components");
    await page.locator("tbody tr a").first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const focused = await page.evaluate("document.activeElement.closest('tr').dataset.index");
    expect(focused).toBe("2");
    await page.context().close();
  });

  it("reads a chart's points out, and gives it as table, CSV and picture", async () => {
    const { page } = await openWatched(browser, {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await goTo(page, address, at("capabilities", doughKit));
    const chart = page.locator("figure.chart").first();
    await chart.locator(".chart-picture").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(await chart.locator("[aria-live]").textContent()).toMatch(
      /^31 Jan 2020: 1\u00a0component of 1\u00a0team, 1 eligible/,
    );
    const [picture] = await Promise.all([
      page.waitForEvent("download"),
      chart.getByRole("button", { name: "PNG" }).click(),
    ]);
    const png = readFileSync(await picture.path());
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.length).toBeGreaterThan(8000);

    await chart.getByRole("button", { name: "Copy as CSV" }).click();
    await chart.getByText("Copied").waitFor();
    const csv = String(await page.evaluate("navigator.clipboard.readText()"));
    expect(csv.split("\r\n")[0]).toBe(
      "Date,Components,Teams,Eligible,Joined,Left,Forecast,Low,High",
    );
    await chart.getByRole("button", { name: "Table" }).click();
    expect(await chart.locator("tbody tr").count()).toBe(csv.split("\r\n").length - 1);
    await page.context().close();
  });

  it("opens what was measured behind each point of a budget, by key, by pointer and in the table", async () => {
    const [spent] = sample.reliability;
    const page = await open();
    const home = `${address}${at("reliability", spent?.sloId ?? "")}`;
    const openedBy = async (how: () => Promise<void>): Promise<string> => {
      await page.goto("about:blank");
      await page.goto(home);
      await page.locator(".plot svg").waitFor();
      await how();
      return (await page.getByRole("dialog").textContent()) ?? "";
    };
    const chart = page.locator("figure.chart").first();
    const byKey = await openedBy(async () => {
      await chart.locator(".chart-picture").focus();
      for (const key of ["End", "Enter"]) await page.keyboard.press(key);
    });
    expect(byKey).toContain("24000 good of 24000 events");
    const byPointer = await openedBy(async () => {
      await chart.locator(".plot .dot").last().click({ force: true });
    });
    const byTable = await openedBy(async () => {
      await chart.getByRole("button", { name: "Table" }).click();
      await chart.locator("tbody tr").last().locator("a").click();
    });
    expect([byPointer, byTable]).toEqual([byKey, byKey]);
  });

  it("says why a figure is unknown and what would make it known", async () => {
    const page = await open();
    await goTo(page, address, at("capabilities", sample.capabilities[4]?.id ?? ""));
    const answer = await page.locator(".answer").textContent();
    expect(answer).toContain("No manifest says which components could call it.");
    expect(answer).toContain("Name the artefact type it serves in fulcrum.yaml.");
    expect(await page.locator("main").textContent()).not.toMatch(/N\/A|NaN|undefined|Infinity/);
    await page.context().close();
  });

  it("shows which problems are solved in different ways, and what the platform offers for them", async () => {
    const page = await open();
    await goTo(page, address, "#/jobs");
    expect(await page.locator(".answer").textContent()).toMatch(
      /^1 of 2.jobs that enough teams do is done in several ways *The platform has an answer to 1 of them\./,
    );
    const rows = page.getByRole("table", { name: "Jobs" }).locator("tbody tr");
    expect(await rows.first().textContent()).toContain("oven-mitt 50\u00a0%");
    expect(await rows.last().locator(".not-known").first().getAttribute("title")).toContain(
      "0 teams do this job",
    );
    // Decoding a purl must not bring back what was made harmless on reading.
    expect(await rows.last().textContent()).not.toContain("\u202E");
    expect(await page.locator("main").textContent()).toContain("rolling-pin (11 components)");

    await page.getByRole("link", { name: "HTTP client" }).last().click();
    await page.getByRole("heading", { level: 1, name: /HTTP client/ }).waitFor();
    const solutions = page.getByRole("table", { name: "Solutions" }).locator("tbody tr");
    expect(await solutions.count()).toBe(3);
    expect(await solutions.last().getByRole("link", { name: "loyalty-client" }).count()).toBe(1);
    const chart = page.locator("figure.chart").last();
    await chart.locator(".chart-picture").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("End");
    expect(await chart.locator("[aria-live]").textContent()).toMatch(
      /^3 Mar 2026: effective number 2\.7, oven-mitt 50/,
    );
    await page.locator(".answer [data-evidence]").first().click();
    const drawer = page.getByRole("dialog", { name: /^Evidence for/ });
    await drawer.locator("li").first().waitFor();
    expect(await drawer.locator("li").count()).toBe(6);
    await page.context().close();
  });

  it("lists its keys, and goes to a screen by them", async () => {
    const page = await open();
    await goTo(page, address, "#/");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("g");
    await page.keyboard.press("t");
    await page.getByRole("heading", { level: 1, name: /teams? own/ }).waitFor();
    await page.context().close();
  });

  it("prints on white, with every row", async () => {
    const page = await open(1440, "dark");
    await goTo(page, address, "#/components");
    await page.emulateMedia({ media: "print" });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.evaluate("document.documentElement.dataset.theme")).toBe("light");
    expect(await page.locator("tbody tr").count()).toBe(sample.components.length);
    for (const bar of await page.locator("nav").all()) expect(await bar.isVisible()).toBe(false);
    await page.context().close();
  });

  it("draws of thousands of rows what can be seen, and finds any of them", async () => {
    const path = await write("large.html", largeReport(62));
    expect(statSync(path).size).toBeGreaterThan(4_000_000);
    expect(statSync(path).size).toBeLessThan(5_500_000);
    const page = await open();
    await goTo(page, pathToFileURL(path).href, "#/components");
    const rows = page.locator("tbody tr");
    await rows.first().waitFor();
    // How long it takes is measured by `npm run bench -- screens/speed`: it follows from how much is drawn.
    expect(await rows.count()).toBeLessThan(120);
    expect(await page.locator("*").count()).toBeLessThan(4_000);
    await page.keyboard.press("/");
    await page.keyboard.type("c58-till");
    await page.getByRole("link", { name: "c58-till-ui" }).waitFor();
    expect(await rows.count()).toBe(1);
    await page.context().close();
  });
});

/** What the eye would see at once, one line each. */
async function faultsOf(page: Page, scheme: "light" | "dark"): Promise<readonly string[]> {
  await page.locator(`html[data-theme=${scheme}]`).waitFor({ state: "attached" });
  const faults: unknown = await page.evaluate(
    `[
      document.documentElement.scrollWidth > innerWidth && "scrolls sideways",
      "hacked" in globalThis && "ran a name",
      document.querySelector(".broken") !== null && "did not open",
    ].filter(Boolean)`,
  );
  return Array.isArray(faults) ? faults.map(String) : ["the page did not answer"];
}

/** What axe finds, one line each. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const results: unknown = await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then((found) => found.violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')}`))",
  );
  return Array.isArray(results) ? results.map(String) : ["axe did not answer"];
}
