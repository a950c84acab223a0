import { describe, expect, it, test } from "vitest";
import { defineRoute, type Route, type RouteGroup } from "#surfaces/http/route.ts";
import { routeGroups } from "#surfaces/http/routes/index.ts";
import { z } from "zod";
import { accessTable, mayDo, roles, type Permission } from "#vocabulary/access.ts";
import { askedService, closed, open } from "./asked-service.ts";

const permissions = Object.keys(accessTable) as Permission[];

/** Each permission once more where an organisation stands in the address. */
const ofOrganisations: RouteGroup = {
  name: "Tried",
  routes: permissions.map((permission) =>
    defineRoute({
      method: accessTable[permission].isWrite ? "post" : "get",
      path: `/tried/{organisation}/${permission}`,
      permission,
      summary: "Tried",
      params: z.object({ organisation: z.string() }),
      answers: { 200: { description: "It was reached.", schema: z.object({}) } },
      answer: () => Promise.resolve({ body: {} }),
    }),
  ),
};

/** As they are registered; what they do is left out, and what was reached is counted. */
function reachable() {
  const reached: Route[] = [];
  const groups = [...routeGroups, ofOrganisations].map((group) => ({
    ...group,
    routes: group.routes.map((route): Route => {
      const { body: _, params: _params, query: _query, takesBytes: _bytes, ...rest } = route;
      const answer: Route["answer"] = async () => {
        reached.push(route);
        return { body: {} };
      };
      return { ...rest, answer };
    }),
  }));
  return { reached, groups };
}

const routes = [...routeGroups, ofOrganisations].flatMap((group) => group.routes);
const organisation = "bakery";
const askFor = ({ method, path }: Route): [string, RequestInit] => [
  path.replace("{organisation}", organisation).replaceAll(/\{\w+\}/g, "1"),
  { method: method.toUpperCase() },
];
const isOf = ({ path }: Route): boolean => path.includes("{organisation}");
const forAnybody = ({ permission }: Route): boolean => accessTable[permission].least === null;
const aboutOneself: readonly Permission[] = ["see-self", "sign-out"];

/** Everybody who may come: the headers that they send, and whether the table lets them. */
async function everybody({ bearer, time, access }: ReturnType<typeof askedService>) {
  const may = (role: (typeof roles)[number]) => (route: Route) => mayDo(role, route.permission);
  const known = await Promise.all(
    roles.map(async (role) => ({ name: role, ...(await bearer({ role })), mayAsk: may(role) })),
  );
  const days = 1;
  const expired = await bearer({ role: "admin", days });
  const revoked = await bearer({ role: "admin" });
  await access.tokens.revoke(revoked.id, time.now);
  time.now += 86_400_000;
  const own = await bearer({ role: "admin", organisations: [organisation] });
  const other = await bearer({ role: "admin", organisations: ["florist", "bakery2"] });
  return [
    ...known,
    { name: "nobody", headers: {}, mayAsk: forAnybody },
    { name: "expired", ...expired, mayAsk: forAnybody },
    { name: "revoked", ...revoked, mayAsk: forAnybody },
    { name: "made up", headers: { authorization: "Bearer fulcrum_x" }, mayAsk: forAnybody },
    {
      name: "admin of this organisation",
      ...own,
      mayAsk: (route: Route) =>
        isOf(route) || forAnybody(route) || aboutOneself.includes(route.permission),
    },
    {
      name: "admin of another organisation",
      ...other,
      mayAsk: (route: Route) => forAnybody(route) || aboutOneself.includes(route.permission),
    },
  ];
}

describe("every route that is registered", () => {
  it("answers whom the table lets, and nobody else; the audit has the writes and the denials, and no more", async () => {
    const { groups, reached } = reachable();
    const service = askedService(closed, groups);
    const people = await everybody(service);
    const seen: string[] = [];
    const wanted: string[] = [];
    reached.splice(0);
    service.access.entries.splice(0);
    let denials = 0;
    for (const { name, headers, mayAsk } of people)
      for (const route of routes) {
        const [path, init] = askFor(route);
        // Each from an address of their own: what is tried here is not how much.
        const from = `192.0.2.${name} ${path}`;
        const before = reached.length;
        const { status } = await service.ask(path, { ...init, headers, from });
        const isReached = reached.length > before;
        if (!isReached) denials++;
        const one = `${route.method} ${route.path} by ${name}: `;
        seen.push(`${one}${isReached ? "answered" : String(status === 401 || status === 403)}`);
        wanted.push(`${one}${mayAsk(route) ? "answered" : "true"}`);
      }
    expect(seen).toEqual(wanted);
    expect(seen.length).toBe(people.length * routes.length);
    const writes = reached.filter(({ permission }) => accessTable[permission].isWrite).length;
    expect([writes > 20, denials > 100]).toEqual([true, true]);
    const { entries } = service.access;
    expect(entries.filter(({ outcome }) => outcome === "done")).toHaveLength(writes);
    expect(entries.filter(({ outcome }) => outcome === "denied")).toHaveLength(denials);
    expect(entries).toHaveLength(writes + denials);
  });

  it("is reached by whoever sits at a machine of one's own, and the audit has the writes", async () => {
    const { groups, reached } = reachable();
    const { ask, access } = askedService(open, groups);
    for (const route of routes) await ask(...askFor(route));
    expect(reached).toHaveLength(routes.length);
    const writes = routes.filter(({ permission }) => accessTable[permission].isWrite);
    expect(access.entries.map(({ identity, outcome }) => [identity, outcome])).toEqual(
      writes.map((route) => [forAnybody(route) ? "nobody" : "machine", "done"]),
    );
  });
});

test("a write that fails, or is never finished, stands in the audit as that", async () => {
  const failing = ofOrganisations.routes
    .filter(({ permission }) => permission === "create-token")
    .map((route): Route => ({ ...route, answer: () => Promise.reject(new Error("burnt")) }));
  const { ask, access, bearer } = askedService(closed, [{ name: "Tried", routes: failing }]);
  const admin = await bearer({ role: "admin" });
  const path = `/tried/${organisation}/create-token`;
  expect((await ask(path, { ...admin, method: "POST" })).status).toBe(500);
  expect(access.entries).toMatchObject([
    { verb: "create-token", outcome: "failed", status: 500, target: path, tokenId: admin.id },
  ]);
  Object.assign(access.audit, { finish: () => Promise.reject(new Error("the database is gone")) });
  expect((await ask(path, { ...admin, method: "POST" })).status).toBe(500);
  expect(access.entries.at(-1)).toMatchObject({ outcome: "begun" });
});

test("where the audit cannot be written, nothing is changed and nobody is let in", async () => {
  const { groups, reached } = reachable();
  const { ask, access, bearer, logged } = askedService(closed, groups);
  const admin = await bearer({ role: "admin" });
  Object.assign(access.audit, { add: () => Promise.reject(new Error("the disk is full")) });
  const path = `/tried/${organisation}/create-token`;
  expect((await ask(path, { ...admin, method: "POST" })).status).toBe(500);
  expect((await ask(path, { method: "POST" })).status).toBe(401);
  expect(reached).toEqual([]);
  expect(JSON.stringify(logged)).toContain("the disk is full");
});
