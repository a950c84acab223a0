import { askedFor } from "./asked-for.ts";
import { consolidateCopies } from "./consolidate-copies.ts";
import { document } from "./document.ts";
import { finishLeaving } from "./finish-leaving.ts";
import { groundOf, type Ground, type PlatformLensInput } from "./ground.ts";
import { keepUsers } from "./keep-users.ts";
import { keepUp } from "./keep-up.ts";
import { makeEasier } from "./make-easier.ts";
import { nameOwners } from "./name-owners.ts";
import { pinActions } from "./pin-actions.ts";
import { proposal, rankedProposals, saidToCostMore, type Proposal } from "./proposal.ts";
import { raiseBrought } from "./raise-brought.ts";
import { raiseByBots } from "./raise-by-bots.ts";
import { remove } from "./remove.ts";
import { secure } from "./secure.ts";
import { settleJobs } from "./settle-jobs.ts";
import { atMost } from "./spans.ts";
import { sweepOnce } from "./sweep-once.ts";
import { takeMajors } from "./take-majors.ts";
import { takeReleases } from "./take-releases.ts";

const mostProposals = 40;

/** "What capabilities should we enable so that others build better, faster, safer?": changes of the platform, from all that was found. */
export function enableNext(input: PlatformLensInput): Proposal[] {
  const ground = groundOf(input);
  const proposals = [
    consolidateCopies,
    sweepOnce,
    settleJobs,
    makeEasier,
    takeReleases,
    raiseByBots,
    takeMajors,
    raiseBrought,
    keepUp,
    document,
    keepUsers,
    remove,
    finishLeaving,
    nameOwners,
    secure,
    pinActions,
    askedFor,
  ].flatMap((propose) => propose(ground));
  return rankedProposals(
    proposals.map((one) => opening(boundedBy(input.costs.yearOfWork, one), ground)),
    mostProposals,
  ).map(saidToCostMore);
}

/** Nothing has more at stake than all that people put in. */
function boundedBy(yearOfWork: number | null, one: Proposal): Proposal {
  return yearOfWork === null
    ? one
    : proposal({ ...one, atStakePersonHours: atMost(one.atStakePersonHours, yearOfWork) });
}

/** What is missing leaves no trace of its own: what it is missed in stands for it, so that every proposal opens into facts. */
function opening(one: Proposal, { capabilities, components }: Ground): Proposal {
  if (one.evidence.length > 0) return one;
  const about = [...one.subjectIds, ...one.affectedIds].flatMap(
    (id) => capabilities.get(id)?.evidence[0] ?? components.get(id)?.evidence[0] ?? [],
  );
  return proposal({ ...one, evidence: about });
}
