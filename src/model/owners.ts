import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { OwnerRule } from "#evidence/facts.ts";
import { normaliseOwnerName, personOwner } from "#evidence/owner-name.ts";
import { ownersOf } from "#evidence/owner-rules.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { FoundEntity } from "./catalogue.ts";
import { means, type Correction, type ModelConfiguration } from "./configuration.ts";
import { teamId } from "./identifiers.ts";
import type { AppliedCorrection, OwnerSource } from "./organisation.ts";
import type { Unit } from "./units.ts";

export interface Ownership {
  readonly ownerIds: readonly string[];
  readonly source: OwnerSource;
  readonly evidence: readonly EvidenceRef[];
  readonly correction: AppliedCorrection | null;
}

export interface OwnerNames {
  /** Team id → the name to show and whether it stands for individuals. */
  readonly known: Map<
    string,
    { name: string; kind: "team" | "individual-owned"; source: OwnerSource }
  >;
}

/** Owner by insights §1: correction > catalog-info > CODEOWNERS > a published catalogue > unknown. */
export function ownershipOf(
  unit: Unit,
  id: string,
  name: string,
  entities: readonly FoundEntity[],
  configuration: ModelConfiguration,
  names: OwnerNames,
): Ownership {
  const found = evidencedOwner(unit, entities, names);
  const correction = configuration.corrections.findLast(
    (one): one is Correction & { kind: "owner" } =>
      one.kind === "owner" && means(one.component, id, name),
  );
  if (correction === undefined) return found;
  const owner = register(correction.owner, "correction", names);
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

function evidencedOwner(
  unit: Unit,
  entities: readonly FoundEntity[],
  names: OwnerNames,
): Ownership {
  const catalogInfo = entities.filter((entity) => entity.from !== "catalogue");
  return (
    fromEntities(catalogInfo, "catalog-info", names) ??
    fromCodeowners(unit, names) ??
    fromEntities(
      entities.filter((entity) => entity.from === "catalogue"),
      "catalogue",
      names,
    ) ?? { ownerIds: [], source: "unknown", evidence: [], correction: null }
  );
}

function fromEntities(
  entities: readonly FoundEntity[],
  source: OwnerSource,
  names: OwnerNames,
): Ownership | null {
  const owners = new Set<string>();
  const evidence: EvidenceRef[] = [];
  for (const { entity, ref } of entities) {
    const owner = entity.owner === null ? null : register(entity.owner, source, names);
    if (owner === null) continue;
    owners.add(owner);
    evidence.push({ ...ref, text: `owner: ${entity.owner ?? ""}`.slice(0, 500) });
  }
  return owners.size === 0 ? null : { ownerIds: [...owners], source, evidence, correction: null };
}

function fromCodeowners(unit: Unit, names: OwnerNames): Ownership | null {
  const { repository, folder } = unit;
  const file = repository.headFiles.find((one) => one.ownerRules.length > 0);
  if (file === undefined) return null;
  const manifest = unit.files.find((one) => one.packages.length > 0) ?? unit.files[0];
  const probe = manifest?.path ?? (folder === "." ? "README.md" : `${folder}/README.md`);
  const rule = ownersOf(file.ownerRules, probe);
  if (rule === null || rule.owners.length === 0) return null;
  const owners = ownersOfRule(rule, names);
  if (owners.length === 0) return null;
  return {
    ownerIds: owners,
    source: "codeowners",
    evidence: [codeownersEvidence(repository, file.path, rule)],
    correction: null,
  };
}

/** Teams where the rule names teams; individuals only where it names nobody else. */
function ownersOfRule(rule: OwnerRule, names: OwnerNames): string[] {
  const teams = rule.owners.filter((owner) => owner.includes("/"));
  const chosen = teams.length > 0 ? teams : rule.owners.slice(0, 1).map(() => personOwner);
  return [
    ...new Set(
      chosen.map((owner) => register(owner, "codeowners", names)).filter((owner) => owner !== null),
    ),
  ];
}

function codeownersEvidence(
  repository: RepositoryEvidence,
  path: string,
  rule: OwnerRule,
): EvidenceRef {
  const teams = rule.owners.filter((owner) => owner.includes("/"));
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

/** The team's id, remembered with the first name seen for it; null for placeholders. */
function register(owner: string, source: OwnerSource, names: OwnerNames): string | null {
  const isPerson = owner === personOwner || /^user:/i.test(owner);
  const normal = isPerson ? personOwner : normaliseOwnerName(owner);
  if (normal === null) return null;
  const isIndividual = normal === personOwner;
  const id = isIndividual ? teamId("individual-owned") : knownSpelling(normal, names);
  if (!names.known.has(id)) {
    names.known.set(id, {
      name: isIndividual ? "Individual-owned" : displayName(owner, normal),
      kind: isIndividual ? "individual-owned" : "team",
      source,
    });
  }
  return id;
}

/** `bread-bakers` and `breadbakers` are one team: the first spelling met gives the id. */
function knownSpelling(normal: string, names: OwnerNames): string {
  const plain = (text: string): string => text.replaceAll("-", "");
  const same = [...names.known.keys()].find((id) => plain(id) === plain(teamId(normal)));
  return same ?? teamId(normal);
}

function displayName(written: string, normal: string): string {
  const local = written
    .trim()
    .replace(/^#/, "")
    .replace(/^[a-z]{1,20}:(?!\/)/i, "");
  const bare = local.slice(local.lastIndexOf("/") + 1).replace(/^@/, "");
  return (bare === "" ? normal : bare).slice(0, 200);
}
