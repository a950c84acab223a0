import {
  keptAddress,
  ownerOf,
  parseRepositoryAddress,
  repositoryKey,
} from "./repository-address.ts";
import type { RepositoryEvidence } from "./repository-evidence.ts";
import type { ParsedAddress, RepositoryAddress } from "./address-parts.ts";

/** What the index looks at of a repository. `files` may be empty: then no former names are known. */
export type AddressedRepository = Pick<RepositoryEvidence, "id" | "name" | "remote" | "files">;

export interface FoundRepository<Repository> {
  readonly repository: Repository;
  /**
   * `address`: the host and the whole path agree, or the folder where there is no remote. `mirror`: only the whole path does, and
   * no other repository here has it. `former`: a name that its own manifests gave it. The last two are inferred.
   */
  readonly by: "address" | "mirror" | "former";
  /** Version and folder that the address names. */
  readonly address: ParsedAddress;
}

export interface RepositoryIndex<Repository> {
  /**
   * The repository that an address in any spelling names; null where none of those read is it. `from`: where it is written,
   * for relative addresses. Never by the last word alone.
   */
  readonly find: (
    address: string | ParsedAddress,
    from?: Repository | null,
  ) => FoundRepository<Repository> | null;
}

/** An index of repositories by address. A name that two of them could have is nobody's. */
export function repositoryIndex<Repository extends AddressedRepository>(
  repositories: readonly Repository[],
): RepositoryIndex<Repository> {
  const byKey = new Map<string, Repository | null>();
  const byPath = new Map<string, Repository | null>();
  const byFolder = new Map<string, Repository | null>();
  for (const repository of repositories) {
    if (repository.remote === null) add(byFolder, repository.name, repository);
    else {
      const address = keptAddress(repository.remote);
      add(byKey, repositoryKey(address), repository);
      add(byPath, address.path.toLowerCase(), repository);
    }
  }
  const byFormer = formerNames(repositories, byKey);

  const ofAddress = (address: ParsedAddress): FoundRepository<Repository> | null => {
    const key = repositoryKey(address);
    const exact = byKey.get(key);
    if (exact !== undefined) return exact && { repository: exact, by: "address", address };
    const isWhole = address.path.includes("/");
    const mirror = isWhole ? (byPath.get(address.path.toLowerCase()) ?? null) : null;
    if (mirror !== null) return { repository: mirror, by: "mirror", address };
    const former = byFormer.get(key) ?? null;
    return former && { repository: former, by: "former", address };
  };

  return {
    find(written, from = null) {
      if (typeof written !== "string") return ofAddress(written);
      const folder = from?.remote === null ? folderFrom(from.name, written.trim()) : null;
      if (folder !== null) {
        // Without a remote git counts from the folder itself.
        const repository = byFolder.get(folder) ?? null;
        const address = { host: "", path: folder, ref: null, folder: "" };
        return repository && { repository, by: "address", address };
      }
      const base = from?.remote == null ? null : keptAddress(from.remote);
      const address = parseRepositoryAddress(written, base);
      return address && ofAddress(address);
    },
  };
}

/** `stations/north` and `../south.git` → `stations/south`; null where the address is not relative or leads out. */
function folderFrom(name: string, written: string): string | null {
  if (!/^\.\.?\//.test(written)) return null;
  const segments = name.split("/");
  for (const step of written.split("/")) {
    if (step === "..") {
      if (segments.pop() === undefined) return null;
    } else if (step !== "." && step !== "") segments.push(step);
  }
  return segments.join("/").replace(/\.git$/, "");
}

function add<Value>(map: Map<string, Value | null>, key: string, value: Value): void {
  map.set(key, map.has(key) ? null : value);
}

/**
 * Names that the `go.mod` at the root gave a repository, now or earlier. A fork keeps the name of what it was made from, so
 * they count only below an owner that repositories read here have.
 */
function formerNames<Repository extends AddressedRepository>(
  repositories: readonly Repository[],
  present: ReadonlyMap<string, unknown>,
): Map<string, Repository | null> {
  const owners = new Set<string>();
  for (const { remote } of repositories) {
    const owner = remote === null ? null : ownerKey(keptAddress(remote));
    if (owner !== null) owners.add(owner);
  }
  const former = new Map<string, Repository | null>();
  for (const repository of repositories) {
    const own = new Set<string>();
    for (const file of repository.files) {
      if (file.path !== "go.mod") continue;
      for (const { purl } of file.packages) {
        const address = parseRepositoryAddress(purl.replace(/^pkg:golang\//, "ssh://git@"));
        const owner = address && ownerKey(address);
        if (address === null || owner === null || !owners.has(owner)) continue;
        own.add(repositoryKey(moduleHome(address)));
      }
    }
    for (const key of own) if (!present.has(key)) add(former, key, repository);
  }
  return former;
}

function ownerKey(address: RepositoryAddress): string | null {
  const owner = ownerOf(address);
  return owner === null ? null : `${address.host}/${owner}`;
}

/** Without the major version at the end: `github.com/acme/rail/v2`. */
function moduleHome({ host, path }: RepositoryAddress): RepositoryAddress {
  return { host, path: path.replace(/\/v\d{1,4}$/, "") };
}
