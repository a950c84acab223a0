import { append } from "#kernel/lists-by-key.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Moment, Span } from "#evidence/moment.ts";
import type { DependencyHistory, FileHistory } from "#evidence/repository-evidence.ts";
import { ownKey } from "./capabilities.ts";
import { packageName, type BuiltComponent } from "./components.ts";
import { beginningsIn, takenUpBeside, type Beginnings } from "./handovers.ts";
import { consumptionId } from "./identifiers.ts";
import { isBeside } from "./locked-uses.ts";
import { joined, lockedVersions, over, unique } from "./locked-versions.ts";
import type { UseBeginning, Opening } from "./opened-by.ts";
import type { Capability, Consumption, ThirdPartyUse } from "./organisation.ts";
import { resolvePurl } from "./packages.ts";
import { versionOfNamedTag } from "./repository-tags.ts";
import { arrivalsIn, takenInto, type Arrivals } from "./taken-in.ts";
import { importedAtHead, importEvidence, keptOpen, stillImported } from "./still-imported.ts";
import { continuationDays, cutAt, joinUses, within, type Use } from "./spans.ts";
import type { Scope } from "#vocabulary/adoption.ts";

/** What is known of a component beside what it declares. */
interface Surroundings {
  readonly beginnings: Beginnings;
  readonly imported: ReadonlySet<string>;
  /** Looked for only where something ended. */
  readonly arrivals: () => Arrivals;
}

interface Mention {
  readonly file: FileHistory;
  readonly dependency: DependencyHistory;
  readonly purl: string;
  readonly spans: readonly Span<string | null>[];
}

/** Strongest first: a use that is both in production and in tests at one time counts as in production. */
const strength: readonly Scope[] = ["runtime", "build", "development", "test"];

export interface ConsumptionContext {
  readonly asOf: number;
  readonly byPurl: ReadonlyMap<string, string>;
  /** See `CapabilityIndex.byOwn`. */
  readonly byOwn: ReadonlyMap<string, string>;
  readonly capabilities: ReadonlyMap<string, Capability>;
  /** When the last of its packages was given up; null while one is declared, or where no declaration was seen. */
  goneAt(capability: Capability): number | null;
  /** What its package is once somebody else publishes it; undefined where nobody was seen to go on using it. */
  readonly takenOver: ReadonlyMap<string, Capability>;
  openedBy(built: BuiltComponent, capability: Capability, beginning: UseBeginning): Opening;
}

/** Uses that manifests of one component declare of the organisation's own capabilities. */
export function declaredConsumptions(
  built: BuiltComponent,
  context: ConsumptionContext,
): Consumption[] {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentionsIn(built, context.asOf)) {
    const own = ownKey(built.component.repositoryId, mention.purl);
    const capability = context.byOwn.get(own) ?? context.byPurl.get(mention.purl);
    if (capability === undefined) continue;
    const offered = context.capabilities.get(capability);
    if (offered === undefined || offered.providerComponentId === built.component.id) continue;
    // What lies in the same repository nobody else publishes.
    const goneAt = mention.dependency.localPath === null ? context.goneAt(offered) : null;
    const kind = mention.dependency.scope === "reverse-test" ? "reverse-test" : "use";
    const taken = context.takenOver.get(capability)?.id;
    const add = (id: string | undefined, spans: Mention["spans"]): void => {
      if (id === undefined || spans.length === 0) return;
      const key = `${id}\n${kind}`;
      append(groups, key, { ...mention, spans });
    };
    add(
      capability,
      mention.spans.filter((span) => !isMovedAway(span, goneAt)),
    );
    add(
      taken,
      mention.spans.filter((span) => isMovedAway(span, goneAt)),
    );
  }
  const taken = new Map([...context.takenOver.values()].map((one) => [one.id, one]));
  const idOf = (key: string): string => key.slice(0, key.indexOf("\n"));
  const beginnings = beginningsIn(groups, idOf);
  const imported = importedAtHead(built, context.asOf);
  let seen: Arrivals | null = null;
  const arrivals = (): Arrivals => (seen ??= arrivalsIn(built));
  return [...groups].flatMap(([key, mentions]) => {
    const id = idOf(key);
    const capability = context.capabilities.get(id) ?? taken.get(id);
    return capability === undefined
      ? []
      : consume(built, capability, mentions, { beginnings, imported, arrivals }, context);
  });
}

