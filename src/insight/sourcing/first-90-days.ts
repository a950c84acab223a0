import { stateWords } from "../signals/state-words.ts";
import { referenceTo } from "#kernel/reference.ts";
import type { OwnFindings } from "./findings.ts";
import type { PlanAction, PlanPhase } from "./result.ts";

/** A plan made of what was found here; every action points at the finding it rests on. */
export function first90Days(found: OwnFindings): PlanPhase[] {
  return [
    {
      title: "Listen",
      fromDay: 1,
      toDay: 30,
      actions: [...talks(found), ...unknownSignals(found), ...domains(found)],
      outcome:
        "A page that says who the platform is for, what hurts them, and what is not known yet.",
    },
    {
      title: "Choose",
      fromDay: 31,
      toDay: 60,
      actions: [...charter(found), ...strongestSignal(found), ...oneFix(found)],
      outcome: "A charter with goals, three things that are done next and three that are not.",
    },
    {
      title: "Deliver",
      fromDay: 61,
      toDay: 90,
      actions: [...deliveries(found), ...measureAgain(found)],
      outcome: "One change that a team asked for is in use, and its effect is in this report.",
    },
  ];
}

function talks({ conversations }: OwnFindings): PlanAction[] {
  return conversations.map(({ teamId, teamName, why }) => ({
    text: `Talk to ${teamName}.`,
    because: why,
    reference: referenceTo("sourcing", { field: `talkTo/${teamId}` }),
  }));
}

function unknownSignals({ signals }: OwnFindings): PlanAction[] {
  return signals.signals
    .filter((one) => one.state === "not-looked-at")
    .slice(0, 3)
    .map((one) => ({
      text: `Find out whether this is so: ${one.title.charAt(0).toLowerCase()}${one.title.slice(1)}.`,
      because: `Signal ${String(one.id)} was not looked at enough to say. ${one.wouldChange[0] ?? ""}`,
      reference: referenceTo("signals", { field: `signals/${String(one.id)}` }),
    }));
}

function domains({ staffing }: OwnFindings): PlanAction[] {
  if (staffing.domainsSource === "proposed") {
    return [
      {
        text: "Confirm or redraw the domains of the platform with those who provide it.",
        because: `${String(staffing.domains.length)} are proposed from who builds on what; nobody has confirmed them.`,
        reference: referenceTo("staffing", { field: "domains" }),
      },
    ];
  }
  if (staffing.domainsSource !== null || staffing.stage === "none") return [];
  return [
    {
      text: "Draw the domains of the platform with those who provide it, and declare them.",
      because: "No catalogue and no configuration says which there are.",
      reference: referenceTo("staffing", { field: "domainsSource" }),
    },
  ];
}

function charter({ goalsCount, staffing }: OwnFindings): PlanAction[] {
  return [
    goalsCount === 0
      ? {
          text: "Write the charter: for whom and why, what it does not do, goals with a target and a date.",
          because: "No goal of the platform is declared.",
          reference: referenceTo("goals"),
        }
      : {
          text: "Look through the goals with the teams that the platform is for: which still hold?",
          because: `${String(goalsCount)} ${goalsCount === 1 ? "goal is" : "goals are"} declared.`,
          reference: referenceTo("goals"),
        },
    ...staffing.contradictions.slice(0, 2).map((text) => ({
      text: "Settle a contradiction.",
      because: text,
      reference: referenceTo("staffing", { field: "contradictions" }),
    })),
  ];
}

const worthDeciding = 1 / 3;

function strongestSignal({ signals }: OwnFindings): PlanAction[] {
  const [strongest] = signals.signals
    .filter(({ chance }) => chance >= worthDeciding)
    .toSorted((a, b) => b.chance - a.chance);
  if (strongest === undefined) return [];
  return [
    {
      text: `Decide what to do about it first: ${strongest.title.charAt(0).toLowerCase()}${strongest.title.slice(1)}.`,
      because: `Signal ${String(strongest.id)} is ${stateWords[strongest.state]}${strongest.strongest === null ? "" : `: ${strongest.strongest}`}.`,
      reference: referenceTo("signals", { field: `signals/${String(strongest.id)}` }),
    },
  ];
}

function oneFix({ job, copy }: OwnFindings): PlanAction[] {
  return [
    ...(job === null
      ? []
      : [
          {
            text: `Choose one way, or say that several are right: ${job.title}.`,
            because: job.text,
            reference: job.reference,
          },
        ]),
    ...(copy === null
      ? []
      : [
          {
            text: "Ask the owners of the most copied code whether they want it shared.",
            because: copy.text,
            reference: copy.reference,
          },
        ]),
  ];
}

function deliveries({ behind, undocumented }: OwnFindings): PlanAction[] {
  return [
    ...(behind === null
      ? []
      : [
          {
            text: `Bring the consumers of ${behind.name} to major version ${behind.major} or above, or support the older one openly.`,
            because: behind.text,
            reference: behind.reference,
          },
        ]),
    ...(undocumented === null
      ? []
      : [
          {
            text: `Write what a new consumer of ${undocumented.name} needs first.`,
            because: undocumented.text,
            reference: undocumented.reference,
          },
        ]),
  ];
}

function measureAgain({ signals }: OwnFindings): PlanAction[] {
  return [
    {
      text: "Assess again, and show what changed and what did not.",
      because: `About ${String(Math.round(signals.verdict.signs.mean))} of 7 signs hold today.`,
      reference: referenceTo("signals", { field: "verdict" }),
    },
  ];
}
