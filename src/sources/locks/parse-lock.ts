import type { LockedPackage, ParseProblem } from "#evidence/facts.ts";
import { mixLock, rebarLock } from "./beam-locks.ts";
import { bunLock } from "./bun-lock.ts";
import { composerLock } from "./composer-lock.ts";
import { condaExplicitLock, condaLock, pixiLock } from "./conda-locks.ts";
import { denoLock } from "./deno-lock.ts";
import type { LockFormat } from "./formats.ts";
import { gemfileLock } from "./gemfile-lock.ts";
import { gradleLock } from "./gradle-lock.ts";
import { cabalFreeze, stackLock } from "./haskell-locks.ts";
import { chartLock, flakeLock, requirementsLock, terraformLock } from "./infrastructure-locks.ts";
import { additionsAllowed, LockTooLarge, PackageTally } from "./lock-sink.ts";
import { carthageLock, podfileLock, pubspecLock, swiftLock } from "./mobile-locks.ts";
import { npmLock } from "./npm-lock.ts";
import { nugetLock } from "./nuget-lock.ts";
import { paketLock } from "./paket-lock.ts";
import { pipfileLock } from "./pipfile-lock.ts";
import { pnpmLock } from "./pnpm-lock.ts";
import { hasConflict } from "./segment-difference.ts";
import type { LockReader } from "./segment-grammar.ts";
import { cargoLock, pdmLock, poetryLock, pylock, uvLock } from "./toml-locks.ts";
import { yarnLock } from "./yarn-lock.ts";

export const lockReaders: Readonly<Record<LockFormat, LockReader>> = {
  gemfile: gemfileLock,
  npm: npmLock,
  yarn: yarnLock,
  pnpm: pnpmLock,
  poetry: poetryLock,
  uv: uvLock,
  pipfile: pipfileLock,
  cargo: cargoLock,
  composer: composerLock,
  nuget: nugetLock,
  gradle: gradleLock,
  bun: bunLock,
  deno: denoLock,
  pdm: pdmLock,
  pylock,
  conda: condaLock,
  "conda-explicit": condaExplicitLock,
  pixi: pixiLock,
  mix: mixLock,
  rebar: rebarLock,
  pubspec: pubspecLock,
  swift: swiftLock,
  carthage: carthageLock,
  cocoapods: podfileLock,
  helm: chartLock,
  requirements: requirementsLock,
  terraform: terraformLock,
  flake: flakeLock,
  cabal: cabalFreeze,
  stack: stackLock,
  paket: paketLock,
};

/** Bytes. The largest lock files known hold some 50 MB; what is larger does not come out of git either (`largestBlob`). */
export const mostBytes = 64_000_000;

export interface LockReading {
  /** Each package once, whatever the order of the file; empty where the file cannot be read. */
  readonly packages: readonly LockedPackage[];
  /** Not empty: the file cannot be read, and says nothing. */
  readonly problems: readonly ParseProblem[];
}

/** Reads one whole lock file (text without byte-order mark or with). Never throws. */
export function parseLock(format: LockFormat, text: string): LockReading {
  const bytes = Buffer.byteLength(text);
  if (bytes > mostBytes) return { packages: [], problems: [tooLarge()] };
  const tally = new PackageTally(() => true, additionsAllowed(bytes));
  const problem = readWholeLock(format, text.startsWith("\uFEFF") ? text.slice(1) : text, tally);
  if (problem !== null) return { packages: [], problems: [problem] };
  return { packages: [...tally.packages.values()].map((held) => held.package), problems: [] };
}

/** Reads a whole lock file, without byte-order mark, into an empty tally; a problem means that what the tally holds is worth nothing. */
export function readWholeLock(
  format: LockFormat,
  text: string,
  tally: PackageTally,
): ParseProblem | null {
  if (hasConflict(text))
    return { code: "invalid", text: "The lock file holds the markers of an unresolved merge" };
  try {
    lockReaders[format].read(text, tally);
    return null;
  } catch (error) {
    if (error instanceof LockTooLarge) return tooLarge();
    // Parsers quote what they stumbled over, and that may be anybody's secret.
    return { code: "invalid", text: `The lock file is not valid (${format})` };
  }
}

export function tooLarge(): ParseProblem {
  const text = `The lock file is larger than any that its tool writes: more than ${String(mostBytes / 1e6)} MB, or more packages than fit; what the version before said still counts`;
  return { code: "too-large", text };
}
