import { wilsonInterval } from "#kernel/stats-summary.ts";
import {
  byConfidence,
  confusionLines,
  isRight,
  placeOf,
  scoreClasses,
  type JudgedClass,
} from "./classes.ts";
import type { Counted, Draw, Measurement } from "./result.ts";
import { byKind, withCommonKinds, type UseScore } from "./uses.ts";

/** What is printed of one organisation; `withLists` names each mistake. */
export function measurementLines(one: Measurement, withLists: boolean): string[] {
  const { classes, parts, reportedClasses, reportedParts, uses, owners } = one;
  const differing = [...classes, ...parts].flatMap((hidden, index) => {
    const read = [...reportedClasses, ...reportedParts][index];
    return read === undefined || read.answer === hidden.answer
      ? []
      : [`  with catalogues ${placeOf(hidden)}: ${read.answer}, without ${hidden.answer}`];
  });
  return [
    `${one.organisation}: ${String(one.repositoriesCount)} repositories, ${String(one.componentsCount)} components, as of ${one.asOf.slice(0, 10)}`,
    ...(one.notAtHand.length === 0 ? [] : [`  not at hand: ${one.notAtHand.join(", ")}`]),
    ...indented(classLines(classes, parts)),
    `  as reported, catalogues read: ${shareText(reportedClasses.filter(isRight).length, reportedClasses.length)}; parts ${shareText(reportedParts.filter(isRight).length, reportedParts.length)}`,
    ...differing,
    ...(withLists ? indented(classMistakes([...classes, ...parts])) : []),
    ...indented(useLines(uses, one.serviceUsesCount)),
    ...(withLists ? indented(useMistakes(uses)) : []),
    `  owners: ${ownersText(owners)}; of all components ${countsText(one.ownerSources)}`,
    ...(withLists ? indented(ownerMistakes(owners)) : []),
    `  problems: ${countsText(one.problems)}`,
    `  blind spots: ${countsText(one.blindSpots)}`,
    `  ${costText([one])}`,
    ...(one.draw === null ? [] : indented(drawLines(one.draw))),
  ];
}

/** The last lines: all organisations as one. */
export function pooledLines(all: readonly Measurement[]): string[] {
  const classes = all.flatMap((one) => one.classes);
  const parts = all.flatMap((one) => one.parts);
  const uses: UseScore = {
    wanted: all.flatMap((one) => withCommonKinds(one.uses.wanted)),
    further: all.flatMap((one) => one.uses.further),
    shownCount: all.reduce((sum, one) => sum + one.uses.shownCount, 0),
  };
  const services = all.reduce((sum, one) => sum + one.serviceUsesCount, 0);
  return [
    `pooled over ${String(all.length)}: ${String(all.reduce((sum, one) => sum + one.repositoriesCount, 0))} repositories`,
    ...indented(classLines(classes, parts)),
    ...indented(useLines(uses, services)),
    `  owners: ${ownersText(all.flatMap((one) => one.owners))}`,
    `  ${costText(all)}`,
  ];
}

function classLines(classes: readonly JudgedClass[], parts: readonly JudgedClass[]): string[] {
  const { all, right, answered, alwaysPlatform, logLoss, utility } = scoreClasses(classes);
  const groups = [...byConfidence(classes)].map(
    ([confidence, judged]) =>
      `  ${confidence}: ${shareText(judged.filter(isRight).length, judged.length)}; always platform ${String(scoreClasses(judged).alwaysPlatform)}`,
  );
  return [
    `classes, catalogues hidden: ${shareText(right, all)}; always platform ${shareText(alwaysPlatform, all)}`,
    ...(all === 0
      ? []
      : [
          ...groups,
          `  right when answered ${shareText(right, answered)}; answered ${shareText(answered, all)}; log loss ${fixed(logLoss, 2)}; utility ${fixed(utility, 2)}`,
          ...confusionLines(classes).map((line) => `  ${line}`),
        ]),
    `parts of monorepos: ${shareText(parts.filter(isRight).length, parts.length)}; always platform ${String(scoreClasses(parts).alwaysPlatform)}`,
  ];
}

function classMistakes(judged: readonly JudgedClass[]): string[] {
  return judged
    .filter((one) => !isRight(one))
    .map(
      (one) =>
        `  class ${placeOf(one)}: ${one.expected} expected (${one.confidence}), ${one.answer}`,
    );
}

