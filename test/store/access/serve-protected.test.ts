import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createToken } from "#operations/access/manage-tokens.ts";
import type { AccessStore } from "#ports/access-store.ts";
import { openDatabase } from "#store/postgres/open-database.ts";
import { openService } from "#surfaces/http/open-service.ts";
import { newDatabase, servers, type OwnDatabase } from "../shared-databases.ts";

const ending: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).toReversed()) await end();
});

const clock = { now: () => Date.now() };
const { signal } = new AbortController();

async function ownDatabase(server: (typeof servers)[number]): Promise<OwnDatabase> {
  const own = await newDatabase(server);
  ending.push(() => own.drop());
  return own;
}

async function accessOf({ url }: OwnDatabase): Promise<AccessStore> {
  const database = await openDatabase({ dataFolder: "/nowhere", url, make: false, signal });
  if (database === null) throw new Error("a server was named");
  ending.push(() => database.close());
  await database.migrate();
  return database.access();
}

async function serve(
  { url }: OwnDatabase,
  host: string,
  environment: Readonly<Record<string, string>> = {},
  port = 0,
): Promise<string> {
  const surroundings = { openDatabase, clock, signal, version: "9.9", log: () => undefined };
  const wish = { host, port, dataFolder: "/nowhere", url, environment };
  const service = await openService(surroundings, wish);
  ending.push(() => service.stop());
  return service.address.replace("0.0.0.0", "127.0.0.1");
}

describe.each(servers)("fulcrum serve where others can reach it, on $name,", (server) => {
  it("does not start before there is something to sign in with, and says what to do", async () => {
    const own = await ownDatabase(server);
    for (const [host, environment] of [
      ["0.0.0.0", {}],
      ["::", {}],
      ["127.0.0.1", { FULCRUM_PUBLIC_URL: "https://fulcrum.example" }],
    ] as const)
      await expect(serve(own, host, environment)).rejects.toMatchObject({
        code: "not-protected",
        next: expect.stringContaining("fulcrum token create"),
      });
    const access = await accessOf(own);
    const about = { name: "till", role: "admin", organisations: null, createdBy: null } as const;
    const { token } = await createToken({ clock, access }, { ...about, days: 1 });
    await access.tokens.revoke(token.id, clock.now());
    await expect(serve(own, "0.0.0.0")).rejects.toMatchObject({ code: "not-protected" });
  });

  it("takes no address that others reach before it is known that they have to sign in", async () => {
    const own = await ownDatabase(server);
    const other = createServer().listen(0, "0.0.0.0");
    await once(other, "listening");
    ending.push(async () => void (await once(other.close(), "close")));
    const { port } = other.address() as AddressInfo;
    const asked = (environment: Readonly<Record<string, string>>, host: string) =>
      serve(own, host, environment, port);
    const behindProxy = { FULCRUM_PUBLIC_URL: "https://fulcrum.example" };
    await expect(asked({}, "0.0.0.0")).rejects.toMatchObject({ code: "not-protected" });
    await expect(asked(behindProxy, "127.0.0.1")).rejects.toMatchObject({ code: "not-protected" });
    await expect(asked({}, "127.0.0.1")).rejects.toMatchObject({ code: "address-in-use" });
  });

  it("lets in who has a token and nobody else, on the machine itself neither, and writes it down", async () => {
    const own = await ownDatabase(server);
    const access = await accessOf(own);
    const about = { name: "till", role: "admin", organisations: null, createdBy: null } as const;
    const { text } = await createToken({ clock, access }, { ...about, days: 1 });
    const address = await serve(own, "0.0.0.0");
    const headers = { authorization: `Bearer ${text}`, "content-type": "application/json" };
    const body = JSON.stringify({ name: "ci", role: "viewer" });
    expect((await fetch(`${address}healthz`)).status).toBe(200);
    expect((await fetch(`${address}api/v1/tokens`)).status).toBe(401);
    const made = await fetch(`${address}api/v1/tokens`, { method: "POST", headers, body });
    expect(made.status).toBe(201);
    const { token: weaker } = (await made.json()) as { token: string };
    const denied = await fetch(`${address}api/v1/tokens`, {
      headers: { authorization: `Bearer ${weaker}` },
    });
    expect(denied.status).toBe(403);
    const read = await fetch(`${address}api/v1/audit`, { headers });
    const lines = (await read.text()).trimEnd().split("\n");
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
      { identity: "nobody", outcome: "denied", reason: "no-identity" },
      { token: { name: "till" }, verb: "create-token", outcome: "done", status: 201 },
      { token: { name: "ci" }, verb: "list-tokens", outcome: "denied", reason: "role" },
    ]);
    // What opens a door is nowhere in the database.
    const rows = await own.query(
      "select to_jsonb(t)::text as row from access_token t union all select to_jsonb(a)::text from audit_entry a",
    );
    expect(JSON.stringify(rows)).not.toContain(text.slice(8, 40));
    expect(rows.length).toBe(2 + lines.length);
  });

  it("lets a person do everything who sits at a machine that nobody else reaches", async () => {
    const own = await ownDatabase(server);
    const address = await serve(own, "127.0.0.1");
    expect(await (await fetch(`${address}api/v1/me`)).json()).toMatchObject({
      kind: "machine",
      role: "admin",
    });
  });
});
