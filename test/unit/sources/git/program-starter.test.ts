import { connect, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { ProgramStart } from "#sources/git/starting/program.ts";
import { hasStarter, ProgramStarter } from "#sources/git/starting/program-starter.ts";

const starters: ProgramStarter[] = [];
afterEach(() => {
  for (const starter of starters.splice(0)) starter.end();
});

function newStarter(): ProgramStarter {
  const starter = new ProgramStarter(["/bin/sh", "-c", 'exec "$@"', "sh"]);
  starters.push(starter);
  return starter;
}

/** Runs a program to its end: what it wrote, and how it ended. */
async function run(starter: ProgramStarter, start: Partial<ProgramStart>) {
  const chunks: Buffer[] = [];
  const { ended } = starter.launch({
    program: "sh",
    args: [],
    environment: process.env,
    input: null,
    onOutput: (chunk) => chunks.push(chunk),
    ...start,
  });
  return { ...(await ended), output: Buffer.concat(chunks) };
}

const script = (text: string): Partial<ProgramStart> => ({ program: "sh", args: ["-c", text] });

describe.skipIf(!hasStarter())("a program that the small process starts", () => {
  it("is given its input and hands on all of its output, byte for byte", async () => {
    const input = Buffer.alloc(3_000_000);
    for (let at = 0; at < input.length; at++) input[at] = (at * 2_654_435_761) >>> 11;
    const { output, code } = await run(newStarter(), { program: "cat", input });
    expect(code).toBe(0);
    expect(output.equals(input)).toBe(true);
  });

  it("sees an end where it is given an empty input, and nothing where it is given none", async () => {
    const starter = newStarter();
    expect((await run(starter, { program: "cat", input: "" })).output.length).toBe(0);
    expect((await run(starter, { program: "cat", input: null })).output.length).toBe(0);
  });

  it("has its own environment, arguments and exit code, and what it complained of", async () => {
    const ran = await run(newStarter(), {
      ...script('printf "%s" "$FLOUR $1"; echo no salt >&2; exit 3'),
      args: ["-c", 'printf "%s" "$FLOUR $1"; echo no salt >&2; exit 3', "sh", "a 'b' $c\n"],
      environment: { PATH: process.env["PATH"], FLOUR: "rye" },
    });
    expect(ran.output.toString()).toBe("rye a 'b' $c\n");
    expect([ran.code, ran.signal, ran.complaint]).toEqual([3, null, "no salt\n"]);
  });

  it("may end before it has read its input", async () => {
    const input = Buffer.alloc(2_000_000, "x");
    const ran = await run(newStarter(), { ...script("printf done"), input });
    expect([ran.code, ran.output.toString()]).toEqual([0, "done"]);
  });

  it("is one of many at once, none of which gets what is another's", async () => {
    const starter = newStarter();
    const numbers = Array.from({ length: 20 }, (_, index) => index);
    const outputs = await Promise.all(
      numbers.map(async (number) => {
        const { output } = await run(starter, { program: "cat", input: `loaf ${String(number)}` });
        return output.toString();
      }),
    );
    expect(outputs).toEqual(numbers.map((number) => `loaf ${String(number)}`));
  });

  it("is ended at once when asked", async () => {
    const sleeping = newStarter().launch({
      program: "sleep",
      args: ["600"],
      environment: process.env,
      input: null,
      onOutput: nothingIsWritten,
    });
    setTimeout(() => sleeping.kill(), 50);
    expect(await sleeping.ended).toMatchObject({ code: null, signal: "SIGKILL" });
  });

  it("that is not there is told by the system's code", async () => {
    await expect(run(newStarter(), { program: "no-such-oven" })).rejects.toMatchObject({
      code: "ENOENT",
    });
  });

  it("is lost with the small process, which is said, and the next start is refused too", async () => {
    const starter = newStarter();
    const lost = run(starter, { program: "sleep", args: ["600"] });
    starter.end();
    await expect(lost).rejects.toThrow("the process that starts programs was lost");
    expect(starter.isLost).toBe(true);
    await expect(run(starter, { program: "cat" })).rejects.toThrow("was lost");
  });
});

describe.skipIf(!hasStarter())("the connections of the small process", () => {
  it("are of nobody who does not know the id of a start", async () => {
    const starter = newStarter();
    await run(starter, { program: "true" });
    const stranger = connect(starter.socket);
    const said: Buffer[] = [];
    const closed = new Promise((resolve) => stranger.on("close", resolve));
    stranger.on("data", (chunk) => said.push(chunk));
    stranger.write(`${"0".repeat(32)} output\n`);
    await closed;
    expect(said).toEqual([]);
  });

  it("keep nobody from ending whose other end says nothing, and are closed with the small process", async () => {
    const starter = newStarter();
    await run(starter, { program: "true" });
    const before = connectionsHeld();
    const strangers = Array.from({ length: 30 }, () => connect(starter.socket));
    const closed = strangers.map(
      (one) => new Promise((resolve) => one.on("error", resolve).on("close", resolve)),
    );
    await Promise.all(strangers.map((one) => new Promise((resolve) => one.on("connect", resolve))));
    for (const one of strangers) one.unref();
    expect((await run(starter, script("printf bread"))).output.toString()).toBe("bread");
    expect(connectionsHeld()).toBeLessThanOrEqual(before);
    starter.end();
    await Promise.all(closed);
  });

  it("of strangers are closed, the oldest first, before they are all that the system allows", async () => {
    const starter = newStarter();
    await run(starter, { program: "true" });
    const oldest = connect(starter.socket);
    const isClosed = new Promise((resolve) => oldest.on("error", resolve).on("close", resolve));
    await new Promise((resolve) => oldest.on("connect", resolve));
    const started = performance.now();
    const others: Socket[] = [];
    // More at once the system does not let wait, unless they are let in meanwhile.
    for (let batch = 0; batch < 11; batch++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const some = Array.from({ length: 100 }, () => connect(starter.socket));
      others.push(...some);
      await Promise.all(
        some.map(
          (one) => new Promise((resolve) => one.on("error", resolve).on("connect", resolve)),
        ),
      );
    }
    await isClosed;
    // Long before a stranger is no longer waited for.
    expect(performance.now() - started).toBeLessThan(8_000);
    for (const one of others) one.destroy();
    expect((await run(starter, script("printf bread"))).output.toString()).toBe("bread");
  });

  it("hand on nothing more once the small process is lost", async () => {
    const starter = newStarter();
    const handedOn: boolean[] = [];
    const { ended } = starter.launch({
      program: "sh",
      args: ["-c", "while echo loaf; do :; done"],
      environment: process.env,
      input: null,
      onOutput: () => {
        handedOn.push(starter.isLost);
        starter.end();
      },
    });
    await expect(ended).rejects.toThrow("was lost");
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(handedOn).toEqual([false]);
  });
});

function nothingIsWritten(): void {
  expect.unreachable("sleep writes nothing");
}

/** Connections that keep this process alive. */
function connectionsHeld(): number {
  return process.getActiveResourcesInfo().filter((one) => one === "PipeWrap").length;
}
