/** What others push to the service. Closed lists of words. */

export const pushedKinds = ["events", "sli", "surveys", "outcomes"] as const;
export type PushedKind = (typeof pushedKinds)[number];

/** Who sends webhooks that sign themselves, or carry a secret of their own. */
export const signedSenders = ["github", "gitlab", "pagerduty"] as const;
export type SignedSender = (typeof signedSenders)[number];
/** Who sends webhooks with a token of the service. */
export const bearerSenders = ["opsgenie", "alertmanager"] as const;
export type BearerSender = (typeof bearerSenders)[number];
