import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

/** The pictures of docs/images, from the report that `npm run demo` wrote. */
const root = join(import.meta.dirname, "..");
const report = join(root, "demo", "report.html");
if (!existsSync(report)) {
  console.error("There is no demo/report.html yet: run `npm run demo` first.");
  process.exit(2);
}
const browser = await chromium.launch({
  executablePath: process.env.FULCRUM_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});

const shots = [
  { name: "monday", screen: "#/", width: 1440, height: 960 },
  { name: "capability", of: "@meridian/service-kit", width: 1440, height: 900 },
  { name: "capability-phone", of: "@meridian/service-kit", width: 390, height: 844 },
];

for (const { name, screen = "#/capabilities", of, width, height } of shots) {
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: "light",
    reducedMotion: "reduce",
  });
  await page.goto(`${pathToFileURL(report).href}${screen}`);
  await page.locator("h1").waitFor();
  if (of !== undefined) {
    await page.getByRole("link", { name: of, exact: true }).first().click();
    await page.locator("h1", { hasText: of }).waitFor();
  }
  // Charts are drawn once the page has its size.
  await page.waitForTimeout(800);
  await page.screenshot({ path: join(root, "docs", "images", `${name}.png`) });
  await page.close();
}
await browser.close();
