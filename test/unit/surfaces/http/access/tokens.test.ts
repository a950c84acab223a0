import { describe, expect, test } from "vitest";
import { askedService, closed, codeOf, open } from "./asked-service.ts";

const dayMs = 86_400_000;

describe("a service that others can reach", () => {
  test("answers probes to anybody, and nothing else", async () => {
    const { ask, access } = askedService(closed);
    expect((await ask("/healthz")).status).toBe(200);
    expect((await ask("/api/v1/openapi.json")).status).toBe(200);
    const refused = await ask("/api/v1/tokens");
    expect([refused.status, refused.headers.get("www-authenticate")]).toEqual([
      401,
      'Bearer realm="Fulcrum"',
    ]);
    expect(access.entries).toMatchObject([
      { identity: "nobody", verb: "list-tokens", outcome: "denied", reason: "no-identity" },
    ]);
  });

  test("knows a token, notes the day of its use, and says what it may not do", async () => {
    const { ask, bearer, access } = askedService(closed);
    const admin = await bearer({ role: "admin" });
    const listed = await ask("/api/v1/tokens", admin);
    expect(await listed.json()).toMatchObject({
      tokens: [{ id: admin.id, name: "till", role: "admin", lastUsed: "2026-03-04" }],
    });
    const member = await bearer({ role: "member" });
    const refused = await ask("/api/v1/tokens", member);
    expect([refused.status, await codeOf(refused)]).toEqual([403, "not-allowed"]);
    expect(access.entries).toMatchObject([
      { identity: "token", tokenId: member.id, reason: "role", status: 403 },
    ]);
  });

  test("tells who asks nothing of why a token is not good, and the audit all of it", async () => {
    const { ask, bearer, access, time } = askedService(closed);
    const [late, gone, admin] = [
      await bearer({ role: "admin", days: 1 }),
      await bearer({ role: "admin" }),
      await bearer({ role: "admin" }),
    ];
    time.now += dayMs;
    await ask(`/api/v1/tokens/${gone.id}`, { ...admin, method: "DELETE" });
    const strange = (await askedService(closed).bearer()).headers;
    const cut = { authorization: strange.authorization.slice(0, -1) };
    const said = new Set<string>();
    for (const headers of [
      late.headers,
      gone.headers,
      strange,
      cut,
      { authorization: "Basic eA==" },
    ]) {
      const response = await ask("/api/v1/tokens", { headers });
      const { requestId: _, ...problem } = (await response.json()) as { requestId: string };
      said.add(JSON.stringify([response.status, problem]));
    }
    expect([...said]).toEqual([expect.stringContaining("not-signed-in")]);
    expect(access.entries.slice(1).map(({ reason, tokenId }) => [reason, tokenId])).toEqual([
      ["expired-token", late.id],
      ["revoked-token", gone.id],
      ["unknown-token", null],
      ["malformed-token", null],
      ["malformed-token", null],
    ]);
  });

  test("makes a token, shows it once, and keeps no part of it", async () => {
    const { ask, bearer, access, logged } = askedService(closed);
    const admin = await bearer({ role: "admin" });
    const made = await ask("/api/v1/tokens", {
      method: "POST",
      headers: { ...admin.headers, "content-type": "application/json" },
      body: JSON.stringify({ name: "ci", role: "member", days: 7, organisations: ["bakery"] }),
    });
    const { token, ...about } = (await made.json()) as { token: string; id: string };
    expect([made.status, made.headers.get("cache-control")]).toEqual([201, "no-store"]);
    expect(token).toMatch(/^fulcrum_[0-9A-Za-z]{49}$/);
    expect(about).toMatchObject({ organisations: ["bakery"], expires: "2026-03-11T10:00:00.000Z" });
    const seen = JSON.stringify([await access.tokens.all(), access.entries, logged]);
    expect(seen).not.toContain(token.slice(8, 40));
    const bad = await ask("/api/v1/tokens", {
      method: "POST",
      headers: { ...admin.headers, "content-type": "application/json" },
      body: JSON.stringify({ name: "ci", role: "member", id: "1", createdBy: "2" }),
    });
    expect(await codeOf(bad)).toBe("malformed-request");
  });

  test("says how much may be asked, and answers no more than that", async () => {
    const { ask, bearer, access, time } = askedService(closed);
    const viewer = await bearer({ role: "admin" });
    const answered = await ask("/api/v1/tokens", viewer);
    expect(answered.headers.get("ratelimit-limit")).toBe("6000");
    expect(answered.headers.get("ratelimit-remaining")).toBe("5999");
    for (let tried = 0; tried < 300; tried++) await ask("/api/v1/tokens");
    const over = await ask("/api/v1/tokens");
    expect([over.status, over.headers.get("retry-after"), await codeOf(over)]).toEqual([
      429,
      "60",
      "too-many-requests",
    ]);
    // What floods the door does not flood the audit, and keeps nobody else out.
    expect(access.entries).toHaveLength(300);
    expect((await ask("/api/v1/tokens", { from: "192.0.2.2" })).status).toBe(401);
    expect((await ask("/api/v1/tokens", viewer)).status).toBe(200);
    time.now += 60_000;
    expect((await ask("/api/v1/tokens")).status).toBe(401);
  });
});

