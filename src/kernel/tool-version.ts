import { join } from "node:path";
import { packageFolder } from "./package-folder.ts";
import { readPlainTextSync } from "./plain-file.ts";

/** Version in package.json. */
export const toolVersion: string = readVersion();

function readVersion(): string {
  const manifest: unknown = JSON.parse(readPlainTextSync(join(packageFolder, "package.json")));
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
