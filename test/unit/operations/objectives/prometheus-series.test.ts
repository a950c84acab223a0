import { createServer, type ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import {
  prometheusSeries,
  type ChunkStore,
} from "#operations/gathering/objectives/prometheus-series.ts";
import { loaves, noon } from "#fixtures/objective-bakery.ts";
import type { RangeSample } from "#sources/sli/range-query.ts";

const open: { close: () => void }[] = [];
afterEach(() => open.splice(0).forEach((one) => one.close()));

interface Asked {
  readonly query: string;
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

/** Answers every query with the value that `valueAt` gives; `null` leaves the moment out. */
async function prometheus(
  valueAt: (asked: Asked, at: number) => string | null,
  isUp: (calls: number) => boolean = () => true,
) {
  const asked: Asked[] = [];
  let calls = 0;
  const answer = (body: string, response: ServerResponse): void => {
    calls++;
    if (!isUp(calls)) {
      response.writeHead(400).end(JSON.stringify({ status: "error", error: "out of memory" }));
      return;
    }
    const form = new URLSearchParams(body);
    const number = (name: string): number => Number(form.get(name));
    const one = {
      query: form.get("query") ?? "",
      start: number("start"),
      end: number("end"),
      step: number("step"),
    };
    asked.push(one);
    const values: [number, string][] = [];
    for (let at = one.start; at <= one.end; at += one.step) {
      const value = valueAt(one, at);
      if (value !== null) values.push([at, value]);
    }
    const result = values.length === 0 ? [] : [{ metric: {}, values }];
    response.end(JSON.stringify({ status: "success", data: { resultType: "matrix", result } }));
  };
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => answer(body, response));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(server);
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  return { asked, url: `http://127.0.0.1:${String(port)}` };
}

function memory(): ChunkStore & { readonly kept: Map<string, readonly RangeSample[]> } {
  const kept = new Map<string, readonly RangeSample[]>();
  return {
    kept,
    read: (key) => Promise.resolve(kept.get(key) ?? null),
    write: (key, samples) => Promise.resolve(void kept.set(key, samples)),
  };
}

const read = (url: string, store: ChunkStore | null = null, objective = loaves()) => {
  const server = { url, timeoutMilliseconds: 5_000, retries: 0 };
  const endsAt = performance.now() + 60_000;
  return prometheusSeries({ server, store, signal: neverAborted, endsAt }, objective, noon);
};
const neverAborted = new AbortController().signal;
const isBad = ({ query }: Asked): boolean => query.includes("burnt");

describe("a series from Prometheus", () => {
  it("is asked in chunks, goes on where it was torn off, and asks whole old chunks once", async () => {
    const store = memory();
    const torn = await prometheus(
      () => "10",
      (calls) => calls !== 4,
    );
    expect(await read(torn.url, store)).toMatchObject({ code: "query-refused" });
    expect(torn.asked).toHaveLength(3);
    const second = await read(torn.url, store);
    // Five chunks of total and of burnt; the first and the last are not whole, so that only two of three were kept.
    expect(torn.asked).toHaveLength(3 + 10 - 2);
    const days = (one: Asked): number => (one.end - one.start) / 86_400;
    expect(Math.max(...torn.asked.map(days))).toBeLessThanOrEqual(7);

    const fresh = await prometheus(() => "10");
    const whole = await read(fresh.url);
    expect(fresh.asked).toHaveLength(10);
    const withoutHost = ({ origin: _, ...series }: { origin?: unknown }) => series;
    if ("reason" in second || "reason" in whole) throw new Error("no series");
    expect(withoutHost(second)).toEqual(withoutHost(whole));
    expect(whole.slices).toHaveLength((30 * 86_400) / 300);
  });

  it("leaves moments out that have no number or no traffic was seen at", async () => {
    const { url } = await prometheus((asked, at) => {
      const hour = Math.floor((at - 1) / 3_600) % 24;
      if (hour === 3) return null;
      if (hour === 4) return isBad(asked) ? "1" : "NaN";
      if (hour === 5) return isBad(asked) ? "NaN" : "10";
      if (hour === 6) return isBad(asked) ? null : "10";
      return isBad(asked) ? "1" : "10";
    });
    const series = await read(url);
    if ("reason" in series) throw new Error(series.reason);
    const within = (hour: number) =>
      series.slices.filter((one) => Math.floor(one.at / 3_600) % 24 === hour);
    expect([within(3).length, within(4).length, within(5).length]).toEqual([0, 0, 0]);
    expect(within(6)).toHaveLength(30 * 12);
    expect(within(6)[0]).toMatchObject({ good: 10, total: 10 });
    expect(within(7)[0]).toMatchObject({ good: 9, total: 10 });
  });

  it("does not take missing good events for failures", async () => {
    const indicator = loaves().indicator;
    if (indicator.shape !== "ratio") throw new Error("no ratio");
    const good = loaves({ indicator: { ...indicator, numerator: "good" } });
    const traffic = await prometheus((asked) => (isBad(asked) ? null : "10"));
    expect(await read(traffic.url, null, good)).toMatchObject({ code: "no-good-events" });
    const silence = await prometheus(() => null);
    expect(await read(silence.url, null, good)).toMatchObject({ code: "no-data" });
  });
});
