import type { Report } from "#sections/report.ts";

const leastPackages = 3;

/** Owners on forges that at least two repositories share, the most frequent first. */
export function ownersOfRemotes(report: Pick<Report, "repositories">): string[] {
  const owners = report.repositories.flatMap(({ id }) => {
    const [host, owner, name] = id.slice("repository:".length).split("/");
    // Without a remote the id is a path, whose first step is no host.
    return host?.includes(".") === true && name !== undefined && owner !== undefined ? owner : [];
  });
  return frequent(owners, 2);
}

/** Beginnings that at least three of the packages without namespace share: `acme-`, `acme_`. */
export function prefixesOfPackages(report: Pick<Report, "capabilities">): string[] {
  const provided = report.capabilities.filter((one) => one.providerComponentId !== null);
  const names = provided.flatMap(({ packages }) =>
    packages.flatMap((purl) => /^pkg:[a-z]+\/([^/@]+)$/.exec(purl)?.[1] ?? []),
  );
  return frequent(
    [...new Set(names)].flatMap((name) => /^[a-z0-9]{3,40}[-_]/i.exec(name)?.[0] ?? []),
    leastPackages,
  );
}

function frequent(words: readonly string[], least: number): string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= least)
    .sort((one, other) => other[1] - one[1])
    .map(([word]) => word);
}
