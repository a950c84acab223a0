/** Seconds; Prometheus counts each request in every bucket that is not below it. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export interface AnsweredRequest {
  /** The pattern of the route, never the address that was asked for: `none` where nothing is. */
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
  /** Of the body, as it was sent. */
  readonly bytes: number;
}

interface Row {
  readonly labels: Readonly<Record<string, string>>;
  count: number;
  seconds: number;
  bytes: number;
  /** Requests by the first bound that they are not above; the last: above all of them. */
  readonly buckets: number[];
}

/** A figure as it is at the moment of being asked. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly samples: readonly {
    readonly labels?: Readonly<Record<string, string>>;
    readonly value: number;
  }[];
}

/** Counts what the service answers, and writes it down for Prometheus. */
export class Metrics {
  private readonly rows = new Map<string, Row>();

  /** Routes, methods and statuses are closed lists, so that the rows cannot grow without end. */
  count({ route, method, status, seconds, bytes }: AnsweredRequest): void {
    const key = `${method} ${route} ${String(status)}`;
    const row = this.rows.get(key) ?? {
      labels: { route, method, status: String(status) },
      count: 0,
      seconds: 0,
      bytes: 0,
      buckets: Array.from({ length: bounds.length + 1 }, () => 0),
    };
    this.rows.set(key, row);
    row.count++;
    row.seconds += seconds;
    row.bytes += bytes;
    const place = bounds.findIndex((bound) => seconds <= bound);
    const at = place === -1 ? bounds.length : place;
    row.buckets[at] = (row.buckets[at] ?? 0) + 1;
  }

  /** OpenMetrics 1.0, or the older format of Prometheus, which calls counters otherwise and has no end. */
  text(gauges: readonly Gauge[], format: "openmetrics" | "prometheus"): string {
    const isOpen = format === "openmetrics";
    const rows = [...this.rows.values()];
    const counter = (name: string, help: string, valueOf: (row: Row) => number): string[] => [
      ...headed(isOpen ? name : `${name}_total`, "counter", help),
      ...rows.map((row) => sample(`${name}_total`, row.labels, valueOf(row))),
    ];
    const lines = [
      ...counter("fulcrum_http_requests", "Requests that were answered.", ({ count }) => count),
      ...counter(
        "fulcrum_http_response_bytes",
        "Bytes of bodies, as they were sent.",
        ({ bytes }) => bytes,
      ),
      ...headed(
        "fulcrum_http_request_duration_seconds",
        "histogram",
        "From the head of a request to its answer.",
      ),
      ...rows.flatMap(histogram),
      ...gauges.flatMap(({ name, help, samples }) => [
        ...headed(name, "gauge", help),
        ...samples.map(({ labels = {}, value }) => sample(name, labels, value)),
      ]),
      ...(isOpen ? ["# EOF"] : []),
    ];
    return `${lines.join("\n")}\n`;
  }
}

function headed(name: string, type: "counter" | "gauge" | "histogram", help: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}

function histogram({ labels, buckets, count, seconds }: Row): string[] {
  const name = "fulcrum_http_request_duration_seconds";
  let below = 0;
  return [
    ...bounds.map((bound, place) => {
      below += buckets[place] ?? 0;
      return sample(`${name}_bucket`, { ...labels, le: String(bound) }, below);
    }),
    sample(`${name}_bucket`, { ...labels, le: "+Inf" }, count),
    sample(`${name}_sum`, labels, seconds),
    sample(`${name}_count`, labels, count),
  ];
}

function sample(name: string, labels: Readonly<Record<string, string>>, value: number): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
  return `${name}${pairs.length === 0 ? "" : `{${pairs.join(",")}}`} ${String(value)}`;
}

function escaped(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}
