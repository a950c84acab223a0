import type { ReportAdoption } from "./schema.ts";
import { counted, numberOf } from "#kernel/phrases.ts";

/** "8 no longer do: 5 left, 2 moved on with it and 1 ended with its component"; null where all who ever did still do, or it is withheld. */
export function leftWords({ left }: Pick<ReportAdoption, "left">): string | null {
  if (left === null || left.count === 0) return null;
  const parts = [
    left.livedOn === 0 ? "" : `${numberOf(left.livedOn)} left`,
    left.retired === 0 ? "" : `${numberOf(left.retired)} left as it is retired`,
    left.moved === 0 ? "" : `${numberOf(left.moved)} moved to what took its place`,
    left.ended === 0 ? "" : `${counted(left.ended, "component")} ended`,
  ].filter((part) => part !== "");
  return `${numberOf(left.count)} no longer ${left.count === 1 ? "does" : "do"}: ${parts.join(", ")}`;
}

/** "completed retirement: all 12 components have left it", "retirement under way: 9 of 12 components have left it". */
export function retirementWords({ retirement }: Pick<ReportAdoption, "retirement">): string | null {
  if (retirement === null) return null;
  const { state, left, of } = retirement;
  if (state === "completed")
    return of === 1
      ? "completed retirement: the only component that used it has left it"
      : `completed retirement: all ${counted(of, "component")} have left it`;
  return `retirement under way: ${numberOf(left)} of ${counted(of, "component")} ${left === 1 ? "has" : "have"} left it`;
}
