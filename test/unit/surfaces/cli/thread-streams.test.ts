import { createInterface } from "node:readline";
import { MessageChannel } from "node:worker_threads";
import { afterEach, expect, test, vi } from "vitest";
import {
  streamsThrough,
  type FromThread,
  type ThreadStreams,
  type ToThread,
} from "#surfaces/cli/thread-streams.ts";

const look = { isTTY: true, columns: 100 };
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

interface Till {
  readonly streams: ThreadStreams;
  /** What came out of the thread, in its order. */
  readonly said: FromThread[];
  readonly tell: (message: ToThread) => void;
  readonly stops: () => number;
  /** Would the thread be kept alive for what is to come? */
  readonly isAwaited: () => boolean;
}

function open(answer: (message: FromThread, tell: (message: ToThread) => void) => void): Till {
  const { port1: thread, port2: process } = new MessageChannel();
  closing.push(() => thread.close());
  let stops = 0;
  let isAwaited = true;
  vi.spyOn(thread, "ref").mockImplementation(() => void (isAwaited = true));
  vi.spyOn(thread, "unref").mockImplementation(() => void (isAwaited = false));
  const said: FromThread[] = [];
  const tell = (message: ToThread): void => process.postMessage(message);
  process.on("message", (message: FromThread) => {
    said.push(message);
    answer(message, tell);
  });
  const streams = streamsThrough(thread, { out: look, notes: look }, () => stops++);
  return { streams, said, tell, stops: () => stops, isAwaited: () => isAwaited };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
const textOf = (message: FromThread): string =>
  message.kind === "write" ? `${message.to}: ${Buffer.from(message.bytes).toString()}` : "input";

test("what is written to both streams stays in its order", async () => {
  const { streams, said } = open(() => undefined);
  for (const day of ["Monday", "Tuesday", "Wednesday"]) {
    streams.out.write(`${day}: rye\n`);
    streams.notes.write("Price? ");
  }
  await settled();
  expect(said.map(textOf).slice(0, 4)).toEqual([
    "out: Monday: rye\n",
    "notes: Price? ",
    "out: Tuesday: rye\n",
    "notes: Price? ",
  ]);
});

test("a reader that is slow is waited for", async () => {
  const { streams, said, tell } = open(() => undefined);
  const bread = "x".repeat(3_000_000);
  for (let loaf = 0; loaf < 5; loaf++) streams.out.write(bread);
  await settled();
  expect(said).toHaveLength(2);
  for (const { to, bytes } of said.filter((one) => one.kind === "write"))
    tell({ kind: "written", to, bytes: bytes.length });
  await settled();
  expect(said).toHaveLength(4);
});

test("streams look as those of the process do, also when the window changes", async () => {
  const { streams, tell, stops } = open(() => undefined);
  expect(streams.out).toMatchObject({ isTTY: true, columns: 100 });
  tell({ kind: "look", looks: { out: { isTTY: true, columns: 60 }, notes: look } });
  tell({ kind: "stop" });
  await settled();
  expect(streams.out.columns).toBe(60);
  expect(streams.notes.columns).toBe(100);
  expect(stops()).toBe(1);
});

test("input is asked for when somebody reads, piece by piece, to its end", async () => {
  const pieces = ["rye\nspe", "lt\n", null];
  const { streams, said } = open(({ kind }, tell) => {
    const next = pieces.shift();
    if (kind === "wants-input" && next !== undefined)
      tell({ kind: "input", bytes: next === null ? null : Buffer.from(next) });
  });
  await settled();
  expect(said).toEqual([]);
  const lines: string[] = [];
  for await (const line of createInterface({ input: streams.input })) lines.push(line);
  expect(lines).toEqual(["rye", "spelt"]);
});

test("a thread lives while input is awaited, and no longer when its reader pauses", async () => {
  const { streams, tell, isAwaited } = open(() => undefined);
  expect(isAwaited()).toBe(false);
  const piece = streams.input[Symbol.asyncIterator]().next();
  await settled();
  expect(isAwaited()).toBe(true);
  tell({ kind: "input", bytes: Buffer.from("rye") });
  expect(String((await piece).value)).toBe("rye");

  const till = open(() => undefined);
  till.streams.input.on("data", () => undefined);
  await settled();
  expect(till.isAwaited()).toBe(true);
  till.streams.input.pause();
  expect(till.isAwaited()).toBe(false);
  till.streams.input.resume();
  await settled();
  expect(till.isAwaited()).toBe(true);
});
