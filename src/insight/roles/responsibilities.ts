import type { ResponsibilityRole } from "#vocabulary/declared.ts";

/** What product managers of a product and of a platform answer for, side by side. */
export interface Responsibility {
  readonly id: string;
  readonly role: ResponsibilityRole;
  readonly text: string;
}

export const responsibilities: readonly Responsibility[] = [
  {
    id: "product-customer-problem",
    role: "product-pm",
    text: "Knows the end customer's problem, and decides what to build next",
  },
  {
    id: "product-outcomes",
    role: "product-pm",
    text: "Answers for outcomes: adoption, retention, revenue, satisfaction",
  },
  {
    id: "product-roadmap",
    role: "product-pm",
    text: "Keeps the product's roadmap, bounded in scope",
  },
  {
    id: "product-design",
    role: "product-pm",
    text: "Works with Design on journeys and usability findings",
  },
  {
    id: "product-go-to-market",
    role: "product-pm",
    text: "Brings changes to customers: launch, pricing, support",
  },
  {
    id: "platform-builders-problem",
    role: "platform-pm",
    text: "Knows the problems of teams that build on the platform, and decides what to enable next",
  },
  {
    id: "platform-adoption",
    role: "platform-pm",
    text: "Answers for adoption, retention and satisfaction of builders",
  },
  {
    id: "platform-strategy",
    role: "platform-pm",
    text: "Sets the platform's strategy and roadmap, features beside long-term health",
  },
  {
    id: "platform-consistency",
    role: "platform-pm",
    text: "Weighs consistency against the freedom of teams, and decides on exceptions",
  },
  {
    id: "platform-interfaces",
    role: "platform-pm",
    text: "Keeps interfaces stable: versions, deprecations, migrations",
  },
  {
    id: "platform-value",
    role: "platform-pm",
    text: "Makes the platform's value visible, and defends its funding",
  },
  {
    id: "platform-design",
    role: "platform-pm",
    text: "Works with Design on components and on the experience of developers",
  },
  {
    id: "platform-demand",
    role: "platform-pm",
    text: "Takes in requests, joins those that mean the same, and says no with reasons",
  },
];
