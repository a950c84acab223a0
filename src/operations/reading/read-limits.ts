import { memoryBytes } from "#kernel/machine-memory.ts";

/** How long and how much a reader of repositories may take before it is ended from outside. */
export interface ReadLimits {
  /** Of one version of one file. */
  readonly fileSeconds: number;
  /** Of one repository: this long in any case, and for each megabyte of its packs so much longer. */
  readonly repositorySeconds: number;
  readonly secondsPerMegabyte: number;
  /** Megabytes of objects in a reader's memory. */
  readonly memoryMegabytes: number;
  /** So many files of one repository are given up before the repository is. */
  readonly mostGivenUp: number;
}

const leastMegabytes = 1024;
const mostMegabytes = 4096;
/** Of the machine's memory, for all readers together. */
const shareOfMemory = 0.75;

/** Hundreds of times what the largest repositories known take; a hostile one is small, and gets the least. */
export function readLimits(jobs: number): ReadLimits {
  const share = Math.floor((memoryBytes() * shareOfMemory) / (1024 * 1024) / Math.max(1, jobs));
  return {
    fileSeconds: 30,
    repositorySeconds: 180,
    secondsPerMegabyte: 3,
    memoryMegabytes: Math.min(mostMegabytes, Math.max(leastMegabytes, share)),
    mostGivenUp: 3,
  };
}

const longest = 4 * 3600;

export function secondsFor(limits: ReadLimits, packBytes: number): number {
  const more = (packBytes / (1024 * 1024)) * limits.secondsPerMegabyte;
  return Math.min(longest, Math.ceil(limits.repositorySeconds + more));
}
