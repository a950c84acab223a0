/** What to do next, and whom to talk to. Closed lists of words, without imports: every layer and the screens read them from here. */

export const lensKinds = [
  "one-answer",
  "promote-answer",
  "share-code",
  "keep-users",
  "finish-retirement",
  "document",
  "ease-upgrade",
  "requested",
  "missed-target",
  "adopt",
  "upgrade",
  "going-away",
] as const;
export type LensKind = (typeof lensKinds)[number];

export const conversationKinds = ["leaver", "defector", "non-adopter", "heaviest-user"] as const;
export type ConversationKind = (typeof conversationKinds)[number];
