import { expect, it } from "vitest";
import type { DeliveryResult } from "#insight/delivery/result.ts";
import { deliverySpots } from "#sections/delivery/blind-spots.ts";
import { on, shop } from "../insight/adoption/bakery.ts";

it("a release is all there is of what others install: only what runs by itself lacks its deployments", () => {
  const artefact = (type: string) => ({
    artefacts: [{ type, from: on("2020-01-01"), to: null }],
  });
  const mark = (kind: "library-shape" | "browser-app") => ({ mark: kind, text: "x", count: 1 });
  const components = [
    shop("till", artefact("ruby-web-application")),
    shop("oven-kit", artefact("ruby-library")),
    shop("oven-module", artefact("terraform")),
    shop("tray-tests", artefact("cargo-application")),
    shop("tray", { ...artefact("dockerfile"), surface: [mark("library-shape")] }),
    shop("counter", { ...artefact("npm-application"), surface: [mark("browser-app")] }),
  ];
  const released = components.map(
    ({ id, name }) =>
      ({
        series: { application: name, componentId: id, level: "release", isProduction: false },
        windowCount: 0,
        failures: { changeFailRate: null },
      }) as unknown as DeliveryResult,
  );
  const spots = deliverySpots(released, components).filter(({ what }) => /releases/.test(what));
  expect(spots.map(({ count, examples }) => [count, examples])).toEqual([[2, ["till", "counter"]]]);
});
