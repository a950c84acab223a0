import { gitOrigin, hostedOrigin } from "../origin.ts";
import { pathTarget } from "../manifest-path.ts";

/** What the right-hand side of an npm dependency says: which package, what versions, from where. */
export interface NpmTarget {
  readonly name: string;
  readonly constraint: string | null;
  readonly localPath?: string;
  readonly origin?: string;
  /** Entry of a catalog that says package and version: see `catalogEntry`. */
  readonly reference?: string;
}

const shorthand = /^[\w.-]{1,100}\/[\w.-]{1,100}(?:#.*)?$/;

/** Reads a specifier after npm's `package-spec`, with the `workspace:`, `link:`, `portal:` and `patch:` of yarn and pnpm. */
export function readNpmSpecifier(path: string, name: string, specifier: string): NpmTarget {
  const text = specifier.trim();
  const colon = text.indexOf(":");
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
    case "catalog":
      return { name, constraint: null, reference: catalogEntry(rest, name) };
    default:
      return protocol.startsWith("git") || /^(?:ssh|https?)$/.test(protocol) || rest.includes("/")
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

/** The constraint of a git dependency is the branch, tag or `semver:` range after `#`. */
function withOrigin(name: string, written: string, origin: string | null): NpmTarget {
  const hash = written.indexOf("#");
  const constraint = hash === -1 ? null : written.slice(hash + 1).slice(0, 200);
  return origin === null ? { name, constraint } : { name, constraint, origin };
}
