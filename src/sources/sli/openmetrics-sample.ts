const metricName = /[a-zA-Z_:][\w:]{0,200}/y;
const labelName = /[a-zA-Z_]\w{0,200}/y;
const blanks = /[ \t]*/y;
const quoted = /"((?:[^"\\]|\\.)*)"/y;
const token = /[^ \t]+/y;
const longest = 20_000;

/** One line of a metric, as OpenMetrics and Prometheus' text format write it. */
export interface OpenMetricsSample {
  readonly name: string;
  /** By name, escapes undone. */
  readonly labels: ReadonlyMap<string, string>;
  readonly value: string;
  /** As written; null: none. */
  readonly time: string | null;
}

/** The name of the metric that a line begins with, without reading further; empty where there is none. */
export function metricNameOf(row: string): string {
  return (
    /^[ \t]{0,100}(?:\{[ \t]{0,100}"([\w:]{1,201})"|([\w:]{1,201}))/
      .exec(row)
      ?.slice(1)
      .find((one) => one !== undefined) ?? ""
  );
}

/**
 * `name{label="value",…} value time # exemplar`; the name may stand as the first among the labels, and names of labels may be quoted
 * (OpenMetrics 2, Prometheus 3). Null where it is no such line, a label has no value or stands twice.
 */
export function openMetricsSample(row: string): OpenMetricsSample | null {
  return row.length > longest ? null : new Scan(row).sample();
}

class Scan {
  readonly #row: string;
  #at = 0;

  constructor(row: string) {
    this.#row = row;
  }

  sample(): OpenMetricsSample | null {
    const labels = new Map<string, string>();
    let name = this.#take(metricName)?.[0] ?? null;
    if (this.#sign("{")) {
      while (!this.#sign("}")) {
        const key = this.#quoted() ?? this.#take(labelName)?.[0] ?? null;
        if (key === null) return null;
        if (this.#sign("=")) {
          const value = this.#quoted();
          if (value === null || labels.has(key)) return null;
          labels.set(key, value);
        } else if (name === null) name = key;
        else return null;
        if (!this.#sign(",") && this.#row[this.#at] !== "}") return null;
      }
    }
    const value = this.#take(token)?.[0];
    const time = this.#take(token)?.[0] ?? null;
    if (name === null || value === undefined) return null;
    // `# {trace_id="…"}` after the value is an exemplar, and no time.
    return { name, labels, value, time: time === null || time.startsWith("#") ? null : time };
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    blanks.lastIndex = this.#at;
    blanks.exec(this.#row);
    pattern.lastIndex = blanks.lastIndex;
    const found = pattern.exec(this.#row);
    this.#at = found === null ? blanks.lastIndex : pattern.lastIndex;
    return found;
  }

  #sign(sign: string): boolean {
    blanks.lastIndex = this.#at;
    blanks.exec(this.#row);
    this.#at = blanks.lastIndex;
    if (this.#row[this.#at] !== sign) return false;
    this.#at++;
    return true;
  }

  #quoted(): string | null {
    const written = this.#take(quoted)?.[1];
    return written?.replace(/\\(.)/g, (_, sign: string) => (sign === "n" ? "\n" : sign)) ?? null;
  }
}
