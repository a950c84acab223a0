import type { RouteGroup } from "../route.ts";
import { agents } from "./agents.ts";
import { assessments } from "./assessments.ts";
import { audit } from "./audit.ts";
import { catalogue } from "./catalogue.ts";
import { declared } from "./declared.ts";
import { evidence } from "./evidence.ts";
import { health } from "./health.ts";
import { ingest } from "./ingest.ts";
import { jobs } from "./jobs.ts";
import { pushes } from "./pushes.ts";
import { watched } from "./watched.ts";
import { items } from "./items.ts";
import { organisations } from "./organisations.ts";
import { people } from "./people.ts";
import { pages } from "./pages.ts";
import { sample } from "./sample.ts";
import { search } from "./search.ts";
import { sections } from "./sections.ts";
import { signIn } from "./sign-in.ts";
import { tokens } from "./tokens.ts";

/** Everything that the service answers, in the order of its document. */
export const routeGroups: readonly RouteGroup[] = [
  organisations,
  assessments,
  sample,
  sections,
  items,
  evidence,
  search,
  catalogue,
  agents,
  declared,
  watched,
  jobs,
  pushes,
  ingest,
  health,
  signIn,
  people,
  tokens,
  audit,
  pages,
];
