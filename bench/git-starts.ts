import { parseArgs } from "node:util";
import { launchHere, type Launch } from "#sources/git/starting/program.ts";
import { hasStarter, ProgramStarter } from "#sources/git/starting/program-starter.ts";
import { median } from "./measure.ts";

const usage = `usage: npm run bench -- git-starts [--megabytes 0,200,400] [--starts 40]

What it costs a process of so many megabytes to start git once: by itself, and through the small process beside it. Milliseconds
until git has ended, and of them those in which the process can do nothing else; medians.`;

interface Start {
  readonly milliseconds: number;
  /** In which nothing else could be done. */
  readonly heldMilliseconds: number;
}

async function startOnce(launch: Launch): Promise<Start> {
  const began = performance.now();
  const { ended } = launch({
    program: "git",
    args: ["version"],
    environment: process.env,
    input: null,
    onOutput: () => undefined,
  });
  const heldMilliseconds = performance.now() - began;
  await ended;
  return { milliseconds: performance.now() - began, heldMilliseconds };
}

async function measured(launch: Launch, count: number): Promise<string> {
  await startOnce(launch);
  const all: Start[] = [];
  for (let at = 0; at < count; at++) all.push(await startOnce(launch));
  const of = (valueOf: (one: Start) => number): string => median(all.map(valueOf)).toFixed(1);
  return `${of((one) => one.milliseconds)} ms, held for ${of((one) => one.heldMilliseconds)} ms`;
}

const { values } = parseArgs({
  options: {
    megabytes: { type: "string", default: "0,200,400" },
    starts: { type: "string", default: "40" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) console.log(usage);
else {
  const held: Buffer[] = [];
  const starter = hasStarter() ? new ProgramStarter(["/bin/sh", "-c", 'exec "$@"', "sh"]) : null;
  for (const megabytes of values.megabytes.split(",").map(Number)) {
    while (held.length < megabytes) held.push(Buffer.alloc(1_048_576, 1));
    const count = Number(values.starts);
    console.log(`${String(held.length)} MB more, by itself: ${await measured(launchHere, count)}`);
    console.log(
      starter === null
        ? "the small process: not on this system"
        : `${String(held.length)} MB more, by the small process: ${await measured(starter.launch, count)}`,
    );
  }
  starter?.end();
}
