import {
  deploySkip,
  deploySkipConfigured,
  notDeployed,
  ownDeploySkip,
} from "#evidence/maven-deploying.ts";
import type { FileHistory } from "#evidence/repository-evidence.ts";
import { expandOver, type Lookup } from "./expand.ts";

/**
 * A module of Maven that is never deployed, by itself or by what it inherits, is there for its own repository alone: its
 * packages are private. Told by what holds last.
 */
export function withoutDeploying(file: FileHistory, lookup: Lookup): FileHistory {
  if (file.source !== "maven" || file.packages.length === 0) return file;
  const own: Lookup = (name) => (file.definitions ?? []).filter((one) => one.name === name);
  const isSkipped = [own(ownDeploySkip), lookup(deploySkipConfigured)].some(
    (rows) => rows.length > 0,
  )
    ? saysTrue(ownDeploySkip, own, lookup) || saysTrue(deploySkipConfigured, lookup, lookup)
    : saysTrue(deploySkip, lookup, lookup);
  const isLeftOut = (purl: string): boolean =>
    saysTrue(notDeployed + purl.slice(purl.lastIndexOf("/") + 1), lookup, lookup);
  const packages = file.packages.map((one) =>
    !one.isPrivate && (isSkipped || isLeftOut(one.purl))
      ? { ...one, isPrivate: true, isKeptBack: true as const }
      : one,
  );
  return packages.some((one, index) => one !== file.packages[index]) ? { ...file, packages } : file;
}

/** The nearest definition that still holds. */
function saysTrue(name: string, inPlace: Lookup, lookup: Lookup): boolean {
  const span = inPlace(name)
    .map(({ spans }) => spans.at(-1))
    .find((one) => one !== undefined && one.to === null);
  if (span === undefined) return false;
  return expandOver(span.value, span, lookup).at(-1)?.value?.toLowerCase() === "true";
}
