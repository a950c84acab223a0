import { bareName, typeOf, type Offer } from "./offer-index.ts";
import type { Asker, Join, JoinContext } from "./join.ts";

/** A path inside the same repository means the package that is declared in that folder. */
export function byFolder({ offers }: JoinContext): (asker: Asker) => Join | null {
  return ({ dependency, purl, repository }) => {
    const { localPath } = dependency;
    if (localPath === null) return null;
    const type = typeOf(purl);
    const isNamed = localPath !== "workspace:";
    const here = isNamed
      ? offers.inFolder(repository, localPath)
      : offers.ofType(repository, type).filter((offer) => offer.purl === purl);
    const found = best(here, purl, type);
    return found === null ? null : { purl: found.purl };
  };
}

/** Of the packages of a folder: that of the same purl, of the same type, of the same name; else one that is declared today. */
function best(offers: readonly Offer[], purl: string, type: string): Offer | null {
  const current = offers.filter((offer) => offer.isCurrent);
  const from = current.length > 0 ? current : offers;
  const same = from.find((offer) => offer.purl === purl);
  if (same !== undefined) return same;
  if (type !== "generic") return from.find((offer) => typeOf(offer.purl) === type) ?? null;
  // A build that names a folder means what is built there, not the image that is made of it.
  const made = from.toSorted((a, b) => Number(isImage(a)) - Number(isImage(b)));
  return made.find((offer) => bareName(offer.purl) === bareName(purl)) ?? made[0] ?? null;
}

function isImage({ purl }: Offer): boolean {
  return /^(?:docker|helm|oci)$/.test(typeOf(purl));
}
