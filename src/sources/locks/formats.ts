import { isForeignPath } from "#evidence/foreign-path.ts";

export type LockFormat =
  | "gemfile"
  | "npm"
  | "yarn"
  | "pnpm"
  | "poetry"
  | "uv"
  | "pipfile"
  | "cargo"
  | "composer"
  | "nuget"
  | "gradle"
  | "bun"
  | "deno"
  | "pdm"
  | "pylock"
  | "conda"
  | "conda-explicit"
  | "pixi"
  | "mix"
  | "rebar"
  | "pubspec"
  | "swift"
  | "carthage"
  | "cocoapods"
  | "helm"
  | "requirements"
  | "terraform"
  | "flake"
  | "cabal"
  | "stack"
  | "paket";

/** Part of the key of cached evidence: raised whenever a lock file would be read differently. */
export const lockVersion = 4;

const byName: ReadonlyMap<string, LockFormat> = new Map([
  ["Gemfile.lock", "gemfile"],
  ["gems.locked", "gemfile"],
  ["package-lock.json", "npm"],
  ["npm-shrinkwrap.json", "npm"],
  ["yarn.lock", "yarn"],
  ["pnpm-lock.yaml", "pnpm"],
  ["poetry.lock", "poetry"],
  ["uv.lock", "uv"],
  ["Pipfile.lock", "pipfile"],
  ["Cargo.lock", "cargo"],
  ["composer.lock", "composer"],
  ["packages.lock.json", "nuget"],
  ["bun.lock", "bun"],
  ["deno.lock", "deno"],
  ["pdm.lock", "pdm"],
  ["pylock.toml", "pylock"],
  ["conda-lock.yml", "conda"],
  ["conda-lock.yaml", "conda"],
  ["pixi.lock", "pixi"],
  ["mix.lock", "mix"],
  ["rebar.lock", "rebar"],
  ["pubspec.lock", "pubspec"],
  ["Package.resolved", "swift"],
  ["Cartfile.resolved", "carthage"],
  ["Podfile.lock", "cocoapods"],
  ["Chart.lock", "helm"],
  ["requirements.lock", "requirements"],
  ["requirements-dev.lock", "requirements"],
  [".terraform.lock.hcl", "terraform"],
  ["flake.lock", "flake"],
  ["cabal.project.freeze", "cabal"],
  ["stack.yaml.lock", "stack"],
  ["paket.lock", "paket"],
]);

const bySuffix: readonly (readonly [string, LockFormat])[] = [
  // Appraisal: one Gemfile for each version of a dependency.
  [".gemfile.lock", "gemfile"],
  [".lockfile", "gradle"],
  // conda-lock: one for each environment.
  [".conda-lock.yml", "conda"],
];

const byPattern: readonly (readonly [RegExp, LockFormat])[] = [
  // PEP 751: one for each use.
  [/^pylock\.[^.]{1,100}\.toml$/, "pylock"],
  // conda-lock's own name for a list of addresses: one for each platform.
  [/^conda-(?:linux|osx|win|emscripten|wasi)-[\w]{1,20}\.lock$/, "conda-explicit"],
];

/**
 * The format of a lock file by its POSIX path; null for every other file and for what somebody else's folder holds, unless it is
 * known that nobody else's it is (`isOwn`).
 */
export function lockFormatOf(path: string, isOwn = false): LockFormat | null {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const format =
    byName.get(name) ??
    bySuffix.find(([suffix]) => name.endsWith(suffix))?.[1] ??
    byPattern.find(([pattern]) => pattern.test(name))?.[1];
  return format === undefined || (!isOwn && isForeignPath(path)) ? null : format;
}
