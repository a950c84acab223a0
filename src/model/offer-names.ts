import { packageName } from "./components.ts";

/** Packages that are offered as one thing by their repository: few would say "our fourteen capabilities deploy-x.yml". */
const bundles: readonly (readonly [purl: RegExp, name: string])[] = [
  [/^pkg:githubactions\//, "actions and workflows"],
  [/^pkg:gitlab\//, "pipeline templates"],
];

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

/** `actions and workflows`: what all packages of this sort in one component are called together; null for others. */
export function bundleName(purl: string): string | null {
  return bundles.find(([pattern]) => pattern.test(purl))?.[1] ?? null;
}

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
