import { isMarkedGenerated } from "./generated-mark.ts";

export interface LeftOut {
  readonly reason: LeftOutReason | "imports" | "licence-header" | "data-table" | "alike-in-form";
  readonly files: number;
  /** Lines with code (imports, tables: those within files that take part). Zero where a file was not read. */
  readonly lines: number;
}

/** Why a file takes no part in the comparison. */
export type LeftOutReason =
  | "unknown-language"
  | "too-large"
  | "binary"
  | "minified"
  | "generated"
  | "vendored"
  | "lock-file"
  | "fixture"
  | "migration"
  | "dependency-list"
  | "data";

/** A file above this size is data or generated in practice, and would hold a worker up. */
export const MAX_FILE_BYTES = 2 * 1024 * 1024;
const HEAD_BYTES = 1024;
const MINIFIED_MEAN_LINE = 250;

const vendored =
  /(?:^|\/)(?:node_modules|bower_components|vendor|vendors|vendored|third[-_]party|thirdparty|_vendor|site-packages|Pods|Carthage|Godeps|\.yarn|\.bundle|jspm_packages)\//;
const fixture =
  /(?:^|\/)(?:fixtures?|__fixtures__|testdata|test-data|__snapshots__|cassettes|goldens?)\/|\.snap$/;
const generatedPath =
  /(?:^|\/)(?:dist|generated|__generated__|\.next|\.nuxt)\/|(?:\.pb(?:\.gw)?\.(?:go|cc|h|swift|dart|ts|rb)|_pb2(?:_grpc)?\.pyi?|_(?:grpc_)?pb\.(?:js|d\.ts|ts|rb)|\.(?:g|freezed|gr|config)\.dart|\.g\.(?:i\.)?cs|\.designer\.cs|\.generated\.[a-z]{1,5}|[-.]min\.(?:js|css|mjs)|\.bundle\.js|\/sorbet\/rbi\/.{1,200})$/i;
const lockFile =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|Gemfile\.lock|poetry\.lock|uv\.lock|Pipfile\.lock|Cargo\.lock|composer\.lock|go\.sum|mix\.lock|\.terraform\.lock\.hcl|Podfile\.lock)$/;
/** Written once and kept as it was: steps of a database's schema, named by number or time. */
const migration =
  /(?:^|\/)db\/(?:[a-z_]{1,30}\/)?migrate\/|(?:^|\/)migrations?\/(?:[^/]{1,80}\/){0,2}[VvUR]?\d[^/]{1,150}$|(?:^|\/)alembic\/versions\/|(?:^|\/)db\/(?:schema\.rb|structure\.sql)$/i;
/** What is used is told by adoption and jobs; that two teams use the same is no clone. */
const dependencyList =
  /(?:^|\/)(?:Gemfile|gems\.rb|Appraisals|Podfile|Cartfile|Brewfile|Package\.swift|[^/]{1,80}\.(?:gemspec|podspec))$/;
const localeData = /(?:^|\/)(?:locales?|i18n|translations)\/.{0,200}\.ya?ml$/;

/** By path alone; null when the path gives no reason. Paths are relative to their repository. */
export function leftOutByPath(path: string): LeftOutReason | null {
  if (lockFile.test(path)) return "lock-file";
  if (vendored.test(path)) return "vendored";
  if (fixture.test(path)) return "fixture";
  if (generatedPath.test(path)) return "generated";
  if (migration.test(path)) return "migration";
  if (dependencyList.test(path)) return "dependency-list";
  if (localeData.test(path)) return "data";
  return null;
}

/** By size and content; null when the file is to be compared. */
export function leftOutByContent(bytes: Uint8Array): LeftOutReason | null {
  if (bytes.length > MAX_FILE_BYTES) return "too-large";
  const head = bytes.subarray(0, HEAD_BYTES);
  if (head.includes(0)) return "binary";
  if (bytes.length > 2000 && isMinified(bytes)) return "minified";
  return isMarkedGenerated(bytes) ? "generated" : null;
}

function isMinified(bytes: Uint8Array): boolean {
  let lines = 1;
  for (let i = bytes.indexOf(0x0a); i >= 0; i = bytes.indexOf(0x0a, i + 1)) {
    lines++;
    if (lines * MINIFIED_MEAN_LINE > bytes.length) return false;
  }
  return bytes.length / lines > MINIFIED_MEAN_LINE;
}
