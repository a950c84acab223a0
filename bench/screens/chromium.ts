import { chromium, type Browser } from "playwright-core";

/** The system's browser without talk to the network: what is measured is a page from a file. */
export async function launched(): Promise<Browser> {
  return await chromium.launch({
    executablePath: process.env["FULCRUM_CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
  });
}
