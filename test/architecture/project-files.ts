import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const projectRoot = join(import.meta.dirname, "..", "..");

/** Made by tools, or not ours. */
export const notOurs: ReadonlySet<string> = new Set([
  ".git",
  ".fulcrum",
  "build",
  "corpus",
  "coverage",
  "demo",
  "dist",
  "node_modules",
]);

export interface ProjectFile {
  /** POSIX, from the root of the project. */
  readonly path: string;
  readonly text: string;
}

const isText = /(?:\.(?:ts|tsx|mjs|js|json|md|css|html|yaml|yml|txt)|\/run|LICENSE)$/;
/** Long by nature, and no place for rules: locked versions, texts of licences. */
const isGenerated =
  /(?:^|\/)(?:package-lock\.json|THIRD-PARTY\.md|LICENSE)$|\.(?:schema\.json|generated\.ts)$/;

/** Every text file of the project that a person wrote. */
export const projectFiles: readonly ProjectFile[] = filesBelow("").filter(
  ({ path }) => !isGenerated.test(path),
);

export const codeFiles: readonly ProjectFile[] = projectFiles.filter(({ path }) =>
  /\.(?:ts|tsx|mjs)$/.test(path),
);

function filesBelow(folder: string): ProjectFile[] {
  return readdirSync(join(projectRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : filesBelow(path);
    if (!entry.isFile() || !isText.test(path)) return [];
    return [{ path, text: readFileSync(join(projectRoot, path), "utf8") }];
  });
}
