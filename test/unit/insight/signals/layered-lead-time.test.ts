import { expect, test } from "vitest";
import { layeredLeadTime } from "#insight/signals/readings/layered-lead-time.ts";
import type { IndicatorSources } from "#insight/signals/readings/indicator-sources.ts";
import { sourcesOf } from "./sources.ts";

const standing = (consumerIds: readonly string[]) =>
  sourcesOf({
    layers: { chains: consumerIds.length === 0 ? [] : [{ consumerIds }] },
    delivery: [],
  } as unknown as Partial<IndicatorSources>);

test("without layers on layers no deployment makes the lead time behind them known", () => {
  expect(layeredLeadTime(standing([])).unknown).toMatchObject({
    code: "none-layered",
    needs: expect.stringMatching(/^Nothing:/) as string,
  });
  expect(layeredLeadTime(standing(["till"])).unknown).toMatchObject({
    code: "too-few",
    needs: "Deployments of more components.",
  });
});
