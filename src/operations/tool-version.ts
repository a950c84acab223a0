import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "#kernel/package-folder.ts";

/** Version in package.json. */
export const toolVersion: string = readVersion();

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  if (
    typeof manifest === "object" &&
    manifest !== null &&
    "version" in manifest &&
    typeof manifest.version === "string"
  ) {
    return manifest.version;
  }
  throw new Error("package.json names no version");
}
