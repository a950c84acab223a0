import { ManifestCollector } from "../manifest-collector.ts";
import { manifestSource } from "../manifest-source.ts";
import { kindOfName } from "../package-marks.ts";
import { isOp } from "./ruby-blocks.ts";
import { type RubyToken, tokenizeRuby } from "./ruby-tokens.ts";

const versionPath = /(?:^|\/)lib\/((?:[^/]{1,100}\/){1,6})version\.rb$/;

/**
 * `lib/rail/signals/version.rb`: the version of the gem whose `lib` it is in. The purl is derived from the folders by
 * RubyGems' naming convention (`rail-signals`); a gem may be named otherwise (`rail_api` for the gem `rail-api-client`).
 * The model joins it with the gemspec beside `lib`: equal purl first, else the shallowest version file of that folder.
 */
export const rubyVersionFile = manifestSource({
  id: "ruby-version-file",
  version: 1,
  endings: ["rb"],
  matches: (base, path) =>
    base === "version.rb" && versionPath.test(path) && !path.includes("/app/"),
  read({ path, text }) {
    const collector = new ManifestCollector("gem");
    const name = gemNameOf(path);
    if (name === null) return {};
    const { tokens } = tokenizeRuby(text);
    const found = literalVersion(tokens) ?? joinedVersion(tokens);
    if (found === null) return {};
    collector.package({
      name,
      kind: kindOfName(name),
      version: found.version,
      line: found.line,
    });
    return collector.facts();
  },
});

/** `lib/rail/signals/version.rb` → `rail-signals`; null where the path is no version file's. */
export function gemNameOf(path: string): string | null {
  const folders = versionPath.exec(path)?.[1];
  return folders === undefined ? null : folders.slice(0, -1).replaceAll("/", "-");
}

interface FoundVersion {
  readonly version: string;
  readonly line: number;
}

/** `VERSION = "1.2.3"`, frozen or inside `Gem::Version.new(…)`. */
function literalVersion(tokens: readonly RubyToken[]): FoundVersion | null {
  for (const [at, token] of tokens.entries()) {
    if (!isConstant(token, ["VERSION", "STRING"]) || !isOp(tokens[at + 1], "=")) continue;
    for (const value of tokens.slice(at + 2, at + 10)) {
      if (value.kind === "newline" || isOp(value, "[")) break;
      if (value.kind !== "string") continue;
      const isVersion = value.isLiteral && /^\d[\w.+-]{0,60}$/.test(value.text);
      return isVersion ? { version: value.text, line: token.line } : null;
    }
  }
  return null;
}

/** `[MAJOR, MINOR, TINY, PRE].compact.join(".")` of literal constants. */
function joinedVersion(tokens: readonly RubyToken[]): FoundVersion | null {
  const constants = new Map<string, string | null>();
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== "word" || !isOp(tokens[at + 1], "=")) continue;
    if (isOp(tokens[at + 2], "[") && isConstant(token, ["VERSION", "STRING"])) {
      const version = joined(tokens, at + 3, constants);
      return version === null ? null : { version, line: token.line };
    }
    const value = tokens[at + 2];
    const isNil = value?.kind === "word" && value.text === "nil";
    const isLiteral = value?.kind === "number" || (value?.kind === "string" && value.isLiteral);
    if (isLiteral || isNil) constants.set(token.text, isNil ? null : value.text);
  }
  return null;
}

function joined(
  tokens: readonly RubyToken[],
  start: number,
  constants: ReadonlyMap<string, string | null>,
): string | null {
  const parts: string[] = [];
  for (let at = start; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (isOp(token, "]")) return parts.length === 0 ? null : parts.join(".");
    if (token?.kind === "number") parts.push(token.text);
    else if (token?.kind === "word") {
      const value = constants.get(token.text);
      if (value === undefined) return null;
      if (value !== null) parts.push(value);
    }
  }
  return null;
}

function isConstant(token: RubyToken, names: readonly string[]): boolean {
  return token.kind === "word" && names.includes(token.text);
}
