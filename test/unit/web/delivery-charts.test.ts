import { describe, expect, it, test } from "vitest";
import { isQuarterOver } from "#web/features/delivery/delivery-rows.ts";
import { deploymentsPlot } from "#web/features/delivery/deployments-plot.ts";
import { delivery } from "./rows.ts";

describe("a quarter", () => {
  test.each([
    ["2026-04-01T00:00:00Z", "2026-07-01T00:00:00Z", true],
    ["2026-04-01T00:00:00Z", "2026-06-30T00:00:00Z", true],
    ["2026-04-01T00:00:00Z", "2026-05-16T00:00:00Z", false],
    ["2025-10-01T00:00:00Z", "2025-12-29T00:00:00Z", false],
    ["2025-10-01T00:00:00Z", "2026-01-01T00:00:00Z", true],
  ])("from %s seen until %s: it is over is %s", (from, to, isOver) => {
    expect(isQuarterOver({ from, to })).toBe(isOver);
  });
});

describe("deployments as dots", () => {
  const window = { from: "2026-01-01T00:00:00Z", to: "2026-03-03T00:00:00Z" };
  const [first] = delivery({}).points;
  const at = (changes: object) => ({ ...first, at: "2026-02-01T00:00:00Z", ...changes }) as never;

  it("tell what became of each by shape and colour", () => {
    const { dots } = deploymentsPlot(
      ["unknown", "pending", "ok", "failed", "rollback"].map((outcome) => at({ outcome })),
      window,
    );
    expect(dots.map(({ shape, tone }) => `${shape} ${tone}`)).toEqual([
      "circle use",
      "ring use",
      "circle use",
      "diamond leave",
      "triangle leave",
    ]);
  });

  it("hold what took no time and what took years, with lines that people count in", () => {
    const { dots, yAxis } = deploymentsPlot(
      [0, 86_400 * 900].map((leadTimeSeconds) => at({ leadTimeSeconds })),
      window,
    );
    for (const { y } of dots) {
      expect(y).toBeGreaterThanOrEqual(yAxis.domain[0]);
      expect(y).toBeLessThanOrEqual(yAxis.domain[1]);
    }
    expect(yAxis.ticks(4).map(({ words }) => words)).toContain("1 year");
    const few = deploymentsPlot([at({ leadTimeSeconds: 60 })], window);
    expect(few.yAxis.ticks(4).map(({ words }) => words)).not.toContain("1 week");
  });

  it("are nothing without any", () => {
    const { xAxis, dots, rows } = deploymentsPlot([], window);
    expect([dots, rows]).toEqual([[], []]);
    expect(xAxis.domain).toEqual([Date.parse(window.to), Date.parse(window.to)]);
  });
});
