import { jsonIn } from "#kernel/json-text.ts";
import { ProblemError } from "../problem.ts";
import { defineRoute, type RouteGroup } from "../route.ts";
import { organisationParams, wantedOrganisation } from "../wanted-assessment.ts";

/** Of one request: early versions of the protocol let a client send several messages at once. */
const mostMessages = 20;

const ask = defineRoute({
  method: "post",
  path: "/mcp/{organisation}",
  permission: "read-assessments",
  summary: "Messages of the Model Context Protocol about the current assessment: docs/mcp.md",
  params: organisationParams,
  takesBytes: true,
  answers: {
    200: {
      description: "What was asked, as JSON-RPC.",
      schema: { mediaType: "application/json" },
    },
    202: { description: "The messages ask for nothing.", schema: null },
  },
  problems: ["other-version"],
  answer: async (context, { params: { organisation }, bytes, request }) => {
    const messages = jsonIn(bytes.toString("utf8"));
    if (Array.isArray(messages) && messages.length > mostMessages)
      throw new ProblemError(
        "too-large",
        `More than ${String(mostMessages)} messages are sent at once.`,
        "Send them one by one.",
      );
    const { current } = await wantedOrganisation(context, organisation);
    const { assessments, version } = context;
    const opened = { assessments, id: current.id, origin: null, path: organisation };
    // Loaded when an agent comes: a service that starts needs none.
    const [{ serveHttp }, { tools }] = await Promise.all([
      import("#surfaces/mcp/serve-http.ts"),
      import("#surfaces/mcp/tools/index.ts"),
    ]);
    const log = { warn: (message: string) => context.log({ level: "warn", message, about: {} }) };
    const response = await serveHttp(
      { open: () => Promise.resolve(opened), tools, version, log },
      request,
      messages,
    );
    return { response };
  },
});

export const agents: RouteGroup = { name: "Agents", routes: [ask] };
