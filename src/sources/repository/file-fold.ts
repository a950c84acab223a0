import type {
  DeclaredPackage,
  Definition,
  Dependency,
  FileFacts,
  Inclusion,
  ServiceReference,
} from "#evidence/facts.ts";
import type { Moment } from "#evidence/moment.ts";
import type { FileHistory, LockedHistory } from "#evidence/repository-evidence.ts";
import { SpanTable } from "./span-table.ts";

type PackageMeta = Omit<DeclaredPackage, "version">;
type DependencyMeta = Pick<
  Dependency,
  | "purl"
  | "scope"
  | "localPath"
  | "origin"
  | "line"
  | "reference"
  | "project"
  | "isPeer"
  | "isOfHelper"
>;
type DefinitionMeta = Omit<Definition, "value">;

/** Folds what the versions of one file say, oldest first, into spans. Lock files are folded by `LockHistoryFold`. */
export class FileFold {
  readonly path: string;
  readonly source: string;
  private revisions = 0;
  private readonly presence = new SpanTable<null, string>();
  private readonly packages = new SpanTable<PackageMeta, string | null>();
  private readonly dependencies = new SpanTable<DependencyMeta, string | null>();
  private readonly references = new SpanTable<ServiceReference, number>();
  private readonly definitions = new SpanTable<DefinitionMeta, string>();
  private readonly includes = new SpanTable<Inclusion, null>();
  private readonly locked = new SpanTable<Omit<LockedHistory, "spans">, string>();

  constructor(path: string, source: string, earlier?: FileHistory) {
    this.path = path;
    this.source = source;
    if (earlier === undefined) return;
    this.revisions = earlier.revisionsCount;
    this.presence.restore("", null, earlier.spans);
    for (const { spans, ...meta } of earlier.packages) {
      const { description, deprecated, ...rest } = meta;
      this.packages.restore(
        packageKey(meta),
        {
          ...rest,
          ...(description === null ? {} : { description }),
          ...(deprecated === null ? {} : { deprecated }),
        },
        spans,
      );
    }
    for (const { spans, localPath, origin, ...rest } of earlier.dependencies) {
      const meta: DependencyMeta = {
        ...rest,
        ...(localPath === null ? {} : { localPath }),
        ...(origin === null ? {} : { origin }),
      };
      this.dependencies.restore(dependencyKey(meta), meta, spans);
    }
    for (const { reference, spans } of earlier.references) {
      this.references.restore(referenceKey(reference), reference, spans);
    }
    for (const { spans, ...meta } of earlier.definitions ?? [])
      this.definitions.restore(definitionKey(meta), meta, spans);
    for (const { spans, ...meta } of earlier.includes ?? [])
      this.includes.restore(inclusionKey(meta), meta, spans);
    if (source !== "locks")
      for (const { spans, ...meta } of earlier.locked) this.locked.restore(meta.purl, meta, spans);
  }

  /** The file as it stood from `moment` on; null where it could not be read: what held before goes on. */
  revise(moment: Moment, object: string, facts: FileFacts | null): void {
    if (this.presence.current("") !== object) this.revisions++;
    this.presence.set(moment, "", null, object);
    if (facts === null) return;
    this.packages.step(
      moment,
      (facts.packages ?? []).map(
        ({ version, ...meta }) => [packageKey(meta), meta, version] as const,
      ),
    );
    this.dependencies.step(
      moment,
      (facts.dependencies ?? []).map(
        (one) => [dependencyKey(one), metaOf(one), one.constraint] as const,
      ),
    );
    this.references.step(
      moment,
      (facts.services ?? []).map((one) => [referenceKey(one), one, one.line] as const),
    );
    this.definitions.step(
      moment,
      (facts.definitions ?? []).map(
        ({ value, ...meta }) => [definitionKey(meta), meta, value] as const,
      ),
    );
    this.includes.step(
      moment,
      (facts.includes ?? []).map((one) => [inclusionKey(one), one, null] as const),
    );
    this.locked.step(
      moment,
      (facts.locked ?? []).map(({ purl, version }) => [purl, { purl }, version] as const),
    );
  }

