import type { FolderSign } from "#evidence/folder-signs.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { globTokens, matchesSegments, type SegmentPattern } from "#evidence/segment-glob.ts";
import { folderOf, isWithin } from "./folder-paths.ts";

interface MemberGlob {
  /** Folder of the list that it stands in. */
  readonly base: string;
  readonly segments: readonly SegmentPattern[];
  readonly isExcluded: boolean;
}

/** Compose starts tests as well as what is tested. */
const isForDevelopers = /(?:^|\/)(?:docker-)?compose[^/]{0,80}$/;

/** What in a repository refers to a folder as to something of its own: members, owners, descriptors, builds. */
export class FolderReferences {
  private readonly globs: readonly MemberGlob[];
  private readonly owned = new Set<string>();
  private readonly described = new Set<string>();
  private readonly worked = new Set<string>();
  private readonly built = new Set<string>();
  private readonly shipped = new Set<string>();
  private readonly images = new Set<string>();
  private readonly depended: ReadonlySet<string>;

  /** `depended`: folders that manifests of the repository's own code depend on by path. */
  constructor(repository: RepositoryEvidence, depended: ReadonlySet<string>) {
    this.depended = depended;
    const globs: MemberGlob[] = [];
    for (const { path, workspaces, ownerRules, entities, builds = [] } of repository.headFiles) {
      for (const glob of workspaces) globs.push(memberGlob(folderOf(path), glob));
      for (const { pattern } of ownerRules) this.owned.add(plainPattern(pattern));
      if (entities.some((one) => one.kind === "Component" && one.repository === null))
        this.described.add(folderOf(path));
      for (const { folder, isImage } of builds) {
        this.worked.add(folder);
        if (isImage) (isForDevelopers.test(path) ? this.built : this.shipped).add(folder);
      }
    }
    this.globs = globs;
    for (const { source, path, spans } of repository.files)
      if (source === "dockerfile" && spans.at(-1)?.to === null) this.images.add(folderOf(path));
  }

  /** Is a folder that carries `sign`, in its own name or in that of `signed` above, somebody's work here nevertheless? */
  speakFor(folder: string, sign: FolderSign, signed: string): boolean {
    const isItself = folder === signed;
    if (this.shipped.has(folder)) return true;
    if (sign === "tooling") return this.described.has(folder) || this.depended.has(folder);
    if (this.owned.has(folder)) return true;
    if (sign === "test-data") return this.isMember(folder);
    if (this.described.has(folder)) return true;
    if (sign === "template")
      return !/(?:^|\/)templates?(?:\/|$)/i.test(folder) && this.isMember(folder);
    if (this.depended.has(folder)) return true;
    // Builds take in their tests as members too.
    if (sign === "test" || (sign === "trial" && isItself)) return false;
    if (sign === "trial") return this.isMember(folder, signed);
    if (this.isMember(folder)) return true;
    if (this.images.has(folder) || this.built.has(folder)) return true;
    return sign === "vendored" && this.worked.has(folder);
  }

  /** `outside`: by a list that does not itself lie there, for tests list their own parts. */
  private isMember(folder: string, outside?: string): boolean {
    const names = folder.split("/");
    let isMember = false;
    for (const { base, segments, isExcluded } of this.globs) {
      if (isExcluded !== isMember || (outside !== undefined && isWithin(base, outside))) continue;
      if (matchesSegments(segments, names)) isMember = !isExcluded;
    }
    return isMember;
  }
}

/** `/services/vendor/`, `services/vendor/**` → `services/vendor`; a pattern that is no single folder is none. */
function plainPattern(pattern: string): string {
  const bare = pattern.replace(/^\//, "").replace(/(?:\/\*{0,2}){1,2}$/, "");
  return /[*?[\]!]/.test(bare) ? "" : bare;
}

function memberGlob(base: string, glob: string): MemberGlob {
  const isExcluded = glob.startsWith("!");
  const names = base === "." ? [] : base.split("/");
  for (const name of glob.replace(/^!/, "").slice(0, 500).split("/")) {
    if (name === "" || name === ".") continue;
    if (name === "..") names.pop();
    else names.push(name);
  }
  const segments = names.map((name): SegmentPattern =>
    name === "**" ? "**" : globTokens(name, true),
  );
  return { base, segments, isExcluded };
}
