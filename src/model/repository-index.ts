import type { NamedRepository } from "#evidence/facts.ts";
import { namedRepository } from "#evidence/named-repository.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";

/** Finds repositories that were read by what others call them. Letters' case never tells two apart. */
export class RepositoryIndex {
  private readonly byAddress = new Map<string, RepositoryEvidence[]>();
  private readonly byPath = new Map<string, RepositoryEvidence[]>();
  /** By every end of the path: `api`, `payments/api`, `acme/payments/api`. */
  private readonly byEnd = new Map<string, RepositoryEvidence[]>();

  constructor(repositories: readonly RepositoryEvidence[]) {
    for (const repository of repositories) {
      const address = repository.remote === null ? [] : stepsOf(repository.remote);
      const path = address.slice(1);
      if (path.length > 0) {
        add(this.byAddress, address.join("/"), repository);
        add(this.byPath, path.join("/"), repository);
      }
      const ends = new Set(path.map((_, at) => path.slice(at).join("/")));
      const folder = stepsOf(repository.name);
      folder.forEach((_, at) => ends.add(folder.slice(at).join("/")));
      for (const end of ends) add(this.byEnd, end, repository);
    }
  }

  /** What an annotation names: the whole path, never its end alone. */
  named({ host, path }: NamedRepository): RepositoryEvidence | null {
    const steps = stepsOf(path).join("/");
    if (host === null) return only(this.byPath.get(steps));
    const found = only(this.byAddress.get(`${host}/${steps}`));
    // Azure's annotation leaves the organisation out.
    const isProject = host === "dev.azure.com" && steps.split("/").length === 2;
    return found ?? (isProject ? only(this.byEnd.get(steps)) : null);
  }

  /** What a row of a list names: an address, `owner/name` or a name, whose end must be that of one repository alone. */
  listed(text: string): RepositoryEvidence | null {
    const address = namedRepository(text);
    const steps = stepsOf(address?.path ?? text);
    const last = steps.at(-1);
    if (last === undefined) return null;
    const found = address === null ? only(this.byEnd.get(steps.join("/"))) : this.named(address);
    if (found !== null || steps.length === 1) return found;
    // A clone without a remote is known by its folder alone.
    const nameless = only(this.byEnd.get(last));
    return nameless?.remote === null ? nameless : null;
  }
}

function only(found: readonly RepositoryEvidence[] | undefined): RepositoryEvidence | null {
  return found?.length === 1 ? (found[0] ?? null) : null;
}

function add(
  index: Map<string, RepositoryEvidence[]>,
  key: string,
  repository: RepositoryEvidence,
): void {
  const list = index.get(key);
  if (list === undefined) index.set(key, [repository]);
  else if (!list.includes(repository)) list.push(repository);
}

/** Azure's `_git` stands between project and repository in some spellings only. */
function stepsOf(path: string): string[] {
  return path
    .toLowerCase()
    .replace(/\.git$/, "")
    .split("/")
    .filter((step) => step !== "" && step !== "_git" && step !== "-");
}
