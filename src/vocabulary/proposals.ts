/** What to do next, and whom to talk to. Closed lists of words, without imports: every layer and the screens read them from here. */

/** Changes of the platform that can be proposed. */
export const proposalKinds = [
  "consolidate",
  "adopt",
  "make-easier",
  "keep",
  "remove",
  "own",
  "secure",
  "enable",
] as const;
export type ProposalKind = (typeof proposalKinds)[number];

/** What a product could do next: its own outcomes, requests and usability findings first, then what the platform imposes, owes and offers. */
export const productStepKinds = [
  "missed-target",
  "requested",
  "usability",
  "going-away",
  "upgrade",
  "owed",
  "offered",
] as const;
export type ProductStepKind = (typeof productStepKinds)[number];

export const conversationKinds = [
  "leaver",
  "defector",
  "asker",
  "copy-keeper",
  "non-adopter",
  "heaviest-user",
] as const;
export type ConversationKind = (typeof conversationKinds)[number];
