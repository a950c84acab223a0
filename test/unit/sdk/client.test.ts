import { describe, expect, it } from "vitest";
import { ForeignAnswerError, Fulcrum, ProblemError, UnreachedError } from "@fulcrum/sdk";

interface Asked {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
}

type Answer = Response | Error;

const json = (body: object, init: ResponseInit = {}): Response =>
  new Response(JSON.stringify(body), {
    ...init,
    headers: { "content-type": "application/json", ...(init.headers as object) },
  });
const problem = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  json(
    { type: "", title: "No", status, detail: "It is so.", code, next: "Do it.", requestId: "r" },
    { status, headers: { "content-type": "application/problem+json", ...headers } },
  );
const lost = (): Error => new TypeError("fetch failed", { cause: new Error("ECONNRESET") });

/** A service that answers these in turn. */
function answering(...answers: Answer[]) {
  const asked: Asked[] = [];
  const fulcrum = new Fulcrum({
    url: "https://fulcrum.example/in/front/",
    token: () => Promise.resolve("fulcrum_t"),
    retries: { firstMs: 1 },
    fetch: (url, { method = "GET", headers }) => {
      asked.push({ url, method, headers: new Headers(headers) });
      const next = answers.shift();
      if (next === undefined) throw new Error("It was asked once too often.");
      return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
    },
  });
  return { fulcrum, asked, bakery: fulcrum.organisation("bakery") };
}

describe("a call of the SDK", () => {
  it("goes where the service is, with the token, each value as one step", async () => {
    const { asked, bakery } = answering(json({ list: "components" }));
    await bakery.record("components", "component:a/b?c", { assessment: "7" });
    expect(asked[0]?.url).toBe(
      "https://fulcrum.example/in/front/api/v1/organisations/bakery/sections/components/items/component%3Aa%2Fb%3Fc?assessment=7&list=components",
    );
    expect(asked[0]?.headers.get("authorization")).toBe("Bearer fulcrum_t");
    for (const key of ["", ".", ".."])
      await expect(bakery.record("components", key)).rejects.toThrow(TypeError);
    expect(asked).toHaveLength(1);
    for (const url of ["ftp://a.example", "https://ada:secret@a.example", "a.example"])
      expect(() => new Fulcrum({ url })).toThrow(TypeError);
  });

  it("is made again where it may be, after as long as it is asked to wait", async () => {
    const again = [lost(), problem(503, "database-failed"), new Response("", { status: 502 })];
    const read = answering(...again, json({ organisations: [] }));
    expect(await read.fulcrum.organisations()).toEqual([]);
    expect(read.asked).toHaveLength(4);
    const waiting = answering(
      problem(429, "too-many-requests", { "retry-after": "1" }),
      json({ organisations: [] }),
    );
    const began = performance.now();
    await waiting.fulcrum.organisations();
    expect(performance.now() - began).toBeGreaterThan(950);
    const long = answering(problem(429, "too-many-requests", { "retry-after": "3600" }));
    await expect(long.fulcrum.organisations()).rejects.toMatchObject({ retryAfterMs: 3_600_000 });
  });

  it("has one key however often a POST is made, and one that takes none is made once", async () => {
    const keyed = answering(lost(), lost(), json({ id: "j" }));
    await keyed.bakery.scan();
    const keys = new Set(keyed.asked.map(({ headers }) => headers.get("idempotency-key")));
    expect([keyed.asked.length, keys.size, [...keys][0]?.length]).toEqual([3, 1, 32]);
    const own = answering(json({ id: "j" }));
    await own.bakery.scan({ idempotencyKey: "mine" });
    expect(own.asked[0]?.headers.get("idempotency-key")).toBe("mine");
    const once = answering(lost());
    const token = { name: "ci", role: "viewer", days: 1, organisations: null } as const;
    const making = once.fulcrum.client.post("/api/v1/tokens", { body: token });
    await expect(making).rejects.toThrow(UnreachedError);
    await expect(answering(lost()).bakery.unwatch("1")).rejects.toThrow("ECONNRESET");
    expect(once.asked).toHaveLength(1);
  });

  it("is told apart by what went wrong, and not made again for what stays wrong", async () => {
    const refused = answering(problem(404, "not-found")).bakery.outline();
    await expect(refused).rejects.toBeInstanceOf(ProblemError);
    await expect(refused).rejects.toMatchObject({ code: "not-found", next: "Do it." });
    const page = new Response("<p>hello", {
      headers: { "content-type": "text/html" },
      status: 404,
    });
    const moved = new Response(null, { status: 302, headers: { location: "https://e.example" } });
    for (const foreign of [page, moved, json([], { status: 400 })])
      await expect(answering(foreign).bakery.outline()).rejects.toThrow(ForeignAnswerError);
    await expect(answering(...Array.from({ length: 5 }, lost)).bakery.outline()).rejects.toThrow(
      UnreachedError,
    );
  });

  it("ends with the reason of its signal, also while it waits", async () => {
    const stop = new AbortController();
    const { fulcrum, asked } = answering(problem(429, "x", { "retry-after": "9" }));
    const call = fulcrum.organisations({ signal: stop.signal });
    setTimeout(() => stop.abort(new Error("enough")), 20);
    await expect(call).rejects.toThrow("enough");
    expect(asked).toHaveLength(1);
  });

  it("follows pages by their cursors, and asks for no page that nobody reads", async () => {
    const page = (next: string | null, ...ids: string[]) =>
      json({ assessments: ids.map((id) => ({ id })), next });
    const all = answering(page("c1", "3", "2"), page(null, "1"));
    const ids: string[] = [];
    for await (const { id } of all.bakery.assessments()) ids.push(id);
    expect([ids, all.asked[1]?.url.endsWith("?cursor=c1")]).toEqual([["3", "2", "1"], true]);
    const first = answering(page("c1", "3"));
    for await (const { id } of first.bakery.assessments()) {
      expect(id).toBe("3");
      break;
    }
    expect(first.asked).toHaveLength(1);
  });
});

const id = "0c6cbb1e-6d0d-4a0d-8b4e-0f2f2b1c9d7a";
const stream = (text: string): Response =>
  new Response(text, { headers: { "content-type": "text/event-stream" } });
const told = (at: number, kind: string): string =>
  `id: ${String(at)}\nevent: ${kind}\ndata: {"id":"${String(at)}","kind":"${kind}"}\n\n`;

describe("a job that is followed", () => {
  it("is taken up behind the last event when the stream breaks off, until the job has ended", async () => {
    const { fulcrum, asked } = answering(
      stream(`${told(1, "asked")}${told(2, "begun")}id: 3\nevent: compl`),
      json({ state: "running" }),
      lost(),
      json({ state: "completed" }),
      stream(told(3, "completed")),
    );
    const kinds: string[] = [];
    for await (const { kind } of fulcrum.follow(id)) kinds.push(kind);
    expect(kinds).toEqual(["asked", "begun", "completed"]);
    const known = asked
      .filter(({ url }) => url.endsWith("/events"))
      .map(({ headers }) => headers.get("last-event-id"));
    expect(known).toEqual([null, "2", "2"]);
  });

  it("that is not there says so at once, and one that tells nothing in the end", async () => {
    const none = answering(problem(404, "not-found")).fulcrum.follow(id);
    await expect(none.next()).rejects.toMatchObject({ code: "not-found" });
    const silent = Array.from({ length: 12 }, (_, at) =>
      at % 2 === 0 ? stream("") : json({ state: "running" }),
    );
    await expect(
      answering(...silent)
        .fulcrum.follow(id)
        .next(),
    ).rejects.toThrow(UnreachedError);
  });
});
