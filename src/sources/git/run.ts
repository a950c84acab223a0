import { existsSync } from "node:fs";
import { FulcrumError, messageOf, systemCodeOf } from "#kernel/errors.ts";
import { launchHere, type Launch, type ProgramEnding } from "./starting/program.ts";
import { HandedOn, ToldOtherwise } from "./starting/handed-on.ts";
import { hasStarter, ProgramStarter, StarterLost } from "./starting/program-starter.ts";

/**
 * The only module that has a program started. Objects are read through a git directory of our own (`shadowDir`), with the
 * repository's object folder handed over by environment: the repository's configuration, hooks, attributes, mailmap
 * files and remotes are never read, so nothing in them can run. Refs are listed through a directory of our own as well.
 */
export interface GitLocation {
  /** The repository's own git directory: for what is said of it, never given to git. */
  readonly gitDir: string;
  readonly objectsDir: string;
  readonly shallowFile: string | null;
  /** An empty bare repository that we made: see `createShadow`. */
  readonly shadowDir: string;
}

export interface GitRun {
  readonly onOutput: (chunk: Buffer) => void;
  readonly input?: string | Buffer;
  readonly signal?: AbortSignal;
  /** Exit codes other than 0 that are an answer, not a failure. */
  readonly accept?: readonly number[];
  /** In place of the usual ones. */
  readonly limits?: Partial<GitLimits>;
}

/** What one git may take: a few kilobytes of objects can ask for all the memory and time there is. */
export interface GitLimits {
  /** Of one piece: an object that is larger cannot be read, unless git streams it. */
  readonly allocationBytes: number;
  /** Of all that it writes to, packs not counted; where the system knows such a limit. */
  readonly memoryKilobytes: number;
  readonly seconds: number;
}

/** Twice the largest blob that is read, with room for columns of millions of commits. */
const usualLimits: GitLimits = {
  allocationBytes: 128 * 1024 * 1024,
  memoryKilobytes: 1024 * 1024,
  seconds: 1800,
};

/** Options that stay harmless in every version: belt to the braces of the shadow directory. */
const safeOptions = [
  "--no-pager",
  "--no-replace-objects",
  "--literal-pathspecs",
  ...[
    "advice.graftFileDeprecated=false",
    // A commit graph of the repository's making could tell another history than its commits; it saves nothing here.
    "core.commitGraph=false",
    // Its names of packs are joined to the folder as they stand, `..` included: it could show packs from elsewhere.
    "core.multiPackIndex=false",
    // A third of the default: as fast on histories of 250,000 commits, and 60 to 75 MB less for each git.
    "core.deltaBaseCacheLimit=32m",
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.attributesFile=/dev/null",
    "core.excludesFile=/dev/null",
    "core.sshCommand=false",
    "core.gitProxy=false",
    "core.askPass=false",
    "core.pager=cat",
    "core.quotePath=false",
    "credential.helper=",
    "diff.external=",
    "gpg.program=false",
    "log.showSignature=false",
    "log.mailmap=false",
    "mailmap.file=",
    "mailmap.blob=",
    "protocol.allow=never",
    "submodule.recurse=false",
    "fetch.recurseSubmodules=false",
    "maintenance.auto=false",
    "gc.auto=0",
  ].flatMap((setting) => ["-c", setting]),
];

function safeEnvironment(extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const inherited: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(process.env)) {
    // Variables of git itself would redirect it; preloaded libraries are the user's own business.
    if (!name.startsWith("GIT_")) inherited[name] = value;
  }
  return {
    ...inherited,
    LC_ALL: "C",
    PAGER: "cat",
    GIT_PAGER: "cat",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
    // Into a pipe git would write commit by commit, which costs both sides more than the commits.
    GIT_FLUSH: "0",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "",
    GIT_GRAFT_FILE: "/dev/null",
    GIT_ASKPASS: "false",
    SSH_ASKPASS: "false",
    GIT_SSH_COMMAND: "false",
    ...extra,
  };
}

/** Runs git over the object database of `location`; resolves to the exit code. Throws `git-failed`, `git-missing`. */
export function readObjects(
  location: GitLocation,
  args: readonly string[],
  run: GitRun,
): Promise<number> {
  const environment = safeEnvironment(objectsOf(location));
  return start(args, environment, location.gitDir, run);
}

