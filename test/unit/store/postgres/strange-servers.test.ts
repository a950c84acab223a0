import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { expect, it } from "vitest";
import { openDatabase } from "#store/postgres/open-database.ts";

/** A message of PostgreSQL's protocol: its letter, its length, what it says. */
function message(letter: string, ...parts: readonly (string | readonly number[])[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const head = Buffer.alloc(5);
  head.write(letter);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const letIn = [message("R", [0, 0, 0, 0]), message("Z", "I")];
const noRows = [
  message("1"),
  message("2"),
  message("n"),
  message("C", "SELECT 0\0"),
  message("Z", "I"),
];
const refusal = message("E", "SFATAL\0", "C28P01\0", `Mno ${"x".repeat(100_000)}\0`, [0]);

/** What it answers to the first and the second that it is told; it never parts by itself. */
const servers: Readonly<Record<string, readonly [readonly Buffer[], readonly Buffer[]]>> = {
  "says nothing": [[], []],
  "lets in and says nothing": [letIn, []],
  "is no PostgreSQL": [[Buffer.from("HTTP/1.1 400 Bad Request\r\n\r\n")], []],
  "answers without an answer": [letIn, noRows],
  "refuses at length and keeps the connection": [[refusal], []],
};

it.each(Object.entries(servers))(
  "a server that %s is told in words, and holds nobody up",
  async (_what, [first, second]) => {
    const open = new Set<Socket>();
    const server = createServer((socket) => {
      open.add(socket.on("error", () => undefined).on("close", () => open.delete(socket)));
      socket.once("data", () => {
        socket.write(Buffer.concat(first));
        socket.once("data", () => socket.write(Buffer.concat(second)));
      });
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const wish = { dataFolder: "", make: false, signal: AbortSignal.timeout(60_000) };
    const url = `postgres://baker:s3cret@127.0.0.1:${String(port)}/bread`;
    const asked = openDatabase({ ...wish, url }, 500);
    await expect(asked).rejects.toMatchObject({ code: "database-failed" });
    await expect(asked).rejects.toThrow(/^.{20,700}$/s);
    await expect(asked).rejects.not.toThrow("s3cret");
    await expect.poll(() => open.size, { timeout: 5_000 }).toBe(0);
    server.close();
  },
  20_000,
);
