import { ownOwner, ownRepository } from "#evidence/own-repository.ts";
import { addressOfPurl } from "#evidence/repository-purl.ts";
import { keptAddress } from "#evidence/repository-address.ts";
import type { FoundRepository } from "#evidence/repository-index.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { resolvePurl } from "../packages.ts";
import { bareName, only, typeOf } from "./offer-index.ts";
import type { Asker, Join, JoinContext } from "./join.ts";

type Found = FoundRepository<RepositoryEvidence>;

/** Of these the repository itself, or a folder of it, is what is taken. */
const placeTypes: ReadonlySet<string> = new Set(["github", "gitlab", "bitbucket", "generic"]);

/** A git address, in the purl or as the place that a package is fetched from, means what that repository offers. */
export function byAddress(context: JoinContext): (asker: Asker) => Join | null {
  const find = finderOf(context);
  return (asker) => {
    const { purl, repository } = asker;
    const type = typeOf(purl);
    const found = find(asker);
    if (found === null || found.repository === repository) return null;
    const assumed = assumedOf(found);
    // A file of GitLab's is asked for by its place; the purl says that already.
    if (type === "gitlab" && found.by === "address") return null;
    const joined = placeTypes.has(type)
      ? placeIn(found, purl)
      : packageIn(found.repository, purl, context);
    return { purl: joined, ...(assumed === null ? {} : { assumed }) };
  };
}

/** Addresses repeat: each is looked up once for each repository that may be the base of a relative one. */
function finderOf({ addresses }: JoinContext): (asker: Asker) => Found | null {
  const known = new Map<string, Found | null>();
  return ({ dependency, purl, repository }) => {
    const type = typeOf(purl);
    const { origin } = dependency;
    if (origin === null && !placeTypes.has(type)) return null;
    if (origin?.startsWith("file:") === true) return null;
    const key = `${repository.id}\n${purl}\n${origin ?? ""}`;
    let found = known.get(key);
    if (found === undefined) {
      const base = repository.remote === null ? null : keptAddress(repository.remote);
      const place = placeTypes.has(type) ? addressOfPurl(purl, base) : null;
      found =
        (place === null ? null : addresses.find(place, repository)) ??
        (origin === null ? null : addresses.find(origin, repository));
      known.set(key, found);
    }
    return found;
  };
}

function assumedOf({ by, address, repository }: Found): string | null {
  if (by === "address") return null;
  const written = `${address.host}/${address.path}`;
  return by === "mirror"
    ? `${written} is taken for a mirror of ${repository.name}`
    : `${written} is taken for a former name of ${repository.name}`;
}

/** A folder of a repository, as `offer` of Terraform modules and files by checkout are named. */
function placeIn({ repository, address }: Found, purl: string): string {
  const subpath = purl.includes("#")
    ? decodeURIComponent(purl.slice(purl.indexOf("#") + 1))
    : address.folder;
  return placePurl(repository, subpath);
}

/** `pkg:github/owner/name#folder` of a repository, whatever host it lies on. */
export function placePurl(repository: RepositoryEvidence, folder: string): string {
  const path = folder.split("/").map(encodeURIComponent).join("/");
  const own = `pkg:github/${ownOwner}/${ownRepository}${path === "" ? "" : `#${path}`}`;
  return resolvePurl(own, repository);
}

/** The package of the type that is asked for: of that name, else the only one, else that at the root, else the repository. */
function packageIn(repository: RepositoryEvidence, purl: string, { offers }: JoinContext): string {
  const all = offers.ofType(repository, typeOf(purl));
  const named = all.filter((offer) => bareName(offer.purl) === bareName(purl));
  const published = all.filter((offer) => !offer.isPrivate && offer.isCurrent);
  const atRoot = all.filter((offer) => offer.folder === ".");
  const single = published.length === 1 ? published : [];
  return (only(named) ?? only(single) ?? only(atRoot))?.purl ?? placePurl(repository, "");
}
