import { readdir, stat } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import type { ObjectiveFile } from "#insight/reliability/objective-registry.ts";
import {
  resolveObjectives,
  type ResolvedObjectives,
} from "#insight/reliability/resolve-objectives.ts";
import { decodedText } from "#evidence/decoded-text.ts";
import { FulcrumError, messageOf } from "#kernel/errors.ts";
import { readPlainFile } from "#kernel/plain-file.ts";
import {
  holdsObjectives,
  objectiveDocuments,
  readObjectives,
} from "#sources/objectives/objective-documents.ts";

const mostFiles = 20_000;
const mostFolders = 20_000;
const largestFile = 1_048_576;
const isYaml = /\.ya?ml$/i;
const passedOver: ReadonlySet<string> = new Set([".git", "node_modules"]);

export interface ObjectiveFinding {
  readonly path: string;
  readonly line: number | null;
  readonly text: string;
}

export interface ObjectiveFiles {
  readonly files: readonly ObjectiveFile[];
  readonly resolved: ResolvedObjectives;
  /** Everything that was refused, with its place. */
  readonly findings: readonly ObjectiveFinding[];
}

/** Documents as they lie on disk: files that are named, and in folders YAML whose path or version speaks of objectives. Throws `no-folder`. */
export async function readObjectiveFiles(
  paths: readonly string[],
  workingFolder: string,
): Promise<ObjectiveFiles> {
  const findings: ObjectiveFinding[] = [];
  const files: ObjectiveFile[] = [];
  for (const { path, reason } of await filesBelow(paths, workingFolder, findings)) {
    const shown = relative(workingFolder, path).replaceAll("\\", "/") || path;
    const text = await textOf(path, shown, findings);
    if (text === null || (reason === "is-yaml" && !holdsObjectives(text))) continue;
    const { objectives, problems } = readObjectives(text);
    if (reason === "named" && objectives.length === 0 && problems.length === 0)
      findings.push({ path: shown, line: null, text: "holds no OpenSLO, Sloth or Pyrra document" });
    files.push({ repositoryId: null, commit: null, at: null, path: shown, objectives });
    findings.push(
      ...problems.map((one) => ({ path: shown, line: one.line ?? null, text: one.text })),
    );
  }
  const resolved = resolveObjectives(files);
  findings.push(
    ...resolved.problems.map((one) => ({ path: one.file.path, line: one.line, text: one.text })),
  );
  return { files, resolved, findings };
}

async function textOf(
  path: string,
  shown: string,
  findings: ObjectiveFinding[],
): Promise<string | null> {
  try {
    const bytes = await readPlainFile(path, largestFile);
    if (bytes !== null) return decodedText(bytes).text;
    findings.push({ path: shown, line: null, text: "larger than 1 MB: not read" });
  } catch (error) {
    findings.push({ path: shown, line: null, text: `cannot be read: ${messageOf(error)}` });
  }
  return null;
}

interface Candidate {
  readonly path: string;
  /** Why it is looked at: what a person names must hold something, other YAML may. */
  readonly reason: "named" | "speaks-of-objectives" | "is-yaml";
}

async function filesBelow(
  paths: readonly string[],
  workingFolder: string,
  findings: ObjectiveFinding[],
): Promise<readonly Candidate[]> {
  const found: Candidate[] = [];
  for (const given of paths) {
    const root = resolve(workingFolder, given);
    const kind = await stat(root).catch(() => null);
    if (kind === null)
      throw new FulcrumError(
        "no-folder",
        `There is no file or folder ${given}.`,
        "Check the path.",
      );
    if (kind.isDirectory()) await walk(root, found, findings);
    else found.push({ path: root, reason: "named" });
  }
  return found;
}

/** Links are not followed, so that no folder is walked twice. */
async function walk(root: string, found: Candidate[], findings: ObjectiveFinding[]): Promise<void> {
  const folders = [root];
  for (let count = 0; folders.length > 0 && count < mostFolders; count++) {
    const folder = folders.pop() ?? root;
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
      findings.push({ path: folder, line: null, text: `cannot be read: ${messageOf(error)}` });
      return [];
    });
    for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !passedOver.has(entry.name)) folders.push(path);
      else if (entry.isFile() && isYaml.test(entry.name) && found.length < mostFiles)
        found.push({ path, reason: isObjective(root, path) ? "speaks-of-objectives" : "is-yaml" });
    }
  }
  if (found.length >= mostFiles || folders.length > 0)
    findings.push({
      path: root,
      line: null,
      text: `holds more than ${String(mostFiles)} files or folders: the rest was not looked at`,
    });
}

/** The folder that was named may itself be called `slo`. */
function isObjective(root: string, path: string): boolean {
  const below = relative(root, path).replaceAll("\\", "/");
  return [below, `${basename(root)}/${below}`].some(
    (one) => objectiveDocuments.detect(one) !== "none",
  );
}
