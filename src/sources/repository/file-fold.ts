import type { DeclaredPackage, Dependency, FileFacts, ServiceReference } from "#evidence/facts.ts";
import type { Moment } from "#evidence/moment.ts";
import type { FileHistory } from "#evidence/repository-evidence.ts";
import { SpanTable } from "./span-table.ts";

type PackageMeta = Omit<DeclaredPackage, "version">;
type DependencyMeta = Pick<Dependency, "purl" | "scope" | "localPath" | "origin" | "line">;

/** Folds what the versions of one file say, oldest first, into spans. Locks are folded by `LockHistoryFold`. */
export class FileFold {
  readonly path: string;
  readonly source: string;
  private revisions = 0;
  private readonly presence = new SpanTable<null, string>();
  private readonly packages = new SpanTable<PackageMeta, string | null>();
  private readonly dependencies = new SpanTable<DependencyMeta, string | null>();
  private readonly references = new SpanTable<ServiceReference, number>();

  constructor(path: string, source: string, earlier?: FileHistory) {
    this.path = path;
    this.source = source;
    if (earlier === undefined) return;
    this.revisions = earlier.revisionsCount;
    this.presence.restore("", null, earlier.spans);
    for (const { spans, ...meta } of earlier.packages) {
      const { description, deprecated, ...rest } = meta;
      this.packages.restore(
        meta.purl,
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
  }

  /** The file as it stood from `moment` on; null where it could not be read: what held before goes on. */
  revise(moment: Moment, object: string, facts: FileFacts | null): void {
    if (this.presence.current("") !== object) this.revisions++;
    this.presence.set(moment, "", null, object);
    if (facts === null) return;
    this.packages.step(
      moment,
      (facts.packages ?? []).map(({ version, ...meta }) => [meta.purl, meta, version] as const),
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
  }

  /** Each package that was ever declared, with the first time. */
  declarations(): { readonly purl: string; readonly since: Moment }[] {
    return this.dependencies.list().flatMap(({ meta, spans }) => {
      const since = spans[0]?.from;
      return since === undefined ? [] : [{ purl: meta.purl, since }];
    });
  }

  remove(moment: Moment): void {
    for (const table of [this.presence, this.packages, this.dependencies, this.references]) {
      table.endAll(moment);
    }
  }

  /** `locked` comes from the lock fold of the same path, where there is one. */
  history(locked: FileHistory["locked"]): FileHistory {
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
        spans,
      })),
      dependencies: this.dependencies.list().map(({ meta, spans }) => ({
        purl: meta.purl,
        scope: meta.scope,
        line: meta.line,
        localPath: meta.localPath ?? null,
        origin: meta.origin ?? null,
        spans,
      })),
      locked,
      references: this.references.list().map(({ meta, spans }) => ({ reference: meta, spans })),
    };
  }
}

function metaOf({ purl, scope, line, localPath, origin }: Dependency): DependencyMeta {
  return {
    purl,
    scope,
    line,
    ...(localPath === undefined ? {} : { localPath }),
    ...(origin === undefined ? {} : { origin }),
  };
}

function dependencyKey(one: Pick<Dependency, "purl" | "scope" | "localPath">): string {
  return `${one.purl}\n${one.scope}\n${one.localPath === undefined ? "" : "local"}`;
}

function referenceKey(one: ServiceReference): string {
  return `${one.name}\n${one.how}\n${one.scope}`;
}
