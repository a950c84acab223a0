import type {
  ExportFacts,
  FileFacts,
  Inclusion,
  OwnerRule,
  ServiceReference,
  SymbolUse,
} from "#evidence/facts.ts";
import type { FolderSymbols, HeadFile } from "#evidence/repository-evidence.ts";
import type { MissingReason } from "../git/blobs.ts";
import { AskedNames } from "./asked-names.ts";
import type { HeadRequest } from "./blob-requests.ts";
import { isEntryOf } from "../symbols/file-symbols.ts";
import { decodeText } from "./decode-text.ts";
import { folderOf, nearestRoot } from "./folders.ts";
import { readSafely } from "./history-reader.ts";
import type { ProblemLog } from "./problem-log.ts";

/** Source files above this are generated or data. */
const largestHeadFile = 1024 * 1024;
const mostNames = 4000;

/** Reads the files at HEAD. Names exported and used are gathered by the nearest folder with a manifest. */
export class HeadReader {
  private readonly problems: ProblemLog;
  private readonly files: HeadFile[] = [];
  private readonly asked = new AskedNames();
  private readonly symbols: {
    path: string;
    exports: ExportFacts | null;
    uses: readonly SymbolUse[];
  }[] = [];
  /** Paths of code that names services, with what each of its sources saw. */
  readonly withServices = new Map<string, HeadRequest["plans"]>();

  /** Files that those at HEAD take in: see `FileFacts.includes`. */
  readonly inclusions: Inclusion[] = [];
  /** Those that name themselves: another source is to read their past. */
  readonly ownPasts: Inclusion[] = [];

  private readonly kept: (rules: readonly OwnerRule[]) => readonly OwnerRule[];

  /** `kept`: what is kept of rules of owners, see `keptOwners`. */
  constructor(
    problems: ProblemLog,
    kept: (rules: readonly OwnerRule[]) => readonly OwnerRule[] = (rules) => rules,
  ) {
    this.problems = problems;
    this.kept = kept;
  }

  take(request: HeadRequest, content: Buffer | null, reason: MissingReason | null): void {
    if (content === null) {
      this.problems.unreadable(request.path, request.object, reason ?? "missing");
      return;
    }
    if (content.length > largestHeadFile) return;
    const text = decodeText(content);
    if (text === null) return;
    if (request.plans.some(({ source }) => source.id === "code"))
      this.asked.take(request.path, text);
    for (const { source } of request.plans) {
      const facts = readSafely(source, request.path, text);
      this.problems.set(source.id, request.path, facts.problems ?? []);
      this.keep(request, source.id, facts);
    }
  }

  private keep(request: HeadRequest, source: string, facts: FileFacts): void {
    const { path } = request;
    const services: readonly ServiceReference[] = facts.services ?? [];
    if (services.some(mayBeUse)) this.withServices.set(path, request.plans);
    for (const each of facts.includes ?? [])
      (each.path === path ? this.ownPasts : this.inclusions).push(each);
    const exported = facts.exports ?? null;
    if (exported !== null || facts.symbolUses !== undefined) {
      this.symbols.push({ path, exports: exported, uses: facts.symbolUses ?? [] });
    }
    const file: HeadFile = {
      path,
      source,
      workspaces: facts.workspaces ?? [],
      ...(facts.builds === undefined ? {} : { builds: facts.builds }),
      ownerRules: this.kept(facts.ownerRules ?? []),
      entities: facts.entities ?? [],
      services,
      document: facts.document ?? null,
      surface: facts.surface ?? [],
      ...(facts.runtimes === undefined ? {} : { runtimes: facts.runtimes }),
      ...(facts.lists === undefined ? {} : { lists: facts.lists }),
      ...(facts.objectives === undefined ? {} : { objectives: facts.objectives }),
      ...(facts.decision === undefined ? {} : { decision: facts.decision }),
      ...(facts.licence === undefined ? {} : { licence: facts.licence }),
      ...(facts.updateBots === undefined ? {} : { updateBots: facts.updateBots }),
      ...(facts.pipelineJobs === undefined ? {} : { pipelineJobs: facts.pipelineJobs }),
      ...(facts.bulkChangeTools === undefined ? {} : { bulkChangeTools: facts.bulkChangeTools }),
    };
    const says =
      file.workspaces.length +
      (file.builds?.length ?? 0) +
      file.ownerRules.length +
      file.entities.length +
      services.length +
      file.surface.length +
      (file.runtimes?.length ?? 0) +
      (file.lists?.length ?? 0) +
      (file.objectives?.length ?? 0) +
      (file.updateBots?.length ?? 0) +
      (file.pipelineJobs?.length ?? 0) +
      (file.bulkChangeTools?.length ?? 0);
    const { document, decision, licence } = file;
    if (says > 0 || document !== null || (decision ?? licence) !== undefined) this.files.push(file);
  }

  headFiles(): readonly HeadFile[] {
    return this.files.map((file) => {
      const names = new Set(file.services.flatMap(({ through = [] }) => through));
      const unasked = [...names].filter((name) => !this.asked.isAsked(name)).sort();
      return unasked.length === 0 ? file : { ...file, unasked };
    });
  }

  folderSymbols(roots: ReadonlySet<string>): FolderSymbols[] {
    const folders = new Map<
      string,
      { names: Map<string, Set<string>>; uses: Map<string, SymbolUse> }
    >();
    for (const { path, exports, uses } of this.symbols) {
      const root = nearestRoot(folderOf(path), roots);
      let folder = folders.get(root);
      if (folder === undefined) {
        folder = { names: new Map(), uses: new Map() };
        folders.set(root, folder);
      }
      if (exports !== null && (exports.unit !== "names" || isEntryOf(root, path))) {
        const names = folder.names.get(exports.unit) ?? new Set<string>();
        for (const name of exports.names) if (names.size < mostNames) names.add(name);
        folder.names.set(exports.unit, names);
      }
      for (const use of uses) {
        if (folder.uses.size < mostNames) folder.uses.set(`${use.purl ?? ""} ${use.name}`, use);
      }
    }
    return [...folders].map(([folder, { names, uses }]) => ({
      folder,
      exports: [...names].map(([unit, list]) => ({
        unit: unit === "endpoints" ? ("endpoints" as const) : ("names" as const),
        names: [...list].sort(),
      })),
      uses: [...uses.values()],
    }));
  }
}

/** Only what may count as a use is worth the reading of its history. */
function mayBeUse({ how, scope, mention }: ServiceReference): boolean {
  if (mention !== undefined || how === "answers") return false;
  return scope !== "test" || how === "contract-file";
}
