/** What is watched, and the work that follows from it. Closed lists of words, without imports: every layer and the screens read them from here. */

/** A folder of this machine that holds clones, or the address of one repository, of which Fulcrum keeps a copy. */
export const watchedKinds = ["folder", "address"] as const;
export type WatchedKind = (typeof watchedKinds)[number];

/** `waiting-again`: it failed, and is tried again by itself. `failed`: it waits for somebody to try it again. */
export const jobStates = [
  "waiting",
  "waiting-again",
  "running",
  "completed",
  "cancelled",
  "failed",
] as const;
export type JobState = (typeof jobStates)[number];

/** `lost`: the worker that had it is gone. */
export const jobEventKinds = [
  "asked",
  "begun",
  "progress",
  "note",
  "lost",
  "given-back",
  "failed-for-now",
  "failed-for-good",
  "completed",
] as const;
export type JobEventKind = (typeof jobEventKinds)[number];