test("a service that only its machine can reach lets whoever sits there do everything", async () => {
  const { ask, access } = askedService(open);
  expect((await ask("/api/v1/tokens")).status).toBe(200);
  const refused = await ask("/api/v1/tokens", { headers: { host: "bakery.example" } });
  expect([refused.status, await codeOf(refused)]).toEqual([421, "wrong-host"]);
  expect(access.entries).toMatchObject([{ reason: "wrong-host", verb: null }]);
});

test("a service that only its machine can reach trusts no proxy there, which speaks for others", async () => {
  for (const name of ["forwarded", "x-forwarded-for", "X-Forwarded-Host", "x-real-ip"]) {
    const { ask, access } = askedService(open);
    const refused = await ask("/api/v1/tokens", { headers: { [name]: "198.51.100.7" } });
    expect([refused.status, await codeOf(refused)]).toEqual([401, "not-signed-in"]);
    expect(access.entries).toMatchObject([{ reason: "proxied" }]);
  }
});

test("an answer that a browser shows as a page loads, runs and sends nothing, in no frame", async () => {
  const { ask } = askedService(closed);
  for (const path of ["/healthz", "/api/v1/tokens", "/nothing"]) {
    const { headers } = await ask(path);
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("access-control-allow-origin")).toBeNull();
  }
});

test("the audit is read by admins as lines of JSON, and by days", async () => {
  const { ask, bearer, time } = askedService(closed);
  const admin = await bearer({ role: "admin" });
  await ask("/api/v1/tokens");
  time.now += dayMs;
  await ask("/api/v1/tokens/9?secret=x", { ...admin, method: "DELETE" });
  const read = async (query: string): Promise<unknown[]> => {
    const response = await ask(`/api/v1/audit${query}`, admin);
    expect(response.headers.get("content-type")).toBe("application/x-ndjson");
    const lines = (await response.text()).split("\n").filter((line) => line !== "");
    return lines.map((line): unknown => JSON.parse(line));
  };
  const lines = await read("");
  expect(lines).toMatchObject([
    { at: "2026-03-04T10:00:00.000Z", identity: "nobody", token: null, outcome: "denied" },
  ]);
  await ask("/api/v1/tokens/9", { ...admin, method: "DELETE" });
  expect(await read("?since=2026-03-05")).toMatchObject([
    {
      identity: "token",
      token: { id: admin.id, name: "till" },
      verb: "revoke-token",
      target: "/api/v1/tokens/9",
      outcome: "failed",
      status: 404,
    },
  ]);
  expect(await read("?until=2026-03-05")).toHaveLength(1);
  expect((await ask("/api/v1/audit?since=soon", admin)).status).toBe(400);
});
