import type { SourcingSuggestions } from "#insight/sourcing/fit.ts";
import { counted, percentOf } from "#kernel/phrases.ts";
import type { FindingSources } from "./own-findings.ts";

const unclearFrom = 0.4;
const partlyFrom = 0.15;
/** Teams from which there is somebody inside to ask, and up to which there is hardly. */
const manyTeams = 10;
const fewTeams = 3;
const manyRetired = 3;
const platformWord = /platform/i;

/** Of what findings rest on as much as suggestions need. */
interface SuggestionSources extends Pick<FindingSources, "organisation" | "interview"> {
  readonly adoption: readonly Pick<
    FindingSources["adoption"][number],
    "capabilityId" | "retirement"
  >[];
  readonly signals: { readonly verdict: Pick<FindingSources["signals"]["verdict"], "teams"> };
  readonly staffing: Pick<FindingSources["staffing"], "stage">;
}

/** What the evidence suggests to questions that nobody has answered: marked so, and half believed. */
export function suggestedAnswers({
  organisation,
  adoption,
  interview,
  signals,
  staffing,
}: SuggestionSources): SourcingSuggestions {
  const live = organisation.components.filter((one) => one.isLive !== false);
  const unowned = live.filter((one) => one.ownerIds.length === 0).length;
  const unownedShare = live.length === 0 ? null : unowned / live.length;
  const { teams } = signals.verdict;
  const named = [...organisation.teams, ...organisation.components].filter(({ name }) =>
    platformWord.test(name),
  );
  const charter = interview.fact("direction-charter");
  // Who only lost their users gave nothing up, and of those that were not read nobody knows.
  const givenUp = new Set(
    organisation.capabilities.flatMap(({ id, lifecycle, providerComponentId }) =>
      providerComponentId !== null && (lifecycle === "archived" || lifecycle === "deprecated")
        ? id
        : [],
    ),
  );
  const retired = adoption.filter(
    ({ capabilityId, retirement }) => retirement !== null && givenUp.has(capabilityId),
  ).length;
  return {
    ...(unownedShare === null
      ? {}
      : {
          "boundaries-unclear": {
            answer:
              unownedShare >= unclearFrom ? "yes" : unownedShare >= partlyFrom ? "partly" : "no",
            because: `${percentOf(unownedShare)} of live components have no known owner.`,
          },
        }),
    ...(staffing.stage === "unknown"
      ? {}
      : {
          "platform-forming": {
            answer: staffing.stage === "none" || staffing.stage === "early" ? "yes" : "no",
            because:
              staffing.stage === "none"
                ? "Nothing is built on by several others yet."
                : `The platform is at the stage ${staffing.stage.replaceAll("-", " ")}.`,
          },
        }),
    ...(charter.unknown === null && charter.value.answer === "yes"
      ? {
          "platform-admitted": {
            answer: "yes",
            because: "A charter of the platform is said to exist.",
          },
        }
      : named.length > 0
        ? {
            "platform-admitted": {
              answer: "partly",
              because: `${counted(named.length, "team or component", "teams or components")} bear the word platform in their name, such as ${named[0]?.name ?? ""}.`,
            },
          }
        : {}),
    ...(retired >= manyRetired
      ? {
          "model-reset": {
            answer: "partly",
            because: `${String(retired)} capabilities were given up by their providers.`,
          },
        }
      : {}),
    ...(teams.count >= manyTeams
      ? { "internal-candidates": { answer: "partly", because: teams.reason } }
      : teams.count <= fewTeams
        ? { "internal-candidates": { answer: "no", because: teams.reason } }
        : {}),
  };
}
