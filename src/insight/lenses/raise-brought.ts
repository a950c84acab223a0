import { append } from "#kernel/lists-by-key.ts";
import { counted, some } from "#kernel/phrases.ts";
import { packageName } from "#model/components.ts";
import type { Capability } from "#model/organisation.ts";
import type { SharedRisk } from "../shared-risk/result.ts";
import { isElsewhere, isRetired, reachOf, shortName, type Ground } from "./ground.ts";
import { confidenceOf, proposal, type Proposal } from "./proposal.ts";
import { exactly, product } from "./spans.ts";
import { titled } from "./title.ts";

/** Packages that shared things bring to their users a major version late: raised once there, they are raised everywhere. */
export function raiseBrought(ground: Ground): Proposal[] {
  const { costs } = ground;
  const byBringer = new Map<string, SharedRisk[]>();
  for (const risk of ground.risks) {
    const bringer = ground.capabilities.get(risk.remedy.capabilityId ?? "");
    if (risk.kind !== "outdated-major" || bringer === undefined) continue;
    if (isRetired(bringer, ground.adoptionOf.get(bringer.id))) continue;
    // What it brings today is not known where its clone is older than those of its users.
    const home = ground.components.get(bringer.providerComponentId ?? "")?.repositoryId ?? "";
    if (ground.organisation.olderClones?.has(home) === true) continue;
    if (holdsNobodyBack(bringer, risk, ground)) continue;
    append(byBringer, bringer.id, risk);
  }
  const bringers = [...byBringer]
    .flatMap(([id, risks]) => {
      const capability = ground.capabilities.get(id);
      if (capability === undefined) return [];
      const reached = risks
        .map((risk) => ({ risk, hit: reachedBy(risk, capability, ground) }))
        .filter(({ hit }) => hit.length > 0);
      const hit = [...new Set(reached.flatMap((one) => one.hit))];
      const upgrades = reached.reduce((all, one) => all + one.hit.length, 0);
      return hit.length < 2
        ? []
        : [{ capability, risks: reached.map(({ risk }) => risk), hit, upgrades }];
    })
    .sort((a, b) => b.upgrades - a.upgrades || (a.capability.id < b.capability.id ? -1 : 1));
  const [first] = bringers;
  if (first === undefined) return [];
  const risks = bringers.flatMap((one) => one.risks);
  const affectedIds = [...new Set(bringers.flatMap((one) => one.hit))].sort();
  const upgrades = bringers.reduce((all, one) => all + one.upgrades, 0);
  const packages = packagesOf(first.risks);
  const names = bringers.map(({ capability }) => shortName(capability));
  return [
    proposal({
      kind: "make-easier",
      title: titled(names, 3, (told) =>
        titled(
          packagesOf(risks),
          4,
          (late) =>
            `Raise ${late} in ${told}: ${names.length === 1 ? "its" : "their"} users get them a major version late`,
        ),
      ),
      subjectIds: bringers.map(({ capability }) => capability.id),
      affectedIds,
      reach: reachOf(affectedIds, ground),
      forWhom: `${counted(affectedIds.length, "component")} that get them from there`,
      replaces: `up to ${counted(upgrades, "upgrade")} that users would do, or work around, one by one`,
      firstStep: `Raise ${packages[0] ?? "the first of them"} in ${names[0] ?? "it"} and release it: its users get it with their next upgrade`,
      measure: {
        text: "packages brought along a major version behind the newest in use here",
        present: risks.length,
        unit: "packages",
      },
      against: [
        "A major version of what it brings may be a major version of it, with work for every user",
        "Newest is what somebody here has locked: it may be their trial, not the way to go",
      ],
      reasons: bringers
        .slice(0, 5)
        .map(
          ({ capability, risks: own, hit }) =>
            `${shortName(capability)} brings ${some(packagesOf(own), 4)} to ${counted(hit.length, "component")} a major version late`,
        ),
      atStakePersonHours: product(exactly(upgrades), costs.brought),
      effortPersonHours: product(exactly(risks.length), costs.major),
      confidence: confidenceOf(upgrades, costs.isMeasured),
      restsOn: [
        `${counted(upgrades, "upgrade")} spared × a third of a change (a tenth to a whole): uncalibrated`,
        `${counted(risks.length, "package")} to raise × seven tenths of a change (a fifth to 3)`,
        costs.words.change,
      ],
      evidence: risks.flatMap((one) => one.evidence.slice(0, 2)),
    }),
  ];
}

/** Where one version is installed for all: is a user of it on the newer major version already? Then it is there to be taken. */
function holdsNobodyBack(
  bringer: Capability,
  { subject, componentIds }: SharedRisk,
  { adoptionOf, locked }: Ground,
): boolean {
  if (!installedOnce.test(subject)) return false;
  const late = new Set(componentIds);
  const has = new Set(
    locked.flatMap((one) => (one.purl === subject && one.to === null ? [one.componentId] : [])),
  );
  return (adoptionOf.get(bringer.id)?.uses ?? []).some(
    (use) => use.to === null && has.has(use.componentId) && !late.has(use.componentId),
  );
}

const installedOnce = /^pkg:(?:gem|pypi|composer|maven|golang|pub|hex)\//;

/** Components elsewhere that get the package from there alone: they use the bringer now, and do not ask for the package themselves. */
function reachedBy(
  { componentIds, subject }: SharedRisk,
  bringer: Capability,
  ground: Ground,
): readonly string[] {
  const uses = ground.adoptionOf.get(bringer.id)?.uses ?? [];
  const users = new Set(uses.filter(({ to }) => to === null).map((one) => one.componentId));
  const own = new Set(
    ground.organisation.thirdPartyUses
      .filter(({ purl, to, isPeer }) => purl === subject && to === null && isPeer !== true)
      .map(({ componentId }) => componentId),
  );
  return componentIds.filter(
    (each) =>
      users.has(each) &&
      !own.has(each) &&
      isElsewhere(ground.components.get(each), bringer, ground),
  );
}

function packagesOf(risks: readonly SharedRisk[]): string[] {
  return [...new Set(risks.map((one) => packageName(one.subject)))];
}
