import type { RouteGroup } from "../route.ts";
import { health } from "./health.ts";
import { tokens } from "./tokens.ts";

/** Everything that the service answers, in the order of its document. */
export const routeGroups: readonly RouteGroup[] = [health, tokens];
