import { execFileSync, type ExecFileSyncOptions } from "node:child_process";
import { existsSync } from "node:fs";
import { findChromium } from "./browser.ts";

/**
 * Before the first test: Debian's Chromium where there is none and it may be installed, which is in a pipeline as root.
 * Elsewhere nobody's machine is changed, and the tests that need a browser are skipped.
 */
export function setup(): void {
  const mayInstall =
    process.env["CI"] !== undefined && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (findChromium() !== null || !mayInstall) return;
  const quietly: ExecFileSyncOptions = {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  };
  try {
    execFileSync("apt-get", ["update", "-qq"], quietly);
    execFileSync(
      "apt-get",
      ["install", "-y", "-qq", "--no-install-recommends", "chromium"],
      quietly,
    );
  } catch (error) {
    console.warn("apt-get could not install Chromium:", error);
  }
}
