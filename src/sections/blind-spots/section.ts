import { z } from "zod";
import { defineSection } from "../define-section.ts";
import { findBlindSpots } from "./find-blind-spots.ts";
import { blindSpot } from "./schema.ts";

export const blindSpots = defineSection({
  name: "blindSpots",
  noun: "blind spot",
  schema: { blindSpots: z.array(blindSpot) },
  present: (found, evidence) => ({
    blindSpots: findBlindSpots(found.findings, found, found.problems, evidence),
  }),
  n: (_, shown) => shown.blindSpots.length,
});