  /** Each package that was ever declared or defined, with the first time. */
  declarations(): { readonly purl: string; readonly since: Moment }[] {
    return [...this.dependencies.list(), ...this.definitions.list()].flatMap(({ meta, spans }) => {
      const since = spans[0]?.from;
      return since === undefined || meta.purl === undefined ? [] : [{ purl: meta.purl, since }];
    });
  }

  /** Files that it takes in or once took in. */
  inclusions(): readonly Inclusion[] {
    return this.includes.list().map(({ meta }) => meta);
  }

  remove(moment: Moment): void {
    this.presence.endAll(moment);
    for (const table of [this.packages, this.dependencies, this.references]) table.endAll(moment);
    for (const table of [this.definitions, this.includes, this.locked]) table.endAll(moment);
  }

  /** Versions that the file itself fixes for all that is installed, whoever declares it. */
  lockedRows(): LockedHistory[] {
    return this.locked.list().map(({ meta, spans }) => ({ ...meta, spans }));
  }

  /** `locked`: of the lock fold of the same path, where there is one, else what is wanted of `lockedRows`. */
  history(locked: FileHistory["locked"]): FileHistory {
    const definitions = this.definitions.list().map(({ meta, spans }) => ({ ...meta, spans }));
    const includes = this.includes.list().map(({ meta, spans }) => ({ ...meta, spans }));
    return {
      path: this.path,
      source: this.source,
      spans: this.presence.list()[0]?.spans ?? [],
      revisionsCount: this.revisions,
      packages: this.packages.list().map(({ meta, spans }) => ({
        purl: meta.purl,
        kind: meta.kind,
        isPrivate: meta.isPrivate,
        description: meta.description ?? null,
        deprecated: meta.deprecated ?? null,
        ...(meta.alsoKnownAs === undefined ? {} : { alsoKnownAs: meta.alsoKnownAs }),
        ...(meta.project === undefined ? {} : { project: meta.project }),
        spans,
      })),
      dependencies: this.dependencies.list().map(({ meta, spans }) => ({
        purl: meta.purl,
        scope: meta.scope,
        line: meta.line,
        localPath: meta.localPath ?? null,
        origin: meta.origin ?? null,
        ...(meta.reference === undefined ? {} : { reference: meta.reference }),
        ...(meta.project === undefined ? {} : { project: meta.project }),
        ...(meta.isPeer === undefined ? {} : { isPeer: meta.isPeer }),
        ...(meta.isOfHelper === undefined ? {} : { isOfHelper: meta.isOfHelper }),
        spans,
      })),
      locked,
      references: this.references.list().map(({ meta, spans }) => ({ reference: meta, spans })),
      ...(definitions.length === 0 ? {} : { definitions }),
      ...(includes.length === 0 ? {} : { includes }),
    };
  }
}

function metaOf({ constraint: _value, ...meta }: Dependency): DependencyMeta {
  return meta;
}

function definitionKey({ name, purl = "" }: DefinitionMeta): string {
  return `${name}\n${purl}`;
}

function inclusionKey({ path, reader }: Inclusion): string {
  return `${path}\n${reader}`;
}

function dependencyKey(one: Pick<Dependency, "purl" | "scope" | "localPath" | "project">): string {
  const { purl, scope, localPath, project = "" } = one;
  return `${purl}\n${scope}\n${localPath === undefined ? "" : "local"}\n${project}`;
}

function packageKey({ purl, project = "" }: Pick<DeclaredPackage, "purl" | "project">): string {
  return project === "" ? purl : `${purl}\n${project}`;
}

function referenceKey(one: ServiceReference): string {
  const { name, how, scope, host = "", path = "", mention = "" } = one;
  return `${name}\n${how}\n${scope}\n${host}\n${path}\n${mention}`;
}
