import { z } from "zod";
import { declaredId, declaredRecord, newDeclared } from "#contract/declared.ts";
import { nextCursor } from "#contract/service.ts";
import { concernsAll, declareFact } from "#operations/declaring/declare-fact.ts";
import { declaredView } from "#operations/declaring/declared-view.ts";
import { undoDeclared } from "#operations/declaring/undo-declared.ts";
import { versionOfDeclared, type DeclaredFact } from "#ports/declared-facts.ts";
import { declaredKinds, declaredStates } from "#vocabulary/declared.ts";
import { ProblemError } from "../problem.ts";
import { requestKeyOf } from "../request-key.ts";
import { defineRoute, type RouteGroup } from "../route.ts";
import { seenIn } from "../seen-version.ts";
import { organisationParams, wantedAssessment, wantedOrganisation } from "../wanted-assessment.ts";

const path = "/api/v1/organisations/{organisation}/declared";

const list = defineRoute({
  method: "get",
  path,
  permission: "read-declared",
  summary: "What people state of an organisation, also what counts no more",
  params: organisationParams,
  query: z.object({
    kind: z.enum(declaredKinds).optional(),
    state: z.enum(declaredStates).optional(),
    about: z.string().min(1).max(500).optional().describe("one of the subject's texts, as an id"),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: declaredId.optional().describe("the `next` of an answer before"),
  }),
  answers: {
    200: {
      description: "The newest first.",
      schema: z
        .object({ declared: z.array(declaredRecord), next: nextCursor })
        .meta({ id: "Declared-Records" }),
    },
  },
  answer: async ({ facts, organisations }, { params: { organisation }, query }) => {
    await wantedOrganisation({ organisations }, organisation);
    const { kind = null, state = null, about = null, cursor = null, limit } = query;
    const wish = { organisation, kind, state, about, after: cursor, limit: limit + 1 };
    const found = await facts.list(wish);
    const shown = found.slice(0, limit);
    const next = found.length > limit ? (shown.at(-1)?.id ?? null) : null;
    return { body: { declared: shown.map(declaredView), next } };
  },
});

const declare = defineRoute({
  method: "post",
  path,
  permission: "declare-facts",
  furtherPermissions: ["declare-for-all"],
  summary: "States something: it takes the place of what stood about the same subject",
  params: organisationParams,
  body: newDeclared,
  answers: {
    201: {
      description: "It stands, and names what it supersedes; the scan `job` concludes with it.",
      schema: declaredRecord,
    },
  },
  problems: ["statement-refused", "seen-changed", "key-used", "other-version"],
  answer: async (context, { params: { organisation }, body, headers, identity, auditEntry }) => {
    if (concernsAll(body))
      context.control.admit(identity, { permission: "declare-for-all", organisation });
    const { id } = await wantedAssessment(context, organisation, undefined);
    const fact = await declareFact(context, {
      organisation,
      assessment: id,
      declared: body,
      by: { identity: identity.kind, actorId: identity.actorId, tokenId: identity.tokenId },
      write: {
        ...seenIn(headers),
        ...requestKeyOf(headers, ["declare", organisation, body]),
        audit: auditEntry === null ? null : { entry: auditEntry, status: 201 },
      },
    });
    const location = `/api/v1/organisations/${organisation}/declared/${fact.id}`;
    return { status: 201, ...answerOf(fact), headers: { Location: location } };
  },
});

const params = organisationParams.extend({ id: declaredId });

const one = defineRoute({
  method: "get",
  path: `${path}/{id}`,
  permission: "read-declared",
  summary: "One record of what people state",
  params,
  answers: { 200: { description: "It, with an ETag for If-Match.", schema: declaredRecord } },
  answer: async ({ facts }, { params: { organisation, id } }) => {
    const fact = await facts.one(organisation, id);
    if (fact === null) throw none(organisation);
    return answerOf(fact);
  },
});

const undo = defineRoute({
  method: "delete",
  path: `${path}/{id}`,
  permission: "declare-facts",
  furtherPermissions: ["declare-for-all"],
  summary: "Takes it back: the evidence says what it says again, and the record is kept",
  params,
  answers: { 200: { description: "It is undone; twice is once.", schema: declaredRecord } },
  problems: ["seen-changed", "key-used"],
  answer: async (context, { params: place, headers, identity, auditEntry }) => {
    const { organisation, id } = place;
    const known = await context.facts.one(organisation, id);
    if (known === null) throw none(organisation);
    if (concernsAll(known))
      context.control.admit(identity, { permission: "declare-for-all", organisation });
    const fact = await undoDeclared(context, {
      ...place,
      by: { identity: identity.kind, actorId: identity.actorId, tokenId: identity.tokenId },
      write: {
        ...seenIn(headers),
        ...requestKeyOf(headers, ["undo", organisation, id]),
        audit: auditEntry === null ? null : { entry: auditEntry, status: 200 },
      },
    });
    if (fact === null) throw none(organisation);
    return answerOf(fact);
  },
});

function answerOf(fact: DeclaredFact) {
  return { body: declaredView(fact), etag: `"${versionOfDeclared(fact)}"` };
}

function none(organisation: string): ProblemError {
  return new ProblemError(
    "not-found",
    "There is no record of that id.",
    `See /api/v1/organisations/${organisation}/declared.`,
  );
}

export const declared: RouteGroup = { name: "Declared", routes: [list, declare, one, undo] };
