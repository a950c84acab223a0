import { randomBytes } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { FulcrumError } from "#kernel/errors.ts";
import { runPlainGit } from "./run.ts";

/** Hash by which a repository names its objects. */
export type ObjectFormat = "sha1" | "sha256";

/** Makes the empty bare repository through which objects are read; one serves all repositories of a hash kind. */
export async function createShadow(folder: string, objectFormat: ObjectFormat): Promise<string> {
  const shadow = join(folder, `shadow-${objectFormat}`);
  await mkdir(join(shadow, "objects"), { recursive: true });
  await mkdir(join(shadow, "refs"), { recursive: true });
  const format =
    objectFormat === "sha1"
      ? "[core]\n\trepositoryformatversion = 0\n\tbare = true\n"
      : "[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tobjectformat = sha256\n";
  await put(join(shadow, "config"), format);
  await put(join(shadow, "HEAD"), "ref: refs/heads/none\n");
  return shadow;
}

/** By renaming: a git that another thread runs on the same shadow must never meet a half-written file. */
async function put(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString("hex")}`;
  await writeFile(temporary, text);
  await rename(temporary, path);
}

const oldest = [2, 30] as const;

/** Throws `git-missing` or `git-too-old`; returns the version, "2.39.5". */
export async function requireGit(): Promise<string> {
  let text = "";
  await runPlainGit(["version"], { onOutput: (chunk) => (text += chunk.toString("latin1")) });
  return checkGitVersion(text);
}

/** `text` is what `git version` prints. */
export function checkGitVersion(text: string): string {
  const found = /(\d{1,4})\.(\d{1,4})(?:\.\d{1,4}){0,3}/.exec(text);
  const major = Number(found?.[1] ?? 0);
  const minor = Number(found?.[2] ?? 0);
  if (found === null || major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    throw new FulcrumError(
      "git-too-old",
      `git is version ${found?.[0] ?? text.trim().slice(0, 60)}; 2.30 or newer is needed.`,
      "Install a newer git (https://git-scm.com) and run the command again.",
    );
  }
  return found[0];
}
