import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, test } from "vitest";
import {
  guardedFetch,
  OutgoingFailure,
  type OutgoingRules,
  type ResolveHost,
} from "#surfaces/http/outgoing/guarded-fetch.ts";
import { isPublicAddress } from "#surfaces/http/outgoing/public-address.ts";

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function bakery(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  stops.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

const rules: OutgoingRules = { allowPrivate: true, mostBytes: 1_000, longestMs: 2_000 };
const strict = { ...rules, allowPrivate: false };
const at =
  (...addresses: string[]): ResolveHost =>
  () =>
    Promise.resolve(
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );

test.each([
  "0.0.0.0",
  "10.1.2.3",
  "100.64.0.1",
  "127.0.0.1",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "198.18.0.1",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:10.0.0.1",
  "::ffff:a00:1",
  "::10.0.0.1",
  "64:ff9b::a00:1",
  "2001:0:0:1::1",
  "2001:db8::1",
  "2002:a00:1::",
  "fc00::1",
  "fd12::1",
  "fe80::1%eth0",
  "ff02::1",
])("%s is in no public network", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(["8.8.8.8", "172.32.0.1", "193.0.6.139", "2606:4700::1111", "2a00:1450::8a"])(
  "%s is public",
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

describe("asking somebody elsewhere", () => {
  it.each([
    "https://127.0.0.1/",
    "https://127.1/",
    "https://0x7f000001/",
    "https://2130706433/",
    "https://017700000001/",
    "https://[::1]/",
    "https://[::ffff:7f00:1]/",
    "https://localhost/",
    "http://id.example/",
    "file:///etc/passwd",
  ])("never reaches %s", async (address) => {
    await expect(guardedFetch(address, {}, strict)).rejects.toBeInstanceOf(OutgoingFailure);
  });

  it("is refused where one of several addresses of a name is private", async () => {
    const resolve = at("193.0.6.139", "10.0.0.1");
    await expect(guardedFetch("https://id.example/", {}, { ...strict, resolve })).rejects.toThrow(
      "10.0.0.1",
    );
    const nowhere = guardedFetch("https://id.example/", {}, { ...strict, resolve: at() });
    await expect(nowhere).rejects.toThrow("no address");
  });

  it("keeps to the address that was checked, whatever the name points to a moment later", async () => {
    const port = await bakery((request, response) => response.end(request.headers.host));
    let asked = 0;
    const resolve: ResolveHost = (host) => {
      asked++;
      return at(asked === 1 ? "127.0.0.1" : "192.0.2.1")(host);
    };
    const address = `http://id.example:${String(port)}/`;
    const response = await guardedFetch(address, {}, { ...rules, resolve });
    expect([await response.text(), asked]).toEqual([`id.example:${String(port)}`, 1]);
  });

  it("follows no redirect", async () => {
    const seen: string[] = [];
    const port = await bakery((request, response) => {
      seen.push(request.url ?? "");
      response.writeHead(302, { Location: "/other" }).end();
    });
    const response = await guardedFetch(`http://127.0.0.1:${String(port)}/`, {}, rules);
    expect([response.status, seen]).toEqual([302, ["/"]]);
  });

  it("ends what is too long, too slow, or hangs up", async () => {
    const port = await bakery((request, response) => {
      if (request.url === "/long") response.end("x".repeat(2_000));
      else if (request.url === "/gone") response.destroy();
      else response.write("x");
    });
    const ask = (path: string) =>
      guardedFetch(`http://127.0.0.1:${String(port)}${path}`, {}, { ...rules, longestMs: 200 });
    for (const path of ["/long", "/gone", "/slow"])
      await expect(ask(path)).rejects.toBeInstanceOf(OutgoingFailure);
  });
});
