import { createHash, randomBytes } from "node:crypto";
import { open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { FulcrumError } from "#kernel/errors.ts";
import { sections } from "#sections/index.ts";
import type { Report } from "#sections/report.ts";
import { headOf, valueAt } from "#store/report-head.ts";
import { writeFailed } from "../atomic-write.ts";
import { makeFolder } from "../make-folder.ts";
import { noteTemporaryPath } from "../temporary-paths.ts";
import type { AssessmentIndex } from "./assessment-index.ts";
import { isPointer, pointerOrNull } from "./pointers.ts";
import { sectionText } from "./section-text.ts";

export const indexFile = "index.json";
const unfinished = ".part";
const oneDay = 86_400_000;
/** What is written waits for the disk; more at once would only hold more in memory. */
const atOnce = 4;

export function sectionFile(name: string): string {
  return `${name}.json`;
}

export function checksumOf(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * Writes the files of one assessment into a folder that nobody reads yet; `putInPlace` gives it its name. Throws
 * `write-failed`, with nothing left behind.
 */
export async function writeGeneration(
  folder: string,
  report: Report,
  reuseKey: string | null,
): Promise<{ readonly generation: string; readonly putInPlace: () => Promise<void> }> {
  const generation = `${Date.now().toString(36)}-${randomBytes(6).toString("hex")}`;
  const place = join(folder, generation);
  const temporary = `${place}${unfinished}`;
  noteTemporaryPath(temporary);
  try {
    makeFolder(temporary, 0o700);
    const checksums: Record<string, string> = {};
    const write = async (name: string, text: string): Promise<void> => {
      const file = await open(join(temporary, name), "wx", 0o600);
      try {
        await file.writeFile(text);
        await file.sync();
      } finally {
        await file.close();
      }
    };
    const waiting = [...sections];
    const writeSections = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const { name, schema } = next;
        const content = Object.keys(schema).map((key) => [key, valueAt(report, key)]);
        const text = sectionText(report.sections[name], Object.fromEntries(content));
        checksums[name] = checksumOf(text);
        await write(sectionFile(name), text);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, writeSections));
    const index: AssessmentIndex = {
      organisation: report.organisation.name,
      reuseKey,
      head: headOf(report),
      checksums,
    };
    await write(indexFile, JSON.stringify(index));
  } catch (error) {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
    throw error instanceof FulcrumError ? error : writeFailed(place, error);
  }
  return { generation, putInPlace: () => rename(temporary, place) };
}

/**
 * Removes the generations that no pointer names. `kept` was current until now: who has begun to read it may go on. What a
 * killed process began goes after a day; a younger one may still be written.
 */
export async function sweepGenerations(folder: string, kept: string | null): Promise<void> {
  const names = await readdir(folder);
  const pointers = await Promise.all(
    names.filter(isPointer).map((name) => pointerOrNull(folder, name)),
  );
  const inForce = new Set([kept, ...pointers.map((one) => one?.generation ?? null)]);
  for (const name of names) {
    if (!/^[\da-z]{1,16}-[\da-f]{12}(?:\.part)?$/.test(name) || inForce.has(name)) continue;
    const path = join(folder, name);
    if (name.endsWith(unfinished) && !(await isOlderThanADay(path))) continue;
    // Litter in a cache is no reason to fail.
    await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function isOlderThanADay(path: string): Promise<boolean> {
  return stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs > oneDay,
    () => false, // finished or removed by another process meanwhile
  );
}
