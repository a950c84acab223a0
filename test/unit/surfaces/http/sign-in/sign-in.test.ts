import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { signingInWith, type SigningIn } from "#surfaces/http/sign-in/signing-in.ts";
import { askedService, codeOf, publicOrigin, session } from "../access/asked-service.ts";
import { tamperedProvider, type Forgery, type TamperedProvider } from "./tampered-provider.ts";

let provider: TamperedProvider;
let signIn: SigningIn;
beforeAll(async () => {
  provider = await tamperedProvider();
  const made = signingInWith({
    publicOrigin,
    session,
    provider: {
      issuer: new URL(provider.issuer),
      clientId: "fulcrum",
      clientSecret: "s3cret",
      scopes: "openid profile groups",
      groupsClaim: "groups",
      groupRoles: [
        { group: "platform", role: "admin" },
        { group: "engineers", role: "member" },
      ],
      allowPrivate: true,
    },
  });
  if (made === null) throw new Error("a provider was set");
  signIn = made;
});
beforeEach(() => {
  provider.forgery = null;
  provider.person = { id: "1", name: "Ada", groups: ["platform"] };
});
afterAll(() => provider.stop());

/** A service, and a browser that keeps its cookies. */
function browsed() {
  const service = askedService({ isOpen: false, signIn });
  const cookies = new Map<string, string>();
  const visit = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = Array.from(cookies, ([name, value]) => `${name}=${value}`).join("; ");
    const headers = { cookie, ...(init.headers as Record<string, string> | undefined) };
    const response = await service.ask(path, { ...init, headers });
    for (const one of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
      if (value === "") cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const begin = async (path = "/api/v1/sign-in"): Promise<URL> => {
    const sent = await visit(path);
    return provider.walk(sent.headers.get("location") ?? "");
  };
  const finish = ({ pathname, search }: URL): Promise<Response> => visit(`${pathname}${search}`);
  return { ...service, cookies, visit, begin, finish };
}

const home = { origin: publicOrigin, "sec-fetch-site": "same-origin" };

describe("whoever the provider vouches for", () => {
  test("is let in with the highest role of their groups, and comes back to where they were", async () => {
    const { begin, finish, visit, access } = browsed();
    provider.person = { id: "1", name: "Ada \u202e\u0000", groups: ["engineers", "platform"] };
    const done = await finish(await begin("/api/v1/sign-in?return=%2Fteams%3Fa%3D1%23b"));
    expect([done.status, done.headers.get("location")]).toEqual([
      302,
      `${publicOrigin}/teams?a=1#b`,
    ]);
    expect(await (await visit("/api/v1/me")).json()).toEqual({
      kind: "session",
      name: "Ada",
      role: "admin",
      organisations: null,
    });
    expect((await visit("/api/v1/tokens")).status).toBe(200);
    expect(access.entries).toMatchObject([
      { verb: "sign-in", outcome: "done", actorId: "1", status: 302 },
    ]);
  });

  test("gets cookies that no script and no other site can use", async () => {
    const { begin, finish, visit } = browsed();
    const sent = await visit("/api/v1/sign-in");
    const [begun = ""] = sent.headers.getSetCookie();
    expect(begun).toMatch(
      /^__Host-fulcrum-sign-in=[0-9A-Za-z]{43}; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/,
    );
    const done = await finish(await begin());
    expect(done.headers.getSetCookie()).toEqual([
      "__Host-fulcrum-sign-in=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure",
      expect.stringMatching(
        /^__Host-fulcrum-session=[0-9A-Za-z]{43}; Path=\/; Max-Age=86400; HttpOnly; SameSite=Lax; Secure$/,
      ),
    ]);
    expect(done.headers.get("cache-control")).toBe("no-store");
  });

  test("gets another session with each sign-in, and the one before ends", async () => {
    const { begin, finish, cookies, ask } = browsed();
    await finish(await begin());
    const first = cookies.get("__Host-fulcrum-session") ?? "";
    await finish(await begin());
    expect(cookies.get("__Host-fulcrum-session")).not.toBe(first);
    const headers = { cookie: `__Host-fulcrum-session=${first}` };
    expect((await ask("/api/v1/me", { headers })).status).toBe(401);
  });

  test("is refused where no group of theirs has a role", async () => {
    const { begin, finish, access, cookies } = browsed();
    provider.person = { id: "2", name: "Bo", groups: ["guests"] };
    const done = await finish(await begin());
    expect([done.status, await codeOf(done)]).toEqual([403, "sign-in-refused"]);
    expect(access.entries).toMatchObject([{ outcome: "denied", reason: "no-role" }]);
    expect([...cookies.keys()]).toEqual(["__Host-fulcrum-sign-in"]);
  });

  test("comes back nowhere but to this service", async () => {
    for (const elsewhere of [
      "//evil.example",
      "/\\evil.example",
      "https://evil.example",
      "/.//evil.example",
      "javascript:alert(1)",
      "/\t/evil.example",
      "",
    ]) {
      const { begin, finish } = browsed();
      const done = await finish(
        await begin(`/api/v1/sign-in?return=${encodeURIComponent(elsewhere)}`),
      );
      expect(new URL(done.headers.get("location") ?? "").origin).toBe(publicOrigin);
      expect(done.headers.get("location")).not.toMatch(/example\/\//);
    }
  });
});

test("a browser that opens a page without being signed in is sent to sign in, and comes back to it", async () => {
  const { visit, finish, access } = browsed();
  const page = "/api/v1/me?a=1";
  const sent = await visit(page, { headers: { "sec-fetch-mode": "navigate" } });
  const way = new URL(sent.headers.get("location") ?? "");
  expect([sent.status, way.origin, way.pathname]).toEqual([302, publicOrigin, "/api/v1/sign-in"]);
  expect(access.entries).toMatchObject([{ outcome: "denied", reason: "no-identity" }]);
  const asked = await visit(`${way.pathname}${way.search}`);
  const done = await finish(await provider.walk(asked.headers.get("location") ?? ""));
  expect(done.headers.get("location")).toBe(`${publicOrigin}${page}`);
});

describe("a forged ID token is refused:", () => {
  const hour = 3_600;
  const forgeries: readonly (readonly [name: string, forge: Forgery, said: RegExp])[] = [
    ["one of another nonce", (claims) => provider.signed({ ...claims, nonce: "x" }), /nonce/],
    [
      "one of another issuer",
      (claims) => provider.signed({ ...claims, iss: "https://evil.example" }),
      /iss/,
    ],
    ["one for another client", (claims) => provider.signed({ ...claims, aud: "other" }), /aud/],
    [
      "one for several clients, of which this is not the one that asked",
      (claims) => provider.signed({ ...claims, aud: ["fulcrum", "other"], azp: "other" }),
      /azp/,
    ],
    [
      "one that has expired",
      (claims) => provider.signed({ ...claims, exp: Number(claims["iat"]) - hour }),
      /exp/,
    ],
    ["one without an end", ({ exp: _, ...claims }) => provider.signed(claims), /exp/],
    ["one that nobody signed", (claims) => provider.signed(claims, { alg: "none" }), /alg/],
    [
      "one that somebody else signed",
      (claims) => provider.signed(claims, { key: "other" }),
      /signature/,
    ],
    [
      "one that says it was signed with the secret",
      (claims) => provider.signed(claims, { alg: "HS256" }),
      /alg/,
    ],
    [
      "one that was changed behind the signature",
      (claims) => {
        const [head, , mark] = provider.signed(claims).split(".");
        const [, body] = provider.signed({ ...claims, sub: "2" }).split(".");
        return [head, body, mark].join(".");
      },
      /signature/,
    ],
    ["one that is none", () => "bread", /./],
  ];
  test.each(forgeries)("%s", async (_, forge, said) => {
    const { begin, finish, visit, access, logged } = browsed();
    provider.forgery = forge;
    const done = await finish(await begin());
    expect([done.status, await codeOf(done)]).toEqual([403, "sign-in-refused"]);
    expect((await visit("/api/v1/me")).status).toBe(401);
    expect(access.entries[0]).toMatchObject({ outcome: "denied", reason: "provider-refused" });
    const log = logged.find(({ message }) => message === "GET /api/v1/sign-in/callback");
    expect(String(log?.about?.["failure"])).toMatch(said);
  });

  test("while the provider's own is taken, however it is handed on", async () => {
    const { begin, finish } = browsed();
    provider.forgery = (claims) => provider.signed(claims);
    expect((await finish(await begin())).status).toBe(302);
  });
});

describe("what comes back from the provider is refused", () => {
  const refusedFor = async (
    change: (cameBack: URL, browser: ReturnType<typeof browsed>) => Promise<void> | void,
  ): Promise<string | null | undefined> => {
    const browser = browsed();
    const cameBack = await browser.begin();
    await change(cameBack, browser);
    const done = await browser.finish(cameBack);
    expect([done.status, await codeOf(done)]).toEqual([403, "sign-in-refused"]);
    return browser.access.entries.at(-1)?.reason;
  };

  test("where its state was made up, is missing, or was used before", async () => {
    expect(await refusedFor(({ searchParams }) => searchParams.set("state", "x"))).toBe(
      "unknown-sign-in",
    );
    expect(await refusedFor(({ searchParams }) => searchParams.delete("state"))).toBe(
      "unknown-sign-in",
    );
    const replayed = await refusedFor(async (cameBack, { finish }) => {
      expect((await finish(cameBack)).status).toBe(302);
    });
    expect(replayed).toBe("unknown-sign-in");
  });

  test("where its code was used before, made up, or is missing", async () => {
    const used = browsed();
    const first = await used.begin();
    await used.finish(first);
    const replay = (cameBack: URL): void =>
      cameBack.searchParams.set("code", first.searchParams.get("code") ?? "");
    expect(await refusedFor(replay)).toBe("provider-refused");
    expect(await refusedFor(({ searchParams }) => searchParams.set("code", "x"))).toBe(
      "provider-refused",
    );
    expect(await refusedFor(({ searchParams }) => searchParams.delete("code"))).toBe(
      "provider-refused",
    );
    expect(
      await refusedFor(({ searchParams }) => searchParams.set("iss", "https://evil.example")),
    ).toBe("provider-refused");
    expect(await refusedFor(({ searchParams }) => searchParams.set("error", "access_denied"))).toBe(
      "provider-refused",
    );
  });

  test("where another browser began, so that nobody is signed in as somebody else", async () => {
    expect(await refusedFor((_, { cookies }) => cookies.clear())).toBe("other-browser");
    const other = (_: URL, { cookies }: ReturnType<typeof browsed>): void =>
      void cookies.set("__Host-fulcrum-sign-in", "x");
    expect(await refusedFor(other)).toBe("other-browser");
  });

  test("where it took too long", async () => {
    expect(await refusedFor((_, { time }) => void (time.now += 600_000))).toBe("unknown-sign-in");
  });
});

describe("a session", () => {
  test("ends when nothing was asked for long, at its end whatever was asked, and when it is ended", async () => {
    const { begin, finish, visit, access, time, bearer } = browsed();
    const signedIn = async (): Promise<void> => void (await finish(await begin()));
    await signedIn();
    time.now += session.idleMs - 1;
    expect((await visit("/api/v1/me")).status).toBe(200);
    time.now += session.idleMs;
    expect((await visit("/api/v1/me")).status).toBe(401);
    await signedIn();
    for (let at = 0; at < session.longestMs; at += session.idleMs / 2) {
      expect((await visit("/api/v1/me")).status).toBe(200);
      time.now += session.idleMs / 2;
    }
    expect((await visit("/api/v1/me")).status).toBe(401);
    await signedIn();
    const admin = await bearer({ role: "admin" });
    const listed = await visit("/api/v1/sessions", admin);
    const { sessions } = (await listed.json()) as { sessions: { id: string }[] };
    await visit(`/api/v1/sessions/${sessions[0]?.id ?? ""}`, { ...admin, method: "DELETE" });
    expect((await visit("/api/v1/me")).status).toBe(401);
    expect(access.entries.flatMap(({ reason }) => reason ?? [])).toEqual([
      "expired-session",
      "expired-session",
      "ended-session",
    ]);
  });

  test("is signed out, and its cookie goes", async () => {
    const { begin, finish, visit, cookies, ask } = browsed();
    await finish(await begin());
    const cookie = `__Host-fulcrum-session=${cookies.get("__Host-fulcrum-session") ?? ""}`;
    expect((await visit("/api/v1/sign-out", { method: "POST", headers: home })).status).toBe(200);
    expect([...cookies.keys()]).toEqual([]);
    expect((await ask("/api/v1/me", { headers: { cookie } })).status).toBe(401);
  });

  test("ends with the person, who is forgotten and somebody new when they come again", async () => {
    const { begin, finish, visit, access } = browsed();
    await finish(await begin());
    const forgotten = await visit("/api/v1/actors/1", { method: "DELETE", headers: home });
    expect(await forgotten.json()).toMatchObject({
      name: expect.stringMatching(/^somebody-[0-9a-f]{8}$/),
    });
    expect((await visit("/api/v1/me")).status).toBe(401);
    await finish(await begin());
    expect((await access.actors.all()).map(({ name }) => name)).toEqual([
      expect.stringMatching(/^somebody-/),
      "Ada",
    ]);
  });

  const making = (headers: Record<string, string>): RequestInit => ({
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ name: "ci", role: "viewer" }),
  });
  test.each([
    [home, 201],
    [{ origin: publicOrigin }, 201],
    [{}, 403],
    [{ origin: "null" }, 403],
    [{ origin: "https://evil.example" }, 403],
    [{ origin: "https://fulcrum.example.evil.example" }, 403],
    [{ origin: "http://fulcrum.example" }, 403],
    [{ origin: publicOrigin, "sec-fetch-site": "same-site" }, 403],
    [{ origin: publicOrigin, "sec-fetch-site": "cross-site" }, 403],
    [{ origin: publicOrigin, "sec-fetch-site": "none" }, 403],
    [{ ...home, "content-type": "text/plain" }, 415],
    [{ ...home, "content-type": "application/x-www-form-urlencoded" }, 415],
  ])("of a browser that sends %j with something to change gets %i", async (headers, status) => {
    const { begin, finish, visit, access } = browsed();
    await finish(await begin());
    expect((await visit("/api/v1/tokens", making(headers))).status).toBe(status);
    expect((await access.tokens.all()).length).toBe(status === 201 ? 1 : 0);
    if (status === 403)
      expect(access.entries.at(-1)).toMatchObject({ reason: "cross-site", actorId: "1" });
  });

  test("is nothing where two cookies claim to be it, or one without the prefix", async () => {
    const { begin, finish, cookies, ask } = browsed();
    await finish(await begin());
    const value = cookies.get("__Host-fulcrum-session") ?? "";
    for (const cookie of [
      `fulcrum-session=${value}`,
      `__Host-fulcrum-session=x; __Host-fulcrum-session=${value}`,
      `__host-fulcrum-session=${value}`,
    ])
      expect((await ask("/api/v1/me", { headers: { cookie } })).status).toBe(401);
  });

  test("does not concern a program with a token, which no browser sends by itself", async () => {
    const { visit, bearer } = browsed();
    const admin = await bearer({ role: "admin" });
    expect((await visit("/api/v1/tokens", making(admin.headers))).status).toBe(201);
  });
});
