import { LineReader } from "./line-reader.ts";
import { readObjects, type GitLocation } from "./run.ts";

/** Distinct commits of the repository, merged or not, that ids, or beginnings of them, lead to. */
export async function commitsHere(
  location: GitLocation,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const found = new Set<string>();
  const reader = new LineReader((bytes, from, end) => {
    const id = /^([0-9a-f]{40,64}) commit$/.exec(bytes.toString("latin1", from, end))?.[1];
    if (id !== undefined) found.add(id);
  });
  await readObjects(
    location,
    ["cat-file", "--batch-check=%(objectname) %(objecttype)", "--buffer"],
    {
      input: ids.map((id) => `${id}^{commit}\n`).join(""),
      onOutput: (chunk) => reader.push(chunk),
      ...(signal === undefined ? {} : { signal }),
    },
  );
  reader.end();
  return [...found];
}
