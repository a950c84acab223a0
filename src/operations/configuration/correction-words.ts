import type { ConfiguredCorrection } from "#contract/configuration.ts";

type Unstamped<Kind> = Kind extends unknown ? Omit<Kind, "since"> : never;

/** A correction before the day that it is made on is known. */
export type NewCorrection = Unstamped<ConfiguredCorrection>;

/** What a correction is about, as it is written: there is one correction for each kind and subject. */
export function subjectsOf(correction: NewCorrection): readonly string[] {
  if (correction.kind === "edge") return [correction.consumer, correction.capability];
  if (correction.kind === "bot") return [correction.address];
  return [correction.kind === "name" ? correction.of : correction.component];
}

/** What it says about its subject. */
export function answerOf(correction: NewCorrection): string {
  if (correction.kind === "edge") return correction.present ? "in use" : "not in use";
  if (correction.kind === "bot") return "a bot";
  if (correction.kind === "owner") return correction.owner;
  return correction.kind === "class" ? correction.class : correction.name;
}
