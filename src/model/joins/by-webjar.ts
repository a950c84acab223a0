import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { packageName } from "../components.ts";
import { only, typeOf, type Offer } from "./offer-index.ts";
import type { Asker, Join, JoinContext } from "./join.ts";

/**
 * WebJars: packages for browsers in the dress of Maven (https://www.webjars.org/documentation). `org.webjars.npm:sky__lens` is
 * `@sky/lens` of npm; in a group of one's own that ends in `webjars`, the npm package of that name is taken to be meant.
 */
export function byWebjar({
  offers,
  repositories,
  isPublicName,
}: JoinContext): (asker: Asker) => Join | null {
  const owners = new Set(repositories.flatMap((one) => ownerOf(one) ?? []));
  return ({ purl }) => {
    if (typeOf(purl) !== "maven") return null;
    const [group = "", artefact = ""] = packageName(purl).split("/");
    if (!/(?:^|\.)webjars(?:\.|$)/i.test(group)) return null;
    const name = artefact.replace(/^([^_]{1,100})__/, "@$1/");
    if (group === "org.webjars.npm") {
      const asked = `pkg:npm/${name.replace("@", "%40")}`;
      return offers.has(asked) ? { purl: asked } : null;
    }
    const offer = onlyCurrent(offers.byName("npm", artefact));
    const isStrangers = group.startsWith("org.webjars");
    if (offer === null || (isStrangers && isPublicName(artefact))) return null;
    if (!isStrangers && !group.split(".").some((word) => owners.has(word.toLowerCase())))
      return null;
    return {
      purl: offer.purl,
      assumed: `${group}:${artefact} is taken for ${packageName(offer.purl)} of npm`,
    };
  };
}

function onlyCurrent(named: readonly Offer[]): Offer | null {
  return only(named.filter(({ isCurrent, isPrivate }) => isCurrent && !isPrivate));
}

function ownerOf({ remote }: RepositoryEvidence): string | null {
  return remote?.split("/")[1]?.toLowerCase() ?? null;
}
