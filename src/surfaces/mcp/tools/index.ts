import type { Tool } from "../define-tool.ts";
import { capabilities } from "./capabilities.ts";
import { consumers } from "./consumers.ts";
import { coverage } from "./coverage.ts";
import { delivery } from "./delivery.ts";
import { describe } from "./describe.ts";
import { duplicates } from "./duplicates.ts";
import { explain } from "./explain.ts";
import { find } from "./find.ts";
import { jobs } from "./jobs.ts";
import { overview } from "./overview.ts";
import { proposals } from "./proposals.ts";
import { reliability } from "./reliability.ts";
import { signals } from "./signals.ts";

/** Every tool, in the order in which agents see them: from the whole to a single fact. */
export const tools: readonly Tool[] = [
  overview,
  signals,
  find,
  describe,
  capabilities,
  consumers,
  duplicates,
  jobs,
  delivery,
  reliability,
  proposals,
  coverage,
  explain,
];
