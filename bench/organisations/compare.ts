import { isRight, placeOf, type JudgedClass } from "./classes.ts";
import type { Measurement } from "./result.ts";

type Compared = Pick<
  Measurement,
  "organisation" | "classes" | "parts" | "uses" | "owners" | "problems"
>;

/** What an earlier measurement of the same organisation answered otherwise: `+` became right or appeared, `-` the reverse. */
export function changeLines(earlier: Compared, now: Compared): string[] {
  return [
    ...classChanges([...earlier.classes, ...earlier.parts], [...now.classes, ...now.parts]),
    ...setChanges(foundUses(earlier), foundUses(now), "use"),
    ...setChanges(furtherUses(earlier), furtherUses(now), "further use"),
    ...setChanges(ownersSame(earlier), ownersSame(now), "owner as published"),
    ...setChanges(problemKinds(earlier), problemKinds(now), "kind of problem"),
  ];
}

function classChanges(earlier: readonly JudgedClass[], now: readonly JudgedClass[]): string[] {
  const before = new Map(earlier.map((one) => [placeOf(one), one]));
  return now.flatMap((one): string[] => {
    const was = before.get(placeOf(one));
    if (was === undefined || was.answer === one.answer) return [];
    const sign = isRight(one) ? "+" : isRight(was) ? "-" : "~";
    return [
      `${sign} class ${placeOf(one)}: ${was.answer}, now ${one.answer} (${one.expected} expected)`,
    ];
  });
}

function setChanges(earlier: readonly string[], now: readonly string[], what: string): string[] {
  const [before, after] = [new Set(earlier), new Set(now)];
  return [
    ...now.filter((one) => !before.has(one)).map((one) => `+ ${what} ${one}`),
    ...earlier.filter((one) => !after.has(one)).map((one) => `- ${what} ${one}`),
  ];
}

function foundUses({ uses }: Compared): string[] {
  return uses.wanted.filter(({ isFound }) => isFound).map(pairText);
}

function furtherUses({ uses }: Compared): string[] {
  return uses.further.map(pairText);
}

function ownersSame({ owners }: Compared): string[] {
  return owners.filter(({ verdict }) => verdict === "same").map(({ repository }) => repository);
}

function problemKinds({ problems }: Compared): string[] {
  return problems.map(({ what }) => what);
}

function pairText(pair: { readonly consumer: string; readonly provider: string }): string {
  return `${pair.consumer} -> ${pair.provider}`;
}
