import { folderSigns } from "#evidence/folder-signs.ts";
import { unknownGroup } from "#evidence/own-repository.ts";
import type { PackageHistory, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { packageName } from "../components.ts";
import { resolvePurl } from "../packages.ts";
import { homeOf } from "../folder-paths.ts";

/** A package that a manifest of a repository declares, under its purl with the repository's own names in it. */
export interface Offer {
  readonly purl: string;
  readonly repository: RepositoryEvidence;
  readonly folder: string;
  readonly isPrivate: boolean;
  /** Declared today. */
  readonly isCurrent: boolean;
}

/** Everything that the repositories offer, under each name by which it can be asked for. */
export interface OfferIndex {
  /** Is there a package of exactly this purl? */
  readonly has: (purl: string) => boolean;
  /** Of packages that replace, provide or were once called `purl`: null where none or more than one does. */
  readonly alsoKnownAs: (purl: string) => Offer | null;
  /** Packages declared in a folder of a repository. */
  readonly inFolder: (repository: RepositoryEvidence, folder: string) => readonly Offer[];
  /** Packages of one type (`npm`) that a repository declares. */
  readonly ofType: (repository: RepositoryEvidence, type: string) => readonly Offer[];
  /** The one repository's artefact or image of this name whose group or namespace no file that was read tells. */
  readonly ofUnknownGroup: (type: "maven" | "docker", name: string) => Offer | null;
  /** Charts, roles …: packages of one type by their bare name. */
  readonly byName: (type: string, name: string) => readonly Offer[];
}

export function offerIndex(repositories: readonly RepositoryEvidence[]): OfferIndex {
  const purls = new Set<string>();
  const aliases = new Map<string, Offer[]>();
  const folders = new Map<string, Offer[]>();
  const types = new Map<string, Offer[]>();
  const artefacts = new Map<string, Offer[]>();
  const names = new Map<string, Offer[]>();
  for (const repository of repositories) {
    for (const file of repository.files) {
      if (file.source === "ruby-version-file") continue;
      for (const history of file.packages) {
        const offer = offerOf(history, repository, homeOf(file));
        purls.add(offer.purl);
        push(folders, `${repository.id}\n${offer.folder}`, offer);
        if (folderSigns(offer.folder).length > 0) continue;
        const type = typeOf(offer.purl);
        push(types, `${repository.id}\n${type}`, offer);
        push(names, `${type}\n${bareName(offer.purl)}`, offer);
        for (const alias of history.alsoKnownAs ?? [])
          push(aliases, resolvePurl(alias, repository), offer);
        if (offer.purl.startsWith(`pkg:${type}/${unknownGroup}/`))
          push(artefacts, `${type}\n${bareName(offer.purl)}`, offer);
      }
    }
  }
  return {
    has: (purl) => purls.has(purl),
    alsoKnownAs: (purl) => only(aliases.get(purl)),
    inFolder: (repository, folder) => folders.get(`${repository.id}\n${folder}`) ?? [],
    ofType: (repository, type) => types.get(`${repository.id}\n${type}`) ?? [],
    ofUnknownGroup: (type, name) => only(artefacts.get(`${type}\n${name}`)),
    byName: (type, name) => names.get(`${type}\n${name}`) ?? [],
  };
}

/** The best of the offers of one repository; null where two repositories have one. */
export function only(offers: readonly Offer[] | undefined): Offer | null {
  if (offers === undefined || offers.length === 0) return null;
  if (new Set(offers.map(({ repository }) => repository.id)).size > 1) return null;
  return offers.toSorted((a, b) => rankOf(a) - rankOf(b))[0] ?? null;
}

/** Declared today before gone, public before private. */
function rankOf({ isCurrent, isPrivate }: Offer): number {
  return (isCurrent ? 0 : 2) + (isPrivate ? 1 : 0);
}

/** `npm` of `pkg:npm/rail`. */
export function typeOf(purl: string): string {
  return purl.slice("pkg:".length, purl.indexOf("/"));
}

/** Last word of the name: `rail` of `pkg:maven/com.acme/rail`. */
export function bareName(purl: string): string {
  return /[^/#]{0,300}$/.exec(packageName(purl).replace(/#.{0,500}$/, ""))?.[0] ?? "";
}

function offerOf(history: PackageHistory, repository: RepositoryEvidence, folder: string): Offer {
  return {
    purl: resolvePurl(history.purl, repository),
    repository,
    folder,
    isPrivate: history.isPrivate,
    isCurrent: history.spans.at(-1)?.to === null,
  };
}

function push<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
