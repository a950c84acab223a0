import type { Band, BenchmarkMetric } from "#vocabulary/delivery.ts";

export interface BenchmarkBand {
  readonly edition: number;
  readonly metric: BenchmarkMetric;
  /** Null: beyond what the edition's lowest cluster reported. */
  readonly band: Band | null;
}

/** Worst value of a cluster: deployments a week at least, seconds at most, share at most. */
interface Cluster {
  readonly band: Band;
  readonly perWeek: number;
  readonly leadTime: number;
  readonly changeFailRate: number;
  readonly recoveryTime: number;
}

const hour = 3600;
const day = 24 * hour;
const week = 7 * day;
const month = 30.4375 * day;
/** More than one deployment on each of five working days. */
const onDemand = 5;
const monthly = 12 / 52.1775;
const halfYearly = 2 / 52.1775;

const cluster = (
  band: Band,
  perWeek: number,
  leadTime: number,
  changeFailRate: number,
  recoveryTime: number,
): Cluster => ({ band, perWeek, leadTime, changeFailRate, recoveryTime });

/**
 * What the clusters of each survey answered: Accelerate State of DevOps Reports (dora.dev/research), tables of software
 * delivery performance. 2020 had no report. From 2023 the fail rate is the cluster's mean, before the end of its range.
 */
const editions: readonly { readonly edition: number; readonly clusters: readonly Cluster[] }[] = [
  {
    edition: 2019,
    clusters: [
      cluster("elite", onDemand, day, 0.15, hour),
      cluster("high", 1, week, 0.15, day),
      cluster("medium", monthly, month, 0.15, day),
      cluster("low", halfYearly, 6 * month, 0.6, month),
    ],
  },
  {
    edition: 2021,
    clusters: [
      cluster("elite", onDemand, hour, 0.15, hour),
      cluster("high", monthly, week, 0.3, day),
      cluster("medium", halfYearly, 6 * month, 0.3, week),
      cluster("low", 0, Infinity, 0.3, Infinity),
    ],
  },
  {
    edition: 2022,
    clusters: [
      cluster("high", onDemand, week, 0.15, day),
      cluster("medium", monthly, month, 0.3, week),
      cluster("low", halfYearly, 6 * month, 0.6, month),
    ],
  },
  {
    edition: 2023,
    clusters: [
      cluster("elite", onDemand, day, 0.05, hour),
      cluster("high", 1, week, 0.1, day),
      cluster("medium", monthly, month, 0.15, week),
      cluster("low", monthly, month, 0.64, 6 * month),
    ],
  },
  {
    edition: 2024,
    clusters: [
      cluster("elite", onDemand, day, 0.05, hour),
      cluster("high", 1, week, 0.2, day),
      cluster("medium", monthly, month, 0.1, day),
      cluster("low", halfYearly, 6 * month, 0.4, month),
    ],
  },
];

export interface Measured {
  readonly perWeek: number | null;
  readonly leadTime: number | null;
  readonly changeFailRate: number | null;
  readonly recoveryTime: number | null;
}

/** The best cluster of each edition whose range holds the value. Metrics are never summed into one tier. */
export function benchmark(measured: Measured): BenchmarkBand[] {
  const meets: readonly [
    BenchmarkMetric,
    number | null,
    (one: Cluster, value: number) => boolean,
  ][] = [
    ["deployment-frequency", measured.perWeek, (one, value) => value >= one.perWeek],
    ["lead-time", measured.leadTime, (one, value) => value <= one.leadTime],
    ["change-fail-rate", measured.changeFailRate, (one, value) => value <= one.changeFailRate],
    ["recovery-time", measured.recoveryTime, (one, value) => value <= one.recoveryTime],
  ];
  return editions.flatMap(({ edition, clusters }) =>
    meets.flatMap(([metric, value, holds]) =>
      value === null
        ? []
        : [{ edition, metric, band: clusters.find((one) => holds(one, value))?.band ?? null }],
    ),
  );
}
