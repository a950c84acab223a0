import { readdir, stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import type { Advisory } from "#evidence/advisories.ts";
import { decodedText } from "#evidence/decoded-text.ts";
import { systemCodeOf } from "#kernel/errors.ts";
import { NoPlainFile, readPlainFile } from "#kernel/plain-file.ts";
import { readOsv } from "#sources/advisories/osv.ts";
import type { Problem } from "#evidence/problem.ts";

const mostFiles = 200_000;
const mostDepth = 12;
const largestFile = 16 * 1024 * 1024;
const mostProblems = 50;
const mostKinds = 200;
const toldKinds = 12;

export interface Advisories {
  /** Null: none are named in fulcrum.yaml. */
  readonly advisories: readonly Advisory[] | null;
  readonly problems: readonly Problem[];
}

/** Advisories of the files that are named, and of every JSON file below the folders; links are not followed. */
export async function readAdvisories(
  paths: readonly string[],
  configurationFolder: string,
): Promise<Advisories> {
  if (paths.length === 0) return { advisories: null, problems: [] };
  const latest = new Map<string, Latest>();
  const problems: Problem[] = [];
  let unlistedCount = 0;
  const refuse = (path: string, text: string): void => {
    if (problems.length >= mostProblems) {
      unlistedCount++;
      return;
    }
    problems.push({
      code: "advisory-unread",
      where: shown(configurationFolder, path),
      text,
      needs: "A file in OSV format (https://ossf.github.io/osv-schema), or leave it out.",
    });
  };
  const passedOver = new Map<string, Passed>();
  const pass = (what: string, path: string, count = 1): void => {
    const known = passedOver.get(what);
    if (known !== undefined) known.count += count;
    else if (passedOver.size < mostKinds)
      passedOver.set(what, { count, first: shown(configurationFolder, path) });
  };
  for (const path of paths) {
    for await (const file of filesOf(resolve(configurationFolder, path), refuse, pass)) {
      const text = await textOf(file, refuse);
      if (text === null) continue;
      const read = readOsv(text, /\.ya?ml$/i.test(file));
      if (read.problem !== null) refuse(file, read.problem);
      for (const [id, modified] of read.withdrawn) keepNewest(latest, id, modified, null);
      for (const one of read.advisories) keepNewest(latest, one.id, one.modified ?? null, one);
      for (const [what, count] of read.passedOver) pass(what, file, count);
    }
  }
  if (unlistedCount > 0)
    problems.push({
      code: "advisory-unread",
      where: "advisories",
      text: `${String(unlistedCount)} more of the files could not be read as advisories, or not in full`,
      needs: "Mend or leave out those that are listed first: they mostly share a cause.",
    });
  if (passedOver.size > 0) problems.push(passedOverProblem(passedOver));
  return { advisories: [...latest.values()].flatMap((one) => one.advisory ?? []), problems };
}

/** The newest record of an id; null: it withdraws the advisory. */
interface Latest {
  readonly at: number;
  readonly advisory: Advisory | null;
}

/** Copies of a database of other days may lie side by side: which of two records is read last says nothing. */
function keepNewest(
  latest: Map<string, Latest>,
  id: string,
  modified: string | null,
  advisory: Advisory | null,
): void {
  const time = Date.parse(modified ?? "");
  const at = Number.isNaN(time) ? -Infinity : time;
  const known = latest.get(id);
  if (known === undefined || at > known.at || (at === known.at && known.advisory !== null))
    latest.set(id, { at, advisory });
}

interface Passed {
  count: number;
  /** The file in which it was met first. */
  readonly first: string;
}

function shown(folder: string, path: string): string {
  return relative(folder, path).replaceAll("\\", "/") || path;
}

/** Once for all files: a copy of a whole database has tens of thousands of them. */
function passedOverProblem(passedOver: ReadonlyMap<string, Passed>): Problem {
  const kinds = [...passedOver].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1));
  const told = kinds
    .slice(0, toldKinds)
    .map(([what, { count, first }]) => `${what.trim()} (${String(count)}, first in ${first})`);
  const rest = kinds.length > toldKinds ? `, and ${String(kinds.length - toldKinds)} more` : "";
  return {
    code: "advisories-passed-over",
    where: "advisories",
    text: `parts of advisories that are not compared: ${told.join(", ")}${rest}`,
    needs:
      "Nothing where these are packages of operating systems; else records with packages and versions.",
  };
}

/** Stands in the key of a report: changes with the files that are read. */
export async function advisoriesState(
  paths: readonly string[],
  configurationFolder: string,
): Promise<string> {
  const states: string[] = [];
  for (const path of paths) {
    for await (const file of filesOf(resolve(configurationFolder, path), ignore, ignore)) {
      const found = await stat(file).catch(() => null);
      states.push(`${file} ${String(found?.size)} ${String(found?.mtimeMs)}`);
    }
  }
  return states.sort().join("\n");
}

const advisoryFile = /\.(?:json|jsonl|ndjson|sarif|ya?ml)$/i;
/** RustSec keeps its advisories as Markdown, databases come as archives. */
const packed =
  /(?:\.(?:zip|gz|tgz|xz|zst|bz2|7z|tar|toml|db|sqlite|parquet|xml|csv)|^(?:RUSTSEC|CVE|GHSA)-.{1,80}\.md)$/i;
const ignore = (): void => undefined;

async function* filesOf(
  start: string,
  refuse: (path: string, text: string) => void,
  pass: (what: string, path: string) => void,
): AsyncGenerator<string> {
  const pending = [{ path: start, depth: 0 }];
  let count = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    try {
      const found = next.depth === 0 ? await stat(next.path) : null;
      if (found?.isFile() === true) {
        yield next.path;
        continue;
      }
      if (found?.isDirectory() === false) throw new NoPlainFile();
      const entries = await readdir(next.path, { withFileTypes: true });
      for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const path = join(next.path, entry.name);
        if (entry.isDirectory() && next.depth < mostDepth)
          pending.push({ path, depth: next.depth + 1 });
        else if (entry.isDirectory()) pass(`folders deeper than ${String(mostDepth)}`, path);
        else if (entry.isFile() && advisoryFile.test(entry.name)) {
          if (count++ < mostFiles) yield path;
          else pass(`files after the first ${String(mostFiles)}`, path);
        } else if (packed.test(entry.name))
          pass("files that are packed, or in a format of their own", path);
        else if (entry.isSymbolicLink()) pass("links, which are not followed", path);
      }
    } catch (error) {
      refuse(next.path, `it could not be read (${systemCodeOf(error) ?? "unknown error"})`);
    }
  }
}

async function textOf(
  path: string,
  refuse: (path: string, text: string) => void,
): Promise<string | null> {
  try {
    const bytes = await readPlainFile(path, largestFile);
    if (bytes !== null) return decodedText(bytes).text;
    refuse(path, "larger than 16 MB");
    return null;
  } catch (error) {
    refuse(path, `it could not be read (${systemCodeOf(error) ?? "unknown error"})`);
    return null;
  }
}
