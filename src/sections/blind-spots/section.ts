import { z } from "zod";
import { defineSection } from "../define-section.ts";
import { rankedSpots } from "./blind-spot.ts";
import { blindSpot } from "./schema.ts";

/** What the evidence of the sections before does not reach. */
export const blindSpots = defineSection({
  name: "blindSpots",
  noun: "blind spot",
  schema: { blindSpots: z.array(blindSpot) },
  needs: {},
  conclude: ({ collected }) => rankedSpots(collected.blindSpots),
  present: (result) => ({ blindSpots: result }),
  n: ({ result }) => result.length,
});
