import { expect, it } from "vitest";
import type { DeploymentSeries } from "#model/deployments.ts";
import { toldSeries } from "#operations/gathering/delivery/told-series.ts";
import { processorMilliseconds } from "#fixtures/growth.ts";

const series = (
  application: string,
  environment: string,
  componentId: string | null,
): DeploymentSeries => ({
  application,
  environment,
  componentId,
  isProduction: environment === "production",
  level: "event",
  deployments: [],
});

it("tells so many environments, known and productive ones first, and says how many it leaves out", () => {
  const all = [
    series("ghost", "production", null),
    ...["preview-1", "preview-2", "production"].map((one) => series("oven", one, "component:oven")),
    series("till", "preview-1", null),
    series("till", "production", "component:till"),
  ];
  const { series: told, problems } = toldSeries(all, 3);
  expect(told.map((one) => `${one.application} ${one.environment}`)).toEqual([
    "oven preview-1",
    "oven production",
    "till production",
  ]);
  expect(problems).toMatchObject([
    {
      code: "too-many-environments",
      text: expect.stringContaining("3 further environments of 3 applications are left out"),
    },
  ]);
  expect(toldSeries(all, 6)).toEqual({ series: all, problems: [] });
});

it("of a hundred thousand environments is quick", () => {
  const all = Array.from({ length: 100_000 }, (_, at) =>
    series("oven", `preview-${String(at)}`, "component:oven"),
  );
  const began = processorMilliseconds();
  expect(toldSeries(all).series).toHaveLength(5_000);
  expect(processorMilliseconds() - began).toBeLessThan(8_000);
});
