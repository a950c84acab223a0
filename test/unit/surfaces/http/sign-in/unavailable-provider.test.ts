import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { signingInWith } from "#surfaces/http/sign-in/signing-in.ts";
import { askedService, codeOf, publicOrigin, session } from "../access/asked-service.ts";

function signInWith(issuer: string, allowPrivate: boolean, address = "127.0.0.1") {
  const provider = {
    issuer: new URL(issuer),
    clientId: "fulcrum",
    clientSecret: null,
    scopes: "openid",
    groupsClaim: "groups",
    groupRoles: [{ group: "*", role: "viewer" }],
    allowPrivate,
  } as const;
  const signIn = signingInWith({ publicOrigin, session, provider }, async () => [
    { address, family: 4 },
  ]);
  return askedService({ isOpen: false, signIn });
}

test("a provider in a private network is not asked unless that is allowed", async () => {
  for (const address of ["127.0.0.1", "10.0.0.1", "169.254.169.254"]) {
    const { ask, logged } = signInWith("https://id.example", false, address);
    const refused = await ask("/api/v1/sign-in");
    expect([refused.status, await codeOf(refused)]).toEqual([503, "sign-in-unavailable"]);
    expect(JSON.stringify(logged)).toContain("in a private network");
  }
});

test("a provider that sends elsewhere, is another one than it says, or is none lets nobody in", async () => {
  let issuer = "";
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const path = (request.url ?? "").split("/")[1];
    if (path === "elsewhere") response.writeHead(302, { Location: `${issuer}/evil` }).end();
    else if (path === "other")
      response
        .setHeader("Content-Type", "application/json")
        .end(JSON.stringify({ issuer: "https://evil.example" }));
    else response.end("<html>");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  for (const path of ["elsewhere", "other", "none"]) {
    const { ask } = signInWith(`${issuer}/${path}`, true);
    expect(await codeOf(await ask("/api/v1/sign-in"))).toBe("sign-in-unavailable");
    // Whoever comes next has it asked again.
    expect(await codeOf(await ask("/api/v1/sign-in"))).toBe("sign-in-unavailable");
  }
  expect(asked).toHaveLength(6);
  expect(asked.join(" ")).not.toContain("evil");
  server.close();
  server.closeAllConnections();
});

test("without a provider there is nothing to sign in with", async () => {
  const { ask } = askedService({ isOpen: false, signIn: null });
  expect((await ask("/api/v1/sign-in")).status).toBe(404);
  expect((await ask("/api/v1/sign-in/callback?state=x&code=y")).status).toBe(404);
});
