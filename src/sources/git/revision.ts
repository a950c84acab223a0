import { readObjects, type GitLocation } from "./run.ts";

const hexadecimal = /^[0-9a-f]{4,64}$/;
const revision = /^(.{1,1000}?)((?:[~^]\d{0,6}){0,20})$/;

/**
 * The commit that `HEAD`, a branch, a tag, a remote branch or (part of) an object id names, with `~2` or `^` after it; null
 * where there is none here. Names are looked up as git does (gitrevisions), but never by git: it would read configuration.
 */
export async function resolveRevision(
  location: GitLocation,
  standing: { readonly head: string | null; readonly refs: ReadonlyMap<string, string> },
  text: string,
  signal?: AbortSignal,
): Promise<string | null> {
  const [, name = "", steps = ""] = revision.exec(text) ?? [];
  const object = name === "HEAD" || name === "@" ? standing.head : lookUp(standing.refs, name);
  const start = object ?? (hexadecimal.test(name) ? name : null);
  if (start === null) return null;
  return askFor(
    location,
    ["rev-parse", "--verify", "--quiet", `${start}${steps}^{commit}`],
    signal,
  );
}

/** Where the histories of two commits meet; null where they do not, as far as they are here. */
export function mergeBase(
  location: GitLocation,
  one: string,
  other: string,
  signal?: AbortSignal,
): Promise<string | null> {
  return askFor(location, ["merge-base", one, other], signal);
}

function lookUp(refs: ReadonlyMap<string, string>, name: string): string | null {
  const places = ["", "refs/", "refs/tags/", "refs/heads/", "refs/remotes/"];
  for (const place of places) {
    const found = refs.get(`${place}${name}`);
    if (found !== undefined) return found;
  }
  return refs.get(`refs/remotes/${name}/HEAD`) ?? null;
}

async function askFor(
  location: GitLocation,
  args: readonly string[],
  signal: AbortSignal | undefined,
): Promise<string | null> {
  let text = "";
  await readObjects(location, args, {
    onOutput: (chunk) => (text += chunk.toString("latin1")),
    accept: [1, 128],
    ...(signal === undefined ? {} : { signal }),
  });
  return /^([0-9a-f]{40,64})\s/.exec(text)?.[1] ?? null;
}
