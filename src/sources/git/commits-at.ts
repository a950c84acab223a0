import { LineReader } from "./line-reader.ts";
import { readObjects, type GitLocation } from "./run.ts";

/** Commits looked at in one piece; further ones are asked for one instant at a time. */
const commitsAtOnce = 20_000;

/**
 * For each instant (seconds, UTC) the newest commit of the mainline up to then, by committer date; null before history
 * begins. Commits may stand out of order: the first one on the way back counts, as in `git rev-list --before`.
 */
export async function commitsAt(
  location: GitLocation,
  head: string,
  instants: readonly number[],
  signal?: AbortSignal,
): Promise<(string | null)[]> {
  const listed = await list(location, head, [`-${String(commitsAtOnce)}`], signal);
  const found: (string | null)[] = [];
  for (const instant of instants) {
    const known = listed.find(({ at }) => at <= instant);
    if (known !== undefined || listed.length < commitsAtOnce) {
      found.push(known?.id ?? null);
      continue;
    }
    const before = `--before=${new Date(instant * 1000).toISOString()}`;
    const [asked] = await list(location, head, ["-1", before], signal);
    found.push(asked?.id ?? null);
  }
  return found;
}

async function list(
  location: GitLocation,
  head: string,
  options: readonly string[],
  signal: AbortSignal | undefined,
): Promise<{ readonly id: string; readonly at: number }[]> {
  const commits: { id: string; at: number }[] = [];
  const reader = new LineReader((bytes, from, end) => {
    const [at = "", id = ""] = bytes.toString("latin1", from, end).split(" ");
    commits.push({ id, at: Number(at) });
  });
  await readObjects(
    location,
    ["rev-list", "--first-parent", "--timestamp", ...options, head, "--"],
    {
      onOutput: (chunk) => reader.push(chunk),
      ...(signal === undefined ? {} : { signal }),
    },
  );
  reader.end();
  return commits;
}
