import type { RuntimeName } from "#vocabulary/structure.ts";

/** Until when a cycle of a runtime gets security fixes, the last day. */
export interface EndOfLife {
  readonly runtime: RuntimeName;
  readonly cycle: string;
  readonly day: string;
  readonly source: string;
}

/**
 * Cycles with their last day of support as their makers publish them; each row names where. Long-term releases of Java
 * depend on the vendor and are left out; what is missing is given in fulcrum.yaml (`runtimes`). Of Go,
 * whose cycles end when a later one comes out, those to come have the last day of the month in which it is due.
 */
const tables: readonly (readonly [RuntimeName, source: string, rows: string])[] = [
  [
    "ruby",
    "ruby-lang.org maintenance branches",
    "2.0 2016-02-24, 2.1 2017-03-31, 2.2 2018-03-31, 2.3 2019-03-31, 2.4 2020-03-31, 2.5 2021-03-31, 2.6 2022-03-31, 2.7 2023-03-31, 3.0 2024-04-23, 3.1 2025-03-26, 3.2 2026-03-31, 3.3 2027-03-31, 3.4 2028-03-31, 4.0 2029-03-31",
  ],
  [
    "node",
    "nodejs.org release schedule",
    "4 2018-04-30, 5 2016-06-30, 6 2019-04-30, 7 2017-06-30, 8 2019-12-31, 9 2018-06-30, 10 2021-04-30, 11 2019-06-01, 12 2022-04-30, 13 2020-06-01, 14 2023-04-30, 15 2021-06-01, 16 2023-09-11, 17 2022-06-01, 18 2025-04-30, 19 2023-06-01, 20 2026-04-30, 21 2024-06-01, 22 2027-04-30, 23 2025-06-01, 24 2028-04-30, 25 2026-06-01, 26 2029-04-30",
  ],
  [
    "python",
    "devguide.python.org versions",
    "2.6 2013-10-29, 2.7 2020-01-01, 3.3 2017-09-29, 3.4 2019-03-18, 3.5 2020-09-30, 3.6 2021-12-23, 3.7 2023-06-27, 3.8 2024-10-07, 3.9 2025-10-31, 3.10 2026-10-31, 3.11 2027-10-31, 3.12 2028-10-31, 3.13 2029-10-31, 3.14 2030-10-31, 3.15 2031-10-31",
  ],
  [
    "go",
    "go.dev release policy: until two newer releases are out",
    "1.14 2021-02-16, 1.15 2021-08-16, 1.16 2022-03-15, 1.17 2022-08-02, 1.18 2023-02-01, 1.19 2023-08-08, 1.20 2024-02-06, 1.21 2024-08-13, 1.22 2025-02-11, 1.23 2025-08-12, 1.24 2026-02-10, 1.25 2026-08-19, 1.26 2027-02-28",
  ],
  [
    "java",
    "openjdk.org: six months for releases that are not long-term",
    "9 2018-03-20, 10 2018-09-25, 12 2019-09-17, 13 2020-03-17, 14 2020-09-15, 15 2021-03-16, 16 2021-09-14, 18 2022-09-20, 19 2023-03-21, 20 2023-09-19, 22 2024-09-17, 23 2025-03-18, 24 2025-09-16, 26 2026-09-15",
  ],
  [
    "php",
    "php.net supported versions",
    "5.4 2015-09-14, 5.5 2016-07-21, 5.6 2018-12-31, 7.0 2019-01-10, 7.1 2019-12-01, 7.2 2020-11-30, 7.3 2021-12-06, 7.4 2022-11-28, 8.0 2023-11-26, 8.1 2025-12-31, 8.2 2026-12-31, 8.3 2027-12-31, 8.4 2028-12-31, 8.5 2029-12-31",
  ],
  [
    "dotnet",
    "dotnet.microsoft.com support policy",
    "1.0 2019-06-27, 1.1 2019-06-27, 2.0 2018-10-01, 2.1 2021-08-21, 2.2 2019-12-23, 3.0 2020-03-03, 3.1 2022-12-13, 5 2022-05-10, 6 2024-11-12, 7 2024-05-14, 8 2026-11-10, 9 2026-11-10, 10 2028-11-14",
  ],
];

export const publishedEndsOfLife: readonly EndOfLife[] = tables.flatMap(([runtime, source, rows]) =>
  rows.split(", ").map((row) => {
    const [cycle = "", day = ""] = row.split(" ");
    return { runtime, cycle, day, source };
  }),
);

/** The row whose cycle a version belongs to, the longest first: `3.2.1` is of `3.2`, `18.1` of `18`. Later rows go before. */
export function endOfLifeOf(
  runtime: RuntimeName,
  version: string,
  table: readonly EndOfLife[],
): EndOfLife | null {
  const own = table.filter((one) => one.runtime === runtime);
  const parts = version.split(".");
  for (let length = parts.length; length > 0; length--) {
    const cycle = parts.slice(0, length).join(".");
    const found = own.findLast((one) => one.cycle === cycle);
    if (found !== undefined) return found;
  }
  return null;
}

/** `node 20` of `20.15.0`, `python 3.12` of `3.12.1`: as the table has it, else as long as the newest cycle in it (Java: the major). */
export function cycleOf(
  runtime: RuntimeName,
  version: string,
  table: readonly EndOfLife[] = publishedEndsOfLife,
): string {
  const found = endOfLifeOf(runtime, version, table);
  if (found !== null) return found.cycle;
  const newest = table.findLast((one) => one.runtime === runtime)?.cycle ?? "";
  return version.split(".").slice(0, newest.split(".").length).join(".");
}
