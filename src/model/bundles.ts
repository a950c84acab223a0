/** Packages that are offered as one thing by their repository: few would say "our fourteen capabilities deploy-x.yml". */
const bundles: readonly (readonly [purl: RegExp, name: string])[] = [
  [/^pkg:githubactions\//, "actions and workflows"],
  [/^pkg:gitlab\//, "pipeline templates"],
];

/** `actions and workflows`: what all packages of this sort in one component are called together; null for others. */
export function bundleName(purl: string): string | null {
  return bundles.find(([pattern]) => pattern.test(purl))?.[1] ?? null;
}
