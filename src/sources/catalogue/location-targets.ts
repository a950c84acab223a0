import type { ParseProblem } from "#evidence/facts.ts";
import { isPlaceholder } from "#evidence/owner-name.ts";
import { parseRepositoryAddress } from "#evidence/repository-address.ts";
import { field, textOf, textsOf } from "../untrusted-value.ts";

export interface LocationTargets {
  /** From the root of the repository; `*` and `**` stand for many. */
  readonly paths: readonly string[];
  readonly problems: readonly Omit<ParseProblem, "line">[];
}

/**
 * Files that a Location takes in, whatever they are called. An address that names a file is tried in this repository, for most
 * name the one that they stand in: what lies in others is read there.
 */
export function locationTargets(path: string, spec: unknown): LocationTargets {
  const single = textOf(field(spec, "target"), 1_000);
  const written = [
    ...new Set([...(single === null ? [] : [single]), ...textsOf(field(spec, "targets"))]),
  ];
  const paths = new Set<string>();
  let addressesCount = 0;
  let outsideCount = 0;
  let strangeCount = 0;
  for (const target of written) {
    const isAddress = /^[a-z+]{2,12}:|^[^\s@/]{1,100}@/i.test(target);
    const found = isAddress ? pathInAddress(target) : pathFrom(path, target);
    if (isAddress) addressesCount += 1;
    if (isPlaceholder(target) || /[?[\]{}]/.test(found ?? "")) strangeCount += 1;
    else if (found !== null) paths.add(found);
    else if (!isAddress) outsideCount += 1;
  }
  const problem = (count: number, text: string): Omit<ParseProblem, "line">[] =>
    count === 0 ? [] : [{ code: "unsupported", text: `${String(count)} ${text}` }];
  return {
    paths: [...paths],
    problems: [
      ...problem(
        addressesCount,
        "target(s) of the Location are addresses: they are followed within this repository only",
      ),
      ...problem(outsideCount, "target(s) of the Location lead out of the repository"),
      ...problem(
        strangeCount,
        "target(s) of the Location are patterns or templates that are not followed",
      ),
    ],
  };
}

/** A target as a path from the root; null where it leads out of the repository. */
function pathFrom(path: string, target: string): string | null {
  const steps = target.startsWith("/") ? [] : path.split("/").slice(0, -1);
  for (const step of target.replaceAll("\\", "/").split("/")) {
    if (step === "..") {
      if (steps.pop() === undefined) return null;
    } else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.length === 0 ? null : steps.join("/");
}

/** The file within its repository that an address names; null where it names none, or a folder. */
function pathInAddress(target: string): string | null {
  const { folder = "" } = parseRepositoryAddress(target.replace(/^url:/i, "")) ?? {};
  return /\.ya?ml$/i.test(folder) && !folder.split("/").includes("..") ? folder : null;
}
