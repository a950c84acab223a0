import type { RouteGroup } from "../route.ts";
import { assessments } from "./assessments.ts";
import { evidence } from "./evidence.ts";
import { health } from "./health.ts";
import { items } from "./items.ts";
import { organisations } from "./organisations.ts";
import { pages } from "./pages.ts";
import { search } from "./search.ts";
import { sections } from "./sections.ts";

/** Everything that the service answers, in the order of its document. */
export const routeGroups: readonly RouteGroup[] = [
  organisations,
  assessments,
  sections,
  items,
  evidence,
  search,
  health,
  pages,
];
