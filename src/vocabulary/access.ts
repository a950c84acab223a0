/** Who may do what in the service, once for every surface. Closed lists of words, and the one table of them. */

/** Each may do what those before it may. */
export const roles = ["viewer", "member", "steward", "admin"] as const;
export type Role = (typeof roles)[number];

export const roleWords: Readonly<Record<Role, string>> = {
  viewer: "reads what Fulcrum found",
  member: "works with it: what a team states of its own components",
  steward: "looks after an organisation: what is read, and what is stated for all of it",
  admin: "looks after the service: who signs in, tokens, the audit",
};

/** How somebody is known: not at all, by sitting at the machine, by what they sent, or by reaching the database itself. */
export const identityKinds = ["nobody", "machine", "token", "session", "command"] as const;
export type IdentityKind = (typeof identityKinds)[number];

/** What became of what stands in the audit; `begun` stays where the service ended before it knew. */
export const auditOutcomes = ["begun", "done", "failed", "denied"] as const;
export type AuditOutcome = (typeof auditOutcomes)[number];

/** Why somebody was refused; told apart in the audit, not always to who asks. */
export const denialReasons = [
  "no-identity",
  "role",
  "organisation",
  "malformed-token",
  "unknown-token",
  "expired-token",
  "revoked-token",
  "unknown-session",
  "expired-session",
  "ended-session",
  "cross-site",
  "wrong-host",
  "proxied",
  "unknown-sign-in",
  "other-browser",
  "provider-refused",
  "no-role",
] as const;
export type DenialReason = (typeof denialReasons)[number];

export interface AccessRow {
  /** The first of `roles` that may; null: whoever asks, also without signing in. */
  readonly least: Role | null;
  /** Whether it changes something: then it stands in the audit. */
  readonly isWrite: boolean;
  /** To be read after "may". */
  readonly words: string;
}

const rows = {
  "see-pages": { least: null, isWrite: false, words: "open the screens, which ask for the rest" },
  "see-health": { least: null, isWrite: false, words: "ask whether the service answers" },
  "read-description": { least: null, isWrite: false, words: "read the document of the API" },
  "read-assessments": {
    least: "viewer",
    isWrite: false,
    words: "read what an assessment found, and search it",
  },
  "add-assessments": {
    least: "steward",
    isWrite: true,
    words: "put the report of an assessment in",
  },
  "show-sample": {
    least: "steward",
    isWrite: true,
    words: "show the sample organisation, which is invented, and remove it",
  },
  "read-jobs": { least: "viewer", isWrite: false, words: "see scans, and how far they are" },
  "ask-for-scans": {
    least: "member",
    isWrite: true,
    words: "ask for a scan, or for one that failed again",
  },
  "change-watched": {
    least: "steward",
    isWrite: true,
    words: "say which repositories are scanned, and when",
  },
  "tell-of-pushes": {
    least: null,
    isWrite: true,
    words: "tell of what happened, signed with the secret of who sends it",
  },
  "add-evidence": {
    least: "member",
    isWrite: true,
    words: "send deployments, incidents, counts, surveys and outcomes",
  },
  "read-refused": { least: "member", isWrite: false, words: "see which of these were refused" },
  "read-declared": {
    least: "viewer",
    isWrite: false,
    words: "see what people state, by whom and why",
  },
  "declare-facts": {
    least: "member",
    isWrite: true,
    words: "put facts right and state outcomes and incidents, and take that back",
  },
  "declare-for-all": {
    least: "steward",
    isWrite: true,
    words: "the same of what concerns all of an organisation: bots, interviews, surveys",
  },
  "read-metrics": { least: "viewer", isWrite: false, words: "gather metrics" },
  "see-self": { least: "viewer", isWrite: false, words: "see as whom one is signed in" },
  "begin-sign-in": { least: null, isWrite: false, words: "be sent to the provider of identities" },
  "sign-in": { least: null, isWrite: true, words: "come back from it and be let in" },
  "sign-out": { least: "viewer", isWrite: true, words: "sign out" },
  "list-sessions": { least: "admin", isWrite: false, words: "see who is signed in" },
  "end-session": { least: "admin", isWrite: true, words: "end somebody's session" },
  "list-actors": { least: "admin", isWrite: false, words: "see who has ever signed in" },
  "forget-actor": { least: "admin", isWrite: true, words: "have a person forgotten" },
  "list-tokens": { least: "admin", isWrite: false, words: "see which tokens there are" },
  "create-token": { least: "admin", isWrite: true, words: "make a token" },
  "revoke-token": { least: "admin", isWrite: true, words: "revoke a token" },
  "read-audit": { least: "admin", isWrite: false, words: "read the audit" },
} as const satisfies Readonly<Record<string, AccessRow>>;

/** What somebody may be allowed to do in the service; each route names the one that it asks for. */
export type Permission = keyof typeof rows;
export const accessTable: Readonly<Record<Permission, AccessRow>> = rows;

/** Null: nobody who is known. */
export function mayDo(role: Role | null, permission: Permission): boolean {
  const { least } = accessTable[permission];
  if (least === null) return true;
  return role !== null && roles.indexOf(role) >= roles.indexOf(least);
}
