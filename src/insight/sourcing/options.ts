import type { SourcingOption } from "./result.ts";
import type { SourcingKind } from "#vocabulary/decision.ts";

/** What is known of each way to find a platform product manager, whatever the organisation. */
export const sourcingOptions: Readonly<
  Record<SourcingKind, Omit<SourcingOption, "kind" | "fit" | "fitRange" | "weights">>
> = {
  internal: {
    title: "Somebody from inside",
    lookFor: [
      "Senior product managers of complex domains",
      "Tech leads or engineering managers with product instinct",
      "DevOps or platform leads who think beyond tooling",
      "Architects who communicate",
    ],
    brings: [
      "Systems thinking",
      "Credibility with engineers",
      "A long view",
      "Knowledge of the architecture and its constraints",
      "Knowledge of the dynamics between teams",
    ],
    benefits: [
      "Knows the architecture, the constraints and the dynamics between teams",
      "Is trusted, and asks the right people from the first week",
    ],
    worksBestWhen: [
      "Somebody wants it, and can leave the earlier work behind",
      "A manager of product work coaches the first months",
    ],
    risks: [
      {
        risk: "Goes on doing the earlier work beside it",
        containment: "Hand the earlier work over before day one, with a date and a name.",
      },
      {
        risk: "Builds what was always meant to be built, and asks nobody",
        containment:
          "Ten interviews with teams before the first roadmap; reviews with a product leader.",
      },
      {
        risk: "Takes sides in old disputes",
        containment: "A sponsor outside the departments that dispute, and decisions written down.",
      },
    ],
  },
  external: {
    title: "Somebody from outside",
    lookFor: [
      "Shipped and operated platforms at scale",
      "Product managers of developer tools or infrastructure",
      "Understands developer experience, sets strategy rather than a backlog",
    ],
    brings: [
      "Platforms shipped and operated at scale",
      "An understanding of developer experience",
      "Strategy rather than a backlog",
      "Influence without authority",
      "Fluency in DORA metrics, objectives and adoption curves",
    ],
    benefits: [
      "Sees what insiders have stopped seeing",
      "Has made the mistakes of the first years somewhere else",
    ],
    worksBestWhen: ["The organisation admits that it builds a platform"],
    risks: [
      {
        risk: "Politics and legacy are underestimated",
        containment: "A guide from inside for 90 days, and talks with the teams that know most.",
      },
      {
        risk: "Ideal architectures that are detached from reality",
        containment: "The first change ships within 60 days, for a team that asked for it.",
      },
      {
        risk: "Takes half a year to find and half a year to be effective",
        containment: "An interim until then, with a hand-over plan.",
      },
    ],
  },
  interim: {
    title: "A consultancy or an interim",
    lookFor: [
      "Has established the role in several organisations",
      "Leaves organisations that run without them: ask those",
    ],
    brings: [
      "Fast diagnosis",
      "Neutral facilitation",
      "Proven patterns and anti-patterns",
      "Decisions without long-term commitment",
    ],
    benefits: ["Starts within weeks", "Is no party in the organisation"],
    worksBestWhen: [
      "The platform is forming, or its boundaries and ownership are unclear",
      "Strategy, governance or operating model are set anew, or there is a gap of some months",
      "The role is established, and internal ownership follows",
    ],
    risks: [
      {
        risk: "Knowledge leaves with them",
        containment:
          "A successor from inside works beside them from day one; exit criteria in the contract.",
      },
      {
        risk: "Stays for good, at a daily rate",
        containment: "An end date in the contract, and criteria that are measured monthly.",
      },
      {
        risk: "Politics and legacy are underestimated",
        containment: "A sponsor with authority, and weekly talks with the teams that know most.",
      },
    ],
  },
};
