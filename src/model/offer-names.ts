import { packageName } from "./components.ts";
import type { CapabilityKind } from "#vocabulary/structure.ts";

/** Each of these stands for itself, so that it can be told who breaks when one changes; the last word names it. */
const things: readonly (readonly [purl: RegExp, kind: string])[] = [
  [/^pkg:docker\//, "image"],
  [/^pkg:generic\/[^?]{1,300}\?type=jenkins-library/, "library"],
  [/^pkg:generic\/[^?]{1,300}\?type=circleci-orb/, "orb"],
  [/^pkg:generic\/[^?]{1,300}\?type=ansible-role/, "role"],
  [/^pkg:generic\/[^?]{1,300}\?type=ansible-collection/, "collection"],
  [/^pkg:generic\/[^?]{1,300}\?type=chef-cookbook/, "cookbook"],
  [/^pkg:(?:terraform|github|bitbucket|generic)\//, "module"],
];

/**
 * `node-base image`, `queue module`: the same image in two registries is one thing. Null for packages that are
 * called by their own name.
 */
export function thingName(purl: string): string | null {
  const kind = things.find(([pattern]) => pattern.test(purl))?.[1];
  if (kind === undefined) return null;
  const name = packageName(purl);
  return `${name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("#")) + 1)} ${kind}`;
}

/** What each repository calls its workflows or templates; the kind of thing, one and many. */
const parts: readonly (readonly [purl: RegExp, one: string, many: string])[] = [
  [/#\.github\/workflows\//, "workflow", "workflows"],
  [/^pkg:githubactions\//, "action", "actions"],
  [/^pkg:gitlab\//, "pipeline template", "pipeline templates"],
];

/**
 * `shop deploy and test workflows`, `ci actions and workflows`: the name of a bundle as it is shown. Up to two parts are named;
 * `acme-actions` needs no further word.
 */
export function bundleTitle(provider: string, purls: readonly string[]): string {
  const words = parts.flatMap(([pattern, one, many], index) => {
    const own = purls.filter(
      (purl) => parts.findIndex(([other]) => other.test(purl)) === index && pattern.test(purl),
    );
    return own.length === 0 ? [] : [own.length === 1 ? one : many];
  });
  const names = purls.map(partName).map((name) => (name === provider ? "" : name));
  if (names.length <= 2 && words.length === 1 && !names.includes(""))
    return `${provider} ${names.toSorted().join(" and ")} ${words[0] ?? ""}`;
  if (/(?:^|[-_.])(?:actions?|workflows?)$/i.test(provider)) return provider;
  return `${provider} ${words.toSorted().join(" and ")}`;
}

/** `deploy` of `.github/workflows/deploy.yml`, `.github/actions/deploy`, `templates/deploy`; empty at the root. */
function partName(purl: string): string {
  const path = purl.includes("#") ? purl.slice(purl.indexOf("#") + 1) : "";
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.ya?ml$/, "");
}

/** Instead of `module`, where that is not what a repository taken whole is. */
const otherWords: ReadonlyMap<CapabilityKind, string> = new Map([
  ["plugin", "plugin"],
  ["tool-configuration", "configuration"],
  ["template", "template"],
  ["pipeline-library", "pipeline library"],
  ["contract", "contract"],
  ["files", "files"],
]);

/** `terrain/queue module`: a part is called after its repository too, for many have one of that name; `lint configuration`. */
export function thingTitle(
  provider: string,
  name: string,
  purl: string,
  kind: CapabilityKind,
): string {
  if (/^pkg:(?:github|bitbucket|generic)\//.test(purl) && purl.includes("#"))
    return `${provider}/${name}`;
  const word = otherWords.get(kind);
  return word === undefined ? name : name.replace(/ module$/, ` ${word}`);
}
