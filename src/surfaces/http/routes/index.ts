import type { RouteGroup } from "../route.ts";
import { audit } from "./audit.ts";
import { health } from "./health.ts";
import { people } from "./people.ts";
import { signIn } from "./sign-in.ts";
import { tokens } from "./tokens.ts";

/** Everything that the service answers, in the order of its document. */
export const routeGroups: readonly RouteGroup[] = [health, signIn, people, tokens, audit];
