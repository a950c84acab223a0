import { z } from "zod";
import { forgetActor, listActors, listSessions } from "#operations/access/manage-people.ts";
import {
  actorSchema,
  actorView,
  sessionSchema,
  sessionView,
} from "#operations/access/people-view.ts";
import { ProblemError } from "../problem.ts";
import { defineRoute, type RouteGroup } from "../route.ts";

const rowId = z.string().max(20);

const sessions = defineRoute({
  method: "get",
  path: "/api/v1/sessions",
  permission: "list-sessions",
  summary: "Who is signed in, the latest first",
  answers: {
    200: {
      description: "Sessions that have not ended.",
      schema: z.object({ sessions: z.array(sessionSchema) }).meta({ id: "Sessions" }),
    },
  },
  answer: async (context) => ({
    body: { sessions: (await listSessions(context)).map(sessionView) },
  }),
});

const end = defineRoute({
  method: "delete",
  path: "/api/v1/sessions/{session}",
  permission: "end-session",
  summary: "Ends a session of somebody",
  params: z.object({ session: rowId }),
  answers: { 200: { description: "It is ended.", schema: sessionSchema } },
  answer: async ({ access, clock }, { params }) => {
    const ended = await access.sessions.end(params.session, clock.now());
    if (ended === null) throw none("session", "/api/v1/sessions");
    return { body: sessionView(ended) };
  },
});

const actors = defineRoute({
  method: "get",
  path: "/api/v1/actors",
  permission: "list-actors",
  summary: "Who has ever signed in",
  answers: {
    200: {
      description: "All of them; who was forgotten under a pseudonym.",
      schema: z.object({ actors: z.array(actorSchema) }).meta({ id: "Actors" }),
    },
  },
  answer: async (context) => ({ body: { actors: (await listActors(context)).map(actorView) } }),
});

const forget = defineRoute({
  method: "delete",
  path: "/api/v1/actors/{actor}",
  permission: "forget-actor",
  summary: "Forgets a person: what they did stays, under a pseudonym",
  params: z.object({ actor: rowId }),
  answers: { 200: { description: "Forgotten.", schema: actorSchema } },
  answer: async (context, { params }) => {
    const forgotten = await forgetActor(context, params.actor);
    if (forgotten === null) throw none("person who is known", "/api/v1/actors");
    return { body: actorView(forgotten) };
  },
});

function none(what: string, list: string): ProblemError {
  return new ProblemError("not-found", `There is no ${what} of that id.`, `See ${list}.`);
}

export const people: RouteGroup = { name: "People", routes: [sessions, end, actors, forget] };
