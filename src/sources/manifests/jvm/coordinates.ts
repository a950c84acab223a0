import type { CollectedFacts, Use } from "../collected-facts.ts";
import { gitOrigin } from "../origin.ts";
import type { Scope } from "#vocabulary/adoption.ts";

/** `group:name:version`; what is not written is empty. */
export interface Coordinates {
  readonly group: string;
  readonly name: string;
  readonly version: string;
}

const part = /^[\w.\-${}*+\s:]{1,300}$/;

/**
 * `group:name[:version[:classifier]][@extension]`, with placeholders; null where a text is no such thing. A version may be rich
 * (`[1,2)!!1.5`): what Gradle prefers of a range counts.
 */
export function coordinatesOf(text: string): Coordinates | null {
  const parts = colonParts(text);
  const [group = "", name = "", version = ""] = parts.map((one) => one.trim());
  if (parts.length < 2 || parts.length > 5 || !part.test(group) || !part.test(name)) return null;
  if (/\s/.test(group) || /\s/.test(name) || group.includes("/")) return null;
  const bare = name.replace(/@\w{1,20}$/, "");
  if (bare === "") return null;
  return {
    group,
    name: bare,
    version: version
      .replace(/@\w{1,20}$/, "")
      .replace(/^[^!]{0,60}!!(?=.)/, "")
      .replace(/!!.{0,60}$/, ""),
  };
}

/** Parts between colons that stand in no placeholder. */
function colonParts(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length && parts.length < 8; at += 1) {
    const char = text[at];
    if (char === "{") depth += 1;
    else if (char === "}") depth -= 1;
    else if (char === ":" && depth <= 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/** Suffix of the Scala version, which `%%` adds: `_2.13`, `_3`, `_sjs1_3`, `_2.12_1.0`. */
const scalaSuffix =
  /(?:_(?:sjs\d{1,3}(?:\.\d{1,3})?|native\d{1,3}(?:\.\d{1,3})?))?_(?:2\.\d{1,3}|3)(?:\.\d{1,3}){0,2}(?:_\d{1,3}\.\d{1,3})?$/;

export function withoutScalaVersion(name: string): string {
  const bare = name.replace(scalaSuffix, "");
  return bare === "" ? name : bare;
}

export function useModule(facts: CollectedFacts, one: Coordinates, use: Use): void {
  const origin = use.origin ?? forgeOrigin(one);
  facts.use("maven", withoutScalaVersion(one.name), {
    ...use,
    namespace: one.group,
    constraint: use.constraint ?? (one.version === "" ? null : one.version),
    ...(origin === undefined ? {} : { origin }),
  });
}

/** A name for a module that other files take up. */
export function defineModule(
  facts: CollectedFacts,
  alias: string,
  { group, name, version }: Coordinates,
  scope?: Scope,
): void {
  const origin = forgeOrigin({ group, name, version });
  facts.definePackage(alias, "maven", withoutScalaVersion(name), {
    namespace: group,
    value: version,
    ...(origin === undefined ? {} : { origin }),
    ...(scope === undefined ? {} : { scope }),
  });
}

/** JitPack builds artefacts from repositories and names them by their address. */
function forgeOrigin({ group, name }: Coordinates): string | undefined {
  const [, forge = "", owner = "", repository = name] =
    /^(com\.github|com\.gitlab|org\.bitbucket)\.([\w-]{1,100})(?:\.([\w.-]{1,100}))?$/.exec(
      group,
    ) ?? [];
  if (owner === "" || repository.includes("$")) return undefined;
  const host =
    forge === "com.github" ? "github.com" : forge === "com.gitlab" ? "gitlab.com" : "bitbucket.org";
  return gitOrigin(`https://${host}/${owner}/${repository}`);
}

/** Where Gradle looks for a plugin by its id. */
export function pluginMarker(id: string): Coordinates {
  return { group: id, name: `${id}.gradle.plugin`, version: "" };
}
