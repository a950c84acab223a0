import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { OwnerRule } from "#evidence/facts.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { FoundEntity, UnitEntities } from "./catalogue.ts";
import { codeownersFile, ownersOfCode } from "./code-owners.ts";
import { means, type Correction, type ModelConfiguration } from "./configuration.ts";
import type { Forge } from "./forges.ts";
import type { AppliedCorrection } from "./organisation.ts";
import { isIndividual, type OwnerRegister } from "./owner-register.ts";
import type { Unit } from "./units.ts";
import type { OwnerSource } from "#vocabulary/structure.ts";

export interface Ownership {
  readonly ownerIds: readonly string[];
  readonly source: OwnerSource;
  readonly evidence: readonly EvidenceRef[];
  readonly correction: AppliedCorrection | null;
}

/** What owners are decided by, besides the unit. */
export interface OwnerContext {
  readonly configuration: ModelConfiguration;
  readonly register: OwnerRegister;
  readonly forges: ReadonlyMap<string, Forge | null>;
  /** What lists found by themselves say, by repository. */
  readonly listed: ReadonlyMap<string, readonly NamedOwner[]>;
  /** What labels of charts and manifests say, by repository and folder: see `labelKey`. */
  readonly labels: ReadonlyMap<string, readonly NamedOwner[]>;
}

/** An owner as something names it, with where. */
export interface NamedOwner {
  readonly owner: string;
  readonly ref: EvidenceRef;
}

export function labelKey(repositoryId: string, folder: string): string {
  return `${repositoryId} ${folder}`;
}

/** A unit with all that is said of it. */
export interface OwnedUnit {
  readonly unit: Unit;
  readonly id: string;
  readonly name: string;
  readonly entities: UnitEntities;
  /** See `codePaths`. */
  readonly paths: readonly string[];
}

/** Owner by insights §1: correction > descriptors > CODEOWNERS > published lists > labels > unknown. */
export function ownershipOf(owned: OwnedUnit, context: OwnerContext): Ownership {
  const found = evidencedOwner(owned, context);
  const correction = context.configuration.corrections.findLast(
    (one): one is Correction & { kind: "owner" } =>
      one.kind === "owner" && means(one.component, owned.id, owned.name),
  );
  if (correction === undefined) return found;
  const owner = context.register.named(correction.owner, "correction");
  return {
    ownerIds: owner === null ? [] : [owner],
    source: "correction",
    evidence: [
      {
        source: "correction",
        repositoryId: null,
        commit: null,
        path: null,
        line: null,
        at: null,
        how: "declared",
        confidence: "high",
        text: `owner set to ${correction.owner}${correction.reason === null ? "" : `: ${correction.reason}`}`.slice(
          0,
          500,
        ),
      },
      ...found.evidence,
    ],
    correction: {
      kind: "owner",
      overrode:
        found.ownerIds.map((ownerId) => ownerId.slice("team:".length)).join(", ") || "unknown",
      since: correction.since,
      reason: correction.reason,
    },
  };
}

export const unknownOwner: Ownership = {
  ownerIds: [],
  source: "unknown",
  evidence: [],
  correction: null,
};

function evidencedOwner(owned: OwnedUnit, context: OwnerContext): Ownership {
  const { own, around, published } = owned.entities;
  const { register, listed, labels } = context;
  const { repository, folder } = owned.unit;
  return (
    fromEntities(own.filter(isOfCode), "catalog-info", register) ??
    fromEntities(around.filter(isOfCode), "catalog-info", register) ??
    fromCodeowners(owned, context) ??
    fromEntities(published, "catalogue", register) ??
    fromNames(listed.get(repository.id) ?? [], "catalogue", register) ??
    fromNames(labels.get(labelKey(repository.id, folder)) ?? [], "labels", register) ??
    fromEntities(own.filter(isCalledLike(repository, folder)), "catalog-info", register) ??
    unknownOwner
  );
}

/** Who keeps a pipeline, a bucket or a database need not keep the code beside its description. */
function isOfCode({ entity }: FoundEntity): boolean {
  return entity.kind !== "Resource";
}

/** A Resource that is called like its folder or repository may be all that is described of it. */
function isCalledLike(
  { name }: RepositoryEvidence,
  folder: string,
): (found: FoundEntity) => boolean {
  const path = folder === "." ? name : folder;
  const wanted = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  return ({ entity }) => entity.kind === "Resource" && entity.name.toLowerCase() === wanted;
}

function fromEntities(
  entities: readonly FoundEntity[],
  source: OwnerSource,
  register: OwnerRegister,
): Ownership | null {
  const named = entities.flatMap(({ owner, ref }) => (owner === null ? [] : [{ owner, ref }]));
  return fromNames(named, source, register);
}

function fromNames(
  named: readonly NamedOwner[],
  source: OwnerSource,
  register: OwnerRegister,
): Ownership | null {
  const owners = new Set<string>();
  const evidence: EvidenceRef[] = [];
  for (const { owner, ref } of named) {
    const id = register.named(owner, source);
    if (id === null) continue;
    owners.add(id);
    const shown = isIndividual(id) ? "an individual" : owner;
    evidence.push({ ...ref, text: `owner: ${shown}`.slice(0, 500) });
  }
  return owners.size === 0 ? null : { ownerIds: [...owners], source, evidence, correction: null };
}

function fromCodeowners(
  { unit, paths }: OwnedUnit,
  { register, forges }: OwnerContext,
): Ownership | null {
  const { repository, folder } = unit;
  const file = codeownersFile(repository, forges.get(repository.id) ?? null);
  if (file === null) return null;
  const manifest = unit.files.find((one) => one.packages.length > 0) ?? unit.files[0];
  const found = ownersOfCode(file, { folder, paths, manifest: manifest?.path ?? null }, (rule) =>
    ownersOfRule(rule, repository, register),
  );
  if (found === null) return null;
  return {
    ownerIds: found.owners,
    source: "codeowners",
    evidence: [codeownersEvidence(repository, file.file.path, found.rule, register)],
    correction: null,
  };
}

/** Teams where the rule names teams; individuals only where it names nobody else. */
function ownersOfRule(
  rule: OwnerRule,
  repository: RepositoryEvidence,
  register: OwnerRegister,
): string[] {
  const ids = rule.owners.flatMap((owner) => register.inCodeowners(owner, repository) ?? []);
  const teams = ids.filter((id) => !isIndividual(id));
  return [...new Set(teams.length > 0 ? teams : ids)];
}

function codeownersEvidence(
  repository: RepositoryEvidence,
  path: string,
  rule: OwnerRule,
  register: OwnerRegister,
): EvidenceRef {
  const teams = rule.owners.filter((owner) => {
    const id = register.inCodeowners(owner, repository);
    return id !== null && !isIndividual(id);
  });
  const shown = teams.length > 0 ? teams.join(" ") : `${String(rule.owners.length)} individual(s)`;
  return {
    source: "codeowners",
    repositoryId: repository.id,
    commit: repository.head?.commit ?? null,
    path,
    line: rule.line,
    at: repository.head?.at ?? null,
    how: "declared",
    confidence: "observed",
    text: `${rule.pattern} ${shown}`.slice(0, 500),
  };
}
