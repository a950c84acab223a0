import { join } from "node:path";
import { z } from "zod";
import { messageOf, FulcrumError, systemCodeOf } from "#kernel/errors.ts";
import { digest } from "#kernel/ids.ts";
import { jsonIn } from "#kernel/json-text.ts";
import { readAllText } from "#kernel/plain-file.ts";
import { assessmentOrigin } from "#store/assessment-origin.ts";

/** Which generation of files is meant, and where it came from. */
const pointer = z.object({
  generation: z.string().regex(/^[\w-]{1,64}$/),
  origin: assessmentOrigin,
});
export type Pointer = z.infer<typeof pointer>;

export const currentFile = "current.json";

/** The last one of an organisation by that name that stands for others. */
export function reusableFile(organisation: string): string {
  return `reusable-${digest(organisation)}.json`;
}

export function isPointer(name: string): boolean {
  return name === currentFile || /^reusable-[\w-]{1,80}\.json$/.test(name);
}

/** Null where there is none, and where it is torn: the next assessment writes it again. */
export async function readPointer(folder: string, name: string): Promise<Pointer | null> {
  const text = await textOrNull(join(folder, name));
  const parsed = text === null ? null : pointer.safeParse(jsonIn(text));
  return parsed?.success === true ? parsed.data : null;
}

/** Also null where something else stands in its place: whoever writes the next one says what cannot be. */
export async function pointerOrNull(folder: string, name: string): Promise<Pointer | null> {
  try {
    return await readPointer(folder, name);
  } catch (error) {
    if (error instanceof FulcrumError && error.code === "no-assessment") return null;
    throw error;
  }
}

/** Null where there is no such file. Throws `no-assessment` where it cannot be read. */
export async function textOrNull(path: string): Promise<string | null> {
  try {
    return await readAllText(path);
  } catch (error) {
    const code = systemCodeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw new FulcrumError(
      "no-assessment",
      `${path} cannot be read: ${messageOf(error)}.`,
      "Make it readable, or name another report with --report.",
      { cause: error },
    );
  }
}
