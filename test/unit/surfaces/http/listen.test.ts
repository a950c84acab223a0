import { createServer } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import type { AnswerRequest } from "#surfaces/http/application.ts";
import { listen, usualLimits, type Limits, type Listening } from "#surfaces/http/listen.ts";
import { listenAddress } from "#surfaces/http/loopback.ts";

const open: Listening[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.stop();
});

async function bakery(
  limits: Partial<Limits> = {},
  answer: AnswerRequest = () => Promise.resolve(new Response("bread")),
): Promise<Listening> {
  const listening = await listen(
    answer,
    { host: "127.0.0.1", port: 0 },
    { ...usualLimits, ...limits },
  );
  open.push(listening);
  return listening;
}

/** Everything that the server says to what is sent, until it hangs up. */
function said(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    let heard = "";
    socket.on("data", (chunk) => (heard += chunk.toString("utf8")));
    socket.on("error", reject);
    socket.on("close", () => resolve(heard));
  });
}

describe("the service", () => {
  test("hangs up on a head that does not end, and on one that is too large", async () => {
    const { port } = await bakery({ headersMs: 200, headerBytes: 1_024 });
    expect(await said(port, "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")).toMatch(/^HTTP\/1\.1 408 /);
    const large = `GET / HTTP/1.1\r\nHost: x\r\nX-Large: ${"x".repeat(4_096)}\r\n\r\n`;
    expect(await said(port, large)).toMatch(/^HTTP\/1\.1 431 /);
    expect(await said(port, "bread please\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
  });

  test("hangs up on a body that does not end", async () => {
    const limits = { headersMs: 200, requestMs: 300 };
    const { port } = await bakery(limits, async (request) => new Response(await request.text()));
    const head = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n";
    expect(await said(port, `${head}drop by drop`)).toMatch(/^HTTP\/1\.1 408 /);
  });

  test("lets a request end that runs when it is to stop, and takes no other", async () => {
    let finish: (response: Response) => void = () => undefined;
    let begun: () => void = () => undefined;
    const isRunning = new Promise<void>((resolve) => (begun = resolve));
    const listening = await bakery({}, () => {
      begun();
      return new Promise((resolve) => (finish = resolve));
    });
    const running = fetch(`http://127.0.0.1:${String(listening.port)}/`);
    await isRunning;
    const stopping = listening.stop();
    await expect(fetch(`http://127.0.0.1:${String(listening.port)}/`)).rejects.toThrow();
    finish(new Response("bread"));
    expect(await (await running).text()).toBe("bread");
    await stopping;
    open.splice(0);
  });

  test("does not wait without end for one that never ends", async () => {
    const listening = await bakery({ drainMs: 100 }, () => new Promise(() => undefined));
    const running = fetch(`http://127.0.0.1:${String(listening.port)}/`).catch(() => "cut");
    await new Promise((resolve) => setTimeout(resolve, 50));
    await listening.stop();
    expect(await running).toBe("cut");
    open.splice(0);
  });

  test("says which port another program has", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const at = other.address();
    const port = typeof at === "object" && at !== null ? at.port : 0;
    await expect(
      listen(() => Promise.resolve(new Response()), { host: "127.0.0.1", port }, usualLimits),
    ).rejects.toMatchObject({
      code: "address-in-use",
      message: expect.stringContaining(`${port}`),
    });
    await new Promise((resolve) => other.close(resolve));
  });
});

describe("an address to listen on", () => {
  test.each([
    ["localhost", "127.0.0.1"],
    ["127.0.0.1", "127.0.0.1"],
    ["127.8.0.9", "127.8.0.9"],
    ["[::1]", "::1"],
  ])("%s is this machine's own", (host, bound) => {
    expect(listenAddress(host)).toEqual({ address: bound, isLoopback: true });
  });

  test.each([
    "0.0.0.0",
    "::",
    "192.168.1.2",
    "bakery.example",
    "127.0.0.1.evil.example",
    "127.1",
    "",
  ])("%j is not: others could reach it", (host) => {
    expect(listenAddress(host).isLoopback).toBe(false);
  });
});
