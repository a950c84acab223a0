import { z } from "zod";
import { organisationSlug } from "#contract/service.ts";
import { BuiltFiles, type BuiltFile } from "../built-files.ts";
import { ProblemError } from "../problem.ts";
import { hasAlready, takesGzip } from "../respond.ts";
import { defineRoute, type RawAnswer, type RouteGroup } from "../route.ts";

const built = new BuiltFiles();

/** What is served may run its own files and ask its own address; nothing that stands in the page itself runs. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "img-src data:",
  "font-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const year = 31_536_000;

const html = { 200: { description: "The screens.", schema: { mediaType: "text/html" } } } as const;

const first = defineRoute({
  method: "get",
  path: "/",
  permission: "see-pages",
  summary: "The screens, of the first organisation",
  answers: html,
  answer: (_, { headers }) => page(headers),
});

const ofOrganisation = defineRoute({
  method: "get",
  path: "/o/{organisation}",
  permission: "see-pages",
  summary: "The screens of an organisation",
  params: z.object({ organisation: organisationSlug }),
  answers: html,
  answer: (_, { headers }) => page(headers),
});

const withSlash = defineRoute({
  method: "get",
  path: "/o/{organisation}/",
  permission: "see-pages",
  summary: "To the screens of an organisation",
  params: z.object({ organisation: organisationSlug }),
  answers: { 302: { description: "To the same without a slash.", schema: null } },
  answer: async (_, { params: { organisation } }) => {
    const headers = { Location: `/o/${organisation}` };
    return { response: new Response(null, { status: 302, headers }) };
  },
});

const asset = defineRoute({
  method: "get",
  path: "/assets/{name}",
  permission: "see-pages",
  summary: "What the screens load",
  params: z.object({ name: z.string().regex(/^[\w.-]{1,200}$/) }),
  answers: { 200: { description: "A file.", schema: { mediaType: "text/javascript" } } },
  answer: async (_, { params: { name }, headers }) => {
    const file = await built.asset(name);
    // Its name holds the sum of its content.
    if (file !== null)
      return sent(file, headers, { "Cache-Control": `public, max-age=${String(year)}, immutable` });
    throw new ProblemError(
      "not-found",
      "The screens have no such file.",
      "Load the page again: the service was brought up to date.",
    );
  },
});

async function page(headers: Headers): Promise<RawAnswer> {
  return sent(await built.page(), headers, {
    "Cache-Control": "private, no-cache",
    "Content-Security-Policy": policy,
  });
}

function sent(
  { type, bytes, packed, etag }: BuiltFile,
  asked: Headers,
  headers: Readonly<Record<string, string>>,
): RawAnswer {
  const all = { ...headers, ETag: etag, Vary: "Accept-Encoding" };
  if (hasAlready(asked, etag))
    return { response: new Response(null, { status: 304, headers: all }) };
  const isPacked = takesGzip(asked);
  const body = isPacked ? packed : bytes;
  return {
    response: new Response(new Uint8Array(body), {
      headers: {
        ...all,
        "Content-Type": type,
        "Content-Length": String(body.length),
        ...(isPacked ? { "Content-Encoding": "gzip" } : {}),
      },
    }),
  };
}

export const pages: RouteGroup = {
  name: "Pages",
  isForPeople: true,
  routes: [first, ofOrganisation, withSlash, asset],
};