/** Begun, or changed, long after the package was last declared here: by then somebody else published it. */
export function isMovedAway(span: Use, goneAt: number | null): boolean {
  return goneAt !== null && span.from.at > goneAt + continuationDays * 86_400;
}

export function mentionsIn({ unit }: BuiltComponent, asOf: number): Mention[] {
  return unit.files.flatMap((file) =>
    file.dependencies.map((dependency) => ({
      file,
      dependency,
      purl: resolvePurl(dependency.purl, unit.repository),
      spans: cutAt(dependency.spans, asOf),
    })),
  );
}

function consume(
  built: BuiltComponent,
  capability: Capability,
  mentions: readonly Mention[],
  { beginnings, imported, arrivals }: Surroundings,
  context: ConsumptionContext,
): Consumption[] {
  const spans = mentions.flatMap((mention) => mention.spans.map((span) => ({ span, mention })));
  const declared = joinUses(spans.map(({ span }) => span));
  const isOver = declared.at(-1)?.to !== null;
  const still = isOver
    ? stillImported(
        mentions.map(({ purl }) => purl),
        imported,
      )
    : null;
  return (still === null ? declared : keptOpen(declared)).map((use, index) => {
    const inside = spans.filter(({ span }) => isInside(span, use));
    const opening = inside.find(({ span }) => span.from === use.from) ?? inside[0];
    const latest = latestOf(inside);
    const scope = scopeOf(meantNow(inside, use).map((one) => one.scope));
    const purl = opening?.mention.purl ?? "";
    const assumed = inside.every(({ mention }) => mention.dependency.assumed !== undefined)
      ? inside[0]?.mention.dependency.assumed
      : undefined;
    const beside = takenUpBeside(
      beginnings,
      inside.flatMap(({ span, mention }) =>
        use.to !== null && span.to?.commit === use.to.commit ? mention.file.path : [],
      ),
      use.to?.commit ?? "",
      capability.id,
    );
    const names = mentions.map((mention) => mention.purl);
    const into = use.to === null ? null : takenInto(arrivals(), names, use.to);
    return {
      id: consumptionId(built.component.id, capability.id, scope, use.from.at),
      consumerComponentId: built.component.id,
      capabilityId: capability.id,
      via: "declared",
      scope,
      from: use.from,
      isFromCensored: isFirstCommit(built, use.from),
      to: use.to,
      ...(beside.length === 0 ? {} : { takenUpBeside: beside }),
      ...(into === null ? {} : { takenInto: into }),
      constraint: latest?.span.value ?? null,
      versions: versionsOf(built, mentions, use, context.asOf),
      confidence: assumed === undefined ? "observed" : "medium",
      ...context.openedBy(built, capability, {
        path: opening?.mention.file.path ?? "",
        purl: writtenPurl(opening?.mention) ?? purl,
        from: use.from,
      }),
      evidence: [
        ...evidenceOf(built, inside, use),
        ...(still !== null && index === declared.length - 1 ? [importEvidence(built, still)] : []),
      ],
    };
  });
}

/**
 * What holds at the end: what is still declared before what is gone, then what began last; of two changes within the same
 * second, a merge and what follows it, the one that lasted.
 */