function objectsOf({
  shadowDir,
  objectsDir,
  shallowFile,
}: GitLocation): Readonly<Record<string, string>> {
  return {
    GIT_DIR: shadowDir,
    GIT_OBJECT_DIRECTORY: objectsDir,
    ...(shallowFile === null ? {} : { GIT_SHALLOW_FILE: shallowFile }),
  };
}

export interface WorkTree {
  /** Real path of the folder that is checked out. */
  readonly folder: string;
  /** The index of that work tree. */
  readonly indexFile: string;
}

/**
 * Runs git over a work tree, still through the shadow: filters and drivers that its attributes name are not configured
 * there, so none can run. Only what lists paths belongs here; contents are read by us. Throws as `readObjects` does.
 */
export function readWorkTree(
  location: GitLocation,
  { folder, indexFile }: WorkTree,
  args: readonly string[],
  run: GitRun,
): Promise<number> {
  const environment = safeEnvironment({
    ...objectsOf(location),
    GIT_WORK_TREE: folder,
    GIT_INDEX_FILE: indexFile,
  });
  return start(["-c", "core.bare=false", "-C", folder, ...args], environment, folder, run);
}

export interface RefDirectories {
  /** A directory of ours with the repository's refs in it: see `listThroughOwnDirectory`. */
  readonly refsDir: string;
  readonly objectsDir: string;
  /** What to call it in an error. */
  readonly shownDir: string;
}

/** Hundreds of thousands of refs take one. */
const secondsForRefs = 120;

/** Runs git over the refs of a repository: nothing but listing them belongs here. */
export function readRefs(
  { refsDir, objectsDir, shownDir }: RefDirectories,
  args: readonly string[],
  run: GitRun,
): Promise<number> {
  const environment = safeEnvironment({ GIT_DIR: refsDir, GIT_OBJECT_DIRECTORY: objectsDir });
  const limits = { seconds: secondsForRefs, ...run.limits };
  return start(args, environment, shownDir, { ...run, limits });
}

/** The only way in which git may reach another repository. */
export interface Reach {
  readonly protocol: "https" | "ssh" | "file";
  /** What is started for `ssh`. */
  readonly sshCommand?: string;
}

/** Runs git over a bare repository that we made, to bring it up to date from another. Nothing but that belongs here. */
export function reachOther(
  gitDir: string,
  { protocol, sshCommand }: Reach,
  args: readonly string[],
  run: GitRun,
): Promise<number> {
  const environment = safeEnvironment({
    GIT_DIR: gitDir,
    GIT_ALLOW_PROTOCOL: protocol,
    GIT_SSH_VARIANT: "ssh",
    ...(sshCommand === undefined ? {} : { GIT_SSH_COMMAND: sshCommand }),
  });
  return start(args, environment, gitDir, run);
}

/** Runs git without a repository (`version`, `init` of the shadow directory). */
export function runPlainGit(args: readonly string[], run: GitRun): Promise<number> {
  return start(args, safeEnvironment({}), "", run);
}

const shell = "/bin/sh";
const shellFoundNone = 127;
const hasShell = process.platform !== "win32" && existsSync(shell);
/** A limit that is lower already stays. The time is of the processor, for a git whose parent is no more. */
function withLimits(then: string): string {
  return `ulimit -S -d "$1" 2>/dev/null; ulimit -S -t "$2" 2>/dev/null; shift 2; ${then}`;
}

/** So many are started by this process itself: another one beside it pays only where more follow. */
const startedHere = 4;
let started = 0;
let starter: ProgramStarter | null = null;

interface Launcher {
  readonly launch: Launch;
  /** Whether all started so are under the usual limits of the system already. */
  readonly isLimited: boolean;
}

const here: Launcher = { launch: launchHere, isLimited: false };

function launcher(): Launcher {
  started++;
  // One that was lost may be lost again: whatever ended it is still there.
  if (started <= startedHere || !hasShell || !hasStarter() || starter?.isLost === true) return here;
  starter ??= new ProgramStarter(underUsualLimits);
  return { launch: starter.launch, isLimited: true };
}

