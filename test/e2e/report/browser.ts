import { existsSync } from "node:fs";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The system's Chromium, or null: then the tests that need one are skipped, and say so. */
export function findChromium(): string | null {
  const named = process.env["FULCRUM_CHROMIUM"] ?? "";
  return [named, ...places].find((place) => place !== "" && existsSync(place)) ?? null;
}

export const chromiumPath = findChromium();

if (chromiumPath === null) {
  console.warn("Skipped: no Chromium found. Install one, or name it in FULCRUM_CHROMIUM.");
}

export async function launch(): Promise<Browser> {
  return await chromium.launch({
    ...(chromiumPath === null ? {} : { executablePath: chromiumPath }),
    args: [
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export interface WatchedPage {
  readonly page: Page;
  /** Errors and refusals on the console, exceptions, dialogs, and every request that is not the file itself. */
  readonly complaints: string[];
}

export async function openWatched(
  browser: Browser,
  options: BrowserContextOptions,
): Promise<WatchedPage> {
  // Without motion nothing is looked at while it is still fading in.
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  page.on("request", (request) => {
    if (!/^(?:file|data|blob):/.test(request.url())) complaints.push(`request: ${request.url()}`);
  });
  return { page, complaints };
}

/** Goes to a screen as a reader with the address would: in a fresh page. */
export async function goTo(page: Page, address: string, hash: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(`${address}${hash}`);
  await page.locator("h1").waitFor();
}

/** Goes to a screen as by a link: in the page that stands there, by the part of the address behind the hash. */
export async function goOn(page: Page, hash: string): Promise<void> {
  await page.evaluate(`new Promise((done) => {
    location.hash = ${JSON.stringify(hash)};
    const look = () => document.querySelector("main[aria-busy=false] h1") === null ? requestAnimationFrame(look) : done();
    requestAnimationFrame(() => requestAnimationFrame(look));
  })`);
}