function latestOf<Inside extends { readonly span: Use }>(
  inside: readonly Inside[],
): Inside | undefined {
  const end = ({ span }: Inside): number => span.to?.at ?? Infinity;
  const order = (a: number, b: number): number => (a === b ? 0 : a < b ? 1 : -1);
  return inside.toSorted(
    (a, b) => order(end(a), end(b)) || order(a.span.from.at, b.span.from.at),
  )[0];
}

/** As the file has it: authors of changes are known by that. */
function writtenPurl(mention: Mention | undefined): string | undefined {
  return mention?.dependency.declaredAs ?? mention?.dependency.purl;
}

function isInside(span: Use, use: Use): boolean {
  return (
    span.from.at >= use.from.at &&
    (use.to === null || span.from.at < use.to.at || span.from === use.from)
  );
}

/** A shallow clone's first commit shows what was there already, not what began. */
function isFirstCommit({ unit }: BuiltComponent, from: Moment): boolean {
  return unit.repository.isShallow && from.commit === unit.repository.mainlineRoot;
}

function scopeOf(scopes: readonly Scope[]): Scope {
  if (scopes.every((scope) => scope === "reverse-test")) return "reverse-test";
  return strength.find((scope) => scopes.includes(scope)) ?? "runtime";
}

/** Composer locks a branch under its name: `dev-main`, `3.1.x-dev`. */
const composerBranch = /^dev-|\.x-dev$/;

/**
 * From lock files of the same component; when these say nothing, constraints that name exactly one version. What its examples,
 * papers and inputs of tests have is no version of it.
 */
function versionsOf(
  built: BuiltComponent,
  allMentions: readonly Mention[],
  use: Use,
  asOf: number,
): Consumption["versions"] {
  const mentions = allMentions.filter(({ file }) => !isBeside(file.path, built.unit.folder));
  const declarations = mentions.flatMap(({ file, dependency, spans }) =>
    [...new Set([dependency.purl, dependency.declaredAs ?? dependency.purl])].map((purl) => ({
      purl,
      path: file.path,
      spans,
    })),
  );
  // What lock files say from as-of on has not happened yet.
  const locked = lockedVersions(built.unit, declarations, use.from.at, use.to?.at ?? null)
    .filter(({ version, from }) => from < asOf && !composerBranch.test(version))
    .map((one) => (one.to !== null && one.to >= asOf ? { ...one, to: null } : one));
  const exact = unique(
    mentions
      .flatMap((mention) =>
        within(mention.spans, use.from.at, use.to?.at ?? null).map(({ value, from, to }) => ({
          version: exactVersion(value) ?? versionOfNamedTag(value ?? "", purlsOf(mention)) ?? "",
          from,
          to,
        })),
      )
      .filter(({ version }) => version !== ""),
  );
  if (exact.length === 0) return locked;
  if (locked.length === 0) return exact.sort((a, b) => a.from - b.from);
  return joined(over(exact, locked).sort((a, b) => a.from - b.from));
}

/** What is meant, and what stands in the file. */
function purlsOf({ purl, dependency }: Mention): readonly string[] {
  return [purl, dependency.declaredAs ?? dependency.purl];
}

/** `1.2.3`, `= 1.2.3`, `==1.2.3`, `v1.2.3` → the version; ranges (`1.x`), branches (`1.x-dev`) and digests → null. */
export function exactVersion(constraint: string | null): string | null {
  if (/\.[xX](?:[.-]|\s{0,4}$)/.test(constraint ?? "")) return null;
  return (
    /^\s{0,4}(?:={1,3}\s{0,4}|v)?(\d{1,9}(?:\.[0-9A-Za-z]{1,30}){1,6}(?:[-+][0-9A-Za-z.+-]{1,60})?)\s{0,4}$/.exec(
      constraint ?? "",
    )?.[1] ?? null
  );
}