const underUsualLimits = [
  shell,
  "-c",
  withLimits('exec "$@"'),
  "sh",
  String(usualLimits.memoryKilobytes),
  String(usualLimits.seconds),
] as const;

async function start(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  where: string,
  run: GitRun,
): Promise<number> {
  const handed = new HandedOn(run.onOutput);
  try {
    return await startBy(launcher(), args, environment, where, { ...run, onOutput: handed.take });
  } catch (error) {
    if (!(error instanceof StarterLost)) throw error;
  }
  // Asked again, it tells the same, for objects do not change; what was handed on is not handed on twice.
  const again = handed.again();
  try {
    const code = await startBy(here, args, environment, where, { ...run, onOutput: again.take });
    again.end();
    return code;
  } catch (error) {
    if (!(error instanceof ToldOtherwise)) throw error;
    throw gitFailed(verbOf(args), where, { code: null, signal: null, complaint: error.message });
  }
}

async function startBy(
  { launch, isLimited }: Launcher,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  where: string,
  run: GitRun,
): Promise<number> {
  run.signal?.throwIfAborted();
  const limits = { ...usualLimits, ...run.limits };
  const all = [...safeOptions, ...args];
  const isUsual =
    limits.memoryKilobytes === usualLimits.memoryKilobytes &&
    limits.seconds === usualLimits.seconds;
  const isPlain = !hasShell || (isLimited && isUsual);
  const numbers = [String(limits.memoryKilobytes), String(limits.seconds)];
  const broken: unknown[] = [];
  let isLate = false;
  const child = launch({
    program: isPlain ? "git" : shell,
    args: isPlain ? all : ["-c", withLimits('exec git "$@"'), "git", ...numbers, ...all],
    environment: { ...environment, GIT_ALLOC_LIMIT: String(limits.allocationBytes) },
    input: run.input ?? null,
    onOutput: (chunk) => {
      if (broken.length > 0) return;
      try {
        run.onOutput(chunk);
      } catch (thrown) {
        broken.push(thrown);
        child.kill();
      }
    },
  });
  const deadline = setTimeout(() => {
    isLate = true;
    child.kill();
  }, limits.seconds * 1000);
  const kill = (): void => child.kill();
  run.signal?.addEventListener("abort", kill, { once: true });
  const ending = await child.ended
    .catch((error: unknown) => {
      if (broken.length > 0) throw asError(broken[0]);
      throw systemCodeOf(error) === "ENOENT" ? gitMissing(asError(error)) : asError(error);
    })
    .finally(() => {
      clearTimeout(deadline);
      run.signal?.removeEventListener("abort", kill);
    });
  run.signal?.throwIfAborted();
  if (broken.length > 0) throw asError(broken[0]);
  const { code, complaint } = ending;
  if (code !== null && (code === 0 || run.accept?.includes(code) === true)) return code;
  if (code === shellFoundNone && !isPlain) throw gitMissing(new Error(complaint));
  const late = `it did not end within ${String(limits.seconds)} s`;
  throw gitFailed(verbOf(args), where, isLate ? { ...ending, complaint: late } : ending);
}

/** The command among options of git itself. */
function verbOf(args: readonly string[]): string {
  const at = args.findIndex(
    (arg, index) => !arg.startsWith("-") && !/^-[cC]$/.test(args[index - 1] ?? ""),
  );
  return args[at] ?? "";
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(messageOf(thrown));
}

function gitMissing(cause: Error): FulcrumError {
  return new FulcrumError(
    "git-missing",
    "The program git was not found on the PATH.",
    "Install git 2.30 or newer (https://git-scm.com) and run the command again.",
    { cause },
  );
}

function gitFailed(
  verb: string,
  where: string,
  { code, signal, complaint }: ProgramEnding,
): FulcrumError {
  const ending = signal === null ? `exit code ${String(code)}` : `signal ${signal}`;
  const first = complaint.trim().split("\n").slice(0, 3).join("; ").slice(0, 600);
  return new FulcrumError(
    "git-failed",
    `git ${verb} ended with ${ending} in ${where}: ${first === "" ? "no message" : first}`,
    "Run `git fsck` in that repository, or clone it again; the others are assessed all the same.",
  );
}