function useLines({ wanted, further, shownCount }: UseScore, services: number): string[] {
  const found = wanted.filter(({ isFound }) => isFound).length;
  const kinds = [...byKind(wanted)].map(
    ([kind, of]) => `${kind} ${String(of.found)}/${String(of.wanted)}`,
  );
  return [
    `uses between repositories: ${shareText(found, wanted.length)}; missing ${String(wanted.length - found)}; further ${String(further.length)} of ${String(shownCount)} shown; calls of services ${String(services)}`,
    ...(kinds.length === 0 ? [] : [`  by kind: ${kinds.join(", ")}`]),
  ];
}

function useMistakes({ wanted, further }: UseScore): string[] {
  const missing = wanted.filter(({ isFound }) => !isFound);
  return [
    ...missing.map(
      (one) => `  missing ${one.consumer} -> ${one.provider} (${one.kinds.join(", ")})`,
    ),
    ...further.map(
      (one) => `  further ${one.consumer} -> ${one.provider} (${one.capabilities.join(", ")})`,
    ),
  ];
}

function ownersText(owners: Measurement["owners"]): string {
  if (owners.length === 0) return "no published owners";
  const count = (verdict: string): number => owners.filter((one) => one.verdict === verdict).length;
  return `as published ${shareText(count("same"), owners.length)}; another ${String(count("other"))}, unknown ${String(count("unknown"))}`;
}

function ownerMistakes(owners: Measurement["owners"]): string[] {
  return owners
    .filter(({ verdict }) => verdict !== "same")
    .map(
      (one) =>
        `  owner ${one.repository}: ${one.published} published, ${one.owners.join(", ") || "unknown"} (${one.source})`,
    );
}

function costText(all: readonly Measurement[]): string {
  const sum = (of: (cost: Measurement["cost"]) => number): number =>
    all.reduce((total, { cost }) => total + of(cost), 0);
  const most = (of: (cost: Measurement["cost"]) => number): string =>
    Math.max(0, ...all.map(({ cost }) => of(cost))).toFixed(0);
  const seconds = sum((cost) => cost.seconds);
  const processor = sum((cost) => cost.processorSeconds);
  const isFloored = all.every(({ cost }) => cost.floorSeconds !== null);
  const over = (value: number, floor: number): string =>
    isFloored
      ? ` ÷ floor of git ${floor.toFixed(1)} s = ${floor === 0 ? "–" : (value / floor).toFixed(2)}`
      : "";
  return [
    `cost: processor ${processor.toFixed(1)} s${over(
      processor,
      sum((cost) => cost.floorProcessorSeconds ?? 0),
    )}`,
    `wall ${seconds.toFixed(1)} s${over(
      seconds,
      sum((cost) => cost.floorSeconds ?? 0),
    )}`,
    `peak memory Node ${most((cost) => cost.peakProcessMb)} MB, process tree ${most((cost) => cost.peakTreeMb)} MB`,
    `${String(sum((cost) => cost.blobsCount))} blobs`,
  ].join("; ");
}

function drawLines({ drawn, of }: Draw): string[] {
  return [
    `drawn: ${String(drawn.length)} of ${String(of)} further uses`,
    ...drawn.flatMap((use, index) => [
      `  ${String(index + 1)}. ${use.consumer}#${use.consumerPath} -> ${use.provider}: ${use.capability} (${use.via}, ${use.scope}, since ${use.since.slice(0, 10)})`,
      ...(use.evidence.length === 0 ? ["     its evidence is not in the report"] : []),
      ...use.evidence.flatMap((one) => [
        `     ${one.path ?? "no path"}${one.line === null ? "" : `:${String(one.line)}`} at ${one.commit?.slice(0, 10) ?? "no commit"}, ${one.how}: ${one.text}`,
        ...(one.linesAtHead === null
          ? [`       not at HEAD`]
          : one.linesAtHead.map((line) => `       ${line}`)),
      ]),
    ]),
  ];
}

function countsText(counts: readonly Counted[]): string {
  return counts.length === 0
    ? "none"
    : counts.map(({ what, count }) => `${what} ${String(count)}`).join("; ");
}

/** `5 of 11 (45.5 %; 95 % 21.3 to 72.0 %)`, the interval Wilson's. */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return "0 of 0";
  const { low, high } = wilsonInterval(part, whole);
  const percent = (share: number): string => (share * 100).toFixed(1);
  return `${String(part)} of ${String(whole)} (${percent(part / whole)} %; 95 % ${percent(low)} to ${percent(high)} %)`;
}

function fixed(value: number | null, digits: number): string {
  return value === null ? "–" : value.toFixed(digits);
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
