import type { NamedRepository } from "#evidence/facts.ts";
import { parseRepositoryAddress } from "#evidence/repository-address.ts";
import { repositoryIndex, type RepositoryIndex } from "#evidence/repository-index.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";

/** Finds repositories that were read by what descriptors, lists and labels call them. Letters' case never tells two apart. */
export class ListedRepositories {
  private readonly index: RepositoryIndex<RepositoryEvidence>;
  /** By every end of the address: `api`, `payments/api`, `acme/payments/api`, `git.example/acme/payments/api`. */
  private readonly byEnd = new Map<string, RepositoryEvidence[]>();

  constructor(repositories: readonly RepositoryEvidence[]) {
    this.index = repositoryIndex(repositories);
    for (const repository of repositories) {
      const address = repository.remote === null ? [] : stepsOf(repository.remote);
      const folder = stepsOf(repository.name);
      for (const end of new Set([...endsOf(address), ...endsOf(folder)])) {
        const list = this.byEnd.get(end);
        if (list === undefined) this.byEnd.set(end, [repository]);
        else list.push(repository);
      }
    }
  }

  /** What an annotation names: the whole path, never its end alone. Without a host, any host will do. */
  named({ host, path }: NamedRepository): RepositoryEvidence | null {
    const steps = stepsOf(path);
    // Azure's annotation leaves the organisation out.
    if (host === "dev.azure.com" && steps.length === 2) {
      const ending = this.byEnd.get(steps.join("/")) ?? [];
      return only(ending.filter(({ remote }) => remote?.startsWith(`${host}/`) === true));
    }
    const address = { host: host ?? "", path, ref: null, folder: "" };
    return this.index.find(address)?.repository ?? null;
  }

  /** What a row of a list names: an address, `owner/name` or a name, whose end must be that of one repository alone. */
  listed(text: string): RepositoryEvidence | null {
    const address = parseRepositoryAddress(text);
    const found =
      address === null
        ? only(this.byEnd.get(stepsOf(text).join("/")))
        : (this.index.find(address)?.repository ?? null);
    const steps = stepsOf(address?.path ?? text);
    if (found !== null || steps.length < 2) return found;
    // A clone without a remote is known by its folder alone.
    const nameless = only(this.byEnd.get(steps.at(-1) ?? ""));
    return nameless?.remote === null ? nameless : null;
  }
}

function only(found: readonly RepositoryEvidence[] | undefined): RepositoryEvidence | null {
  return found?.length === 1 ? (found[0] ?? null) : null;
}

function endsOf(steps: readonly string[]): string[] {
  return steps.map((_, at) => steps.slice(at).join("/"));
}

/** Azure's `_git` stands between project and repository in some spellings only. */
function stepsOf(path: string): string[] {
  return path
    .toLowerCase()
    .replace(/\.git$/, "")
    .split("/")
    .filter((step) => step !== "" && step !== "_git" && step !== "-");
}