function evidenceOf(
  built: BuiltComponent,
  inside: readonly { readonly span: Span<string | null>; readonly mention: Mention }[],
  use: Use,
): EvidenceRef[] {
  const { repository } = built.unit;
  const refs: EvidenceRef[] = [];
  const opening = inside.filter(({ span }) => span.from === use.from).slice(0, 3);
  for (const { span, mention } of opening.length > 0 ? opening : inside.slice(0, 1)) {
    refs.push(
      refOf(
        repository.id,
        mention,
        span.from,
        `begins: ${packageName(mention.purl)} ${span.value ?? ""}`,
        null,
      ),
    );
  }
  const newest = latestOf(inside);
  if (newest !== undefined && newest.span.from !== use.from) {
    const line = newest.span.to === null ? newest.mention.dependency.line : null;
    refs.push(
      refOf(
        repository.id,
        newest.mention,
        newest.span.from,
        `now: ${packageName(newest.mention.purl)} ${newest.span.value ?? ""}`,
        line,
      ),
    );
  }
  const ending = use.to === null ? undefined : inside.find(({ span }) => span.to === use.to);
  if (use.to !== null && ending !== undefined) {
    refs.push(
      refOf(
        repository.id,
        ending.mention,
        use.to,
        `ends: ${packageName(ending.mention.purl)}`,
        null,
      ),
    );
  }
  return refs;
}

function refOf(
  repositoryId: string,
  mention: Mention,
  moment: Moment,
  words: string,
  line: number | null,
): EvidenceRef {
  const { assumed } = mention.dependency;
  const text = assumed === undefined ? words : `${words.trim()} (${assumed})`;
  return {
    source: mention.file.source,
    repositoryId,
    commit: moment.commit,
    path: mention.file.path,
    line,
    at: moment.at,
    how: assumed === undefined ? "observed" : "inferred",
    confidence: assumed === undefined ? "observed" : "medium",
    text: text.trim().slice(0, 500),
  };
}

/** What holds at the end, where the use goes on: what was for all once may be for those who develop today. */
function meantNow(
  inside: readonly { readonly span: Use; readonly mention: Mention }[],
  use: Use,
): readonly DependencyHistory[] {
  const open = inside.filter(({ span }) => span.to === null);
  return (use.to === null && open.length > 0 ? open : inside).map(
    ({ mention }) => mention.dependency,
  );
}

function kindOfUse(
  inside: readonly { readonly span: Use; readonly mention: Mention }[],
  use: Use,
): Pick<ThirdPartyUse, "scope" | "isPeer"> {
  const meant = meantNow(inside, use);
  const scope = scopeOf(meant.map((one) => one.scope));
  const isPeer = meant.every((one) => one.isPeer === true || one.scope !== scope);
  return { scope, ...(isPeer && meant.length > 0 ? { isPeer } : {}) };
}

/** Packages of nobody in the organisation: one entry for each component, package and stretch of time. */
export function thirdPartyUses(
  built: BuiltComponent,
  asOf: number,
  isOwn: (purl: string) => boolean,
): ThirdPartyUse[] {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentionsIn(built, asOf)) {
    if (isOwn(mention.purl) || mention.dependency.localPath !== null) continue;
    append(groups, mention.purl, mention);
  }
  return [...groups].flatMap(([purl, mentions]) => {
    const isOfHelper = mentions.every((mention) => mention.dependency.isOfHelper === true);
    const spans = mentions.flatMap((mention) => mention.spans.map((span) => ({ span, mention })));
    return joinUses(spans.map(({ span }) => span)).map((use) => ({
      componentId: built.component.id,
      purl,
      ...(isOfHelper ? { isOfHelper } : {}),
      ...kindOfUse(
        spans.filter(({ span }) => isInside(span, use)),
        use,
      ),
      from: use.from.at,
      to: use.to?.at ?? null,
      // One fact a use: hundreds of packages, each mentioned by many files, would drown the rest.
      evidence: evidenceOf(
        built,
        spans.filter(({ span }) => isInside(span, use)).slice(0, 1),
        use,
      ).slice(0, 1),
    }));
  });
}
