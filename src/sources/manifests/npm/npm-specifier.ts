import { parseForgeArchive } from "../forge-archive.ts";
import { gitOrigin, hostedOrigin } from "../origin.ts";
import { pathTarget } from "../manifest-path.ts";

/** What the right-hand side of an npm dependency says: which package, what versions, from where. */
export interface NpmTarget {
  readonly name: string;
  readonly constraint: string | null;
  readonly localPath?: string;
  readonly origin?: string;
  /** The ecosystem where it is not npm: JSR. */
  readonly type?: string;
  /** Entry of a catalog that says package and version: see `catalogEntry`. */
  readonly reference?: string;
}

const shorthand = /^[\w.-]{1,100}\/[\w.-]{1,100}(?:#.*)?$/;

/** Reads a specifier after npm's `package-spec`, with the `workspace:`, `link:`, `portal:` and `patch:` of yarn and pnpm. */
export function readNpmSpecifier(path: string, name: string, specifier: string): NpmTarget {
  const text = specifier.trim();
  // `acme/rail#semver:^1` has its colon behind the address.
  const colon = (text.split("#", 1)[0] ?? "").indexOf(":");
  const protocol = colon === -1 ? "" : text.slice(0, colon);
  const rest = text.slice(colon + 1);
  switch (protocol) {
    case "":
      return readBare(path, name, text);
    case "npm":
      return readAlias(name, rest);
    case "patch":
      return readPatch(path, name, rest);
    case "workspace":
      return readWorkspace(path, name, rest);
    case "file":
    case "link":
    case "portal":
      return { name, constraint: null, ...pathTarget(path, rest.replace(/^\/\//, "")) };
    case "github":
    case "gitlab":
    case "bitbucket":
    case "gist":
      return withOrigin(name, rest, hostedOrigin(protocol, rest));
    case "jsr":
      return readJsr(name, rest);
    case "http":
    case "https":
      return readAddress(name, text);
    case "catalog":
      return { name, constraint: null, reference: catalogEntry(rest, name) };
    default:
      return protocol.startsWith("git") || protocol === "ssh" || rest.includes("/")
        ? withOrigin(name, text, gitOrigin(text))
        : { name, constraint: text };
  }
}

function readBare(path: string, name: string, text: string): NpmTarget {
  if (/^(?:\.{1,2}(?:\/|$)|~\/|\/)/.test(text)) {
    return { name, constraint: null, ...pathTarget(path, text) };
  }
  return shorthand.test(text)
    ? withOrigin(name, text, hostedOrigin("github", text))
    : { name, constraint: text === "" ? "*" : text };
}

/** `@acme/rail@^2` behind `npm:`; the `@` of a scope stands first. */
function readAlias(name: string, rest: string): NpmTarget {
  const at = rest.indexOf("@", 1);
  if (/^[\d^~<>=*]/.test(rest)) return { name, constraint: rest };
  return at === -1
    ? { name: rest === "" ? name : rest, constraint: "*" }
    : { name: rest.slice(0, at), constraint: rest.slice(at + 1) };
}

/** `patch:rail@npm%3A^2#./rail.patch`: the patched package is what is used. */
function readPatch(path: string, name: string, rest: string): NpmTarget {
  const source = (rest.split("#", 1)[0] ?? "").replaceAll("%3A", ":").replaceAll("%40", "@");
  const at = source.indexOf("@", 1);
  const inner = at === -1 ? "" : source.slice(at + 1);
  return inner.startsWith("patch:")
    ? { name, constraint: null }
    : readNpmSpecifier(path, name, inner);
}

/** What an entry of a catalog is asked for by: `catalog:` and `catalog:default` mean the same one. */
export function catalogEntry(catalog: string, name: string): string {
  const named = catalog.trim();
  return `catalog:${named === "" ? "default" : named}:${name}`;
}

/** Mostly no path is given (`workspace:^`): the package is found by its name among the members, or by `NAME@RANGE`. */
function readWorkspace(path: string, name: string, rest: string): NpmTarget {
  if (rest.startsWith(".")) {
    const target = pathTarget(path, rest);
    const localPath = "localPath" in target ? target.localPath : "workspace:";
    return { name, constraint: rest, localPath };
  }
  const [, alias, range] =
    /^((?:@[^/@]{1,200}\/)?[^/@^~*<>=\s]{1,200})@(.{0,200})$/.exec(rest) ?? [];
  return { name: alias ?? name, constraint: range ?? rest, localPath: "workspace:" };
}

/** `jsr:^1`, `jsr:@rail/track@^1`. */
function readJsr(name: string, rest: string): NpmTarget {
  const { name: named, constraint } = readAlias(name, rest);
  return { name: named, constraint, type: "jsr" };
}

/** An address of an archive in a forge is one of its repository; others lead to a git repository or a file. */
function readAddress(name: string, text: string): NpmTarget {
  const archive = parseForgeArchive(text);
  // `…/@acme/rail/-/rail-1.7.0.tgz` is how every registry of npm calls a version.
  const [, called, version] =
    /\/((?:@|%40)[\w.-]{1,100}(?:\/|%2f)[\w.-]{1,200}|[\w.-]{1,200})\/-\/[\w.-]{1,200}?-(\d{1,9}\.\d{1,9}\.\d{1,9}[\w.+-]{0,60})\.tgz(?:[?#]|$)/i.exec(
      text,
    ) ?? [];
  if (archive === null && called !== undefined && version !== undefined)
    return { name: decodedName(called), constraint: version };
  if (archive === null) return withOrigin(name, text, gitOrigin(text));
  return { name, constraint: archive.revision, origin: archive.origin };
}

/**
 * Behind `#` stand a branch, tag or commit, or a `semver:` range, and where in the repository it lies: `v1&path:/rail` (pnpm),
 * `workspace=@acme/rail&tag=v1` (yarn), which names the package.
 */
function withOrigin(name: string, written: string, origin: string | null): NpmTarget {
  const hash = written.indexOf("#");
  let constraint: string | null = null;
  let named = name;
  for (const part of hash === -1 ? [] : written.slice(hash + 1).split("&")) {
    const [, key = "", value = ""] = /^([a-z]{1,20})[:=](.{0,200})$/.exec(part) ?? [];
    if (key === "workspace" && value !== "") named = decodedName(value);
    else if (key === "") constraint ??= part.slice(0, 200);
    else if (key === "semver" || key === "tag" || key === "commit") constraint ??= value;
  }
  return origin === null
    ? { name: named, constraint }
    : { name: named, constraint: constraint === "" ? null : constraint, origin };
}

function decodedName(text: string): string {
  return text.replaceAll("%40", "@").replaceAll("%2F", "/").replaceAll("%2f", "/");
}
