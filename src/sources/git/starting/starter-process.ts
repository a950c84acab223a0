import { spawn, type ChildProcess } from "node:child_process";
import { connect, type Socket } from "node:net";
import { messageOf, systemCodeOf } from "#kernel/errors.ts";
import {
  headerOf,
  longestComplaint,
  type FromStarter,
  type ToStarter,
} from "./starter-protocol.ts";

/*
 * The small process that starts git for a large one: to start a program the system copies the map of all its memory. What
 * git writes goes straight to whoever asked, by a connection that is handed over to it. When that one is no more, all ends.
 */
const running = new Map<string, ChildProcess>();
/** Asked for, and not running yet; true: to be ended as soon as it does. */
const starting = new Map<string, boolean>();

process.on("message", (said: ToStarter) => {
  if (said.kind === "start") {
    starting.set(said.id, false);
    void start(said);
  } else if (starting.has(said.id)) starting.set(said.id, true);
  else running.get(said.id)?.kill("SIGKILL");
});
process.on("disconnect", () => {
  for (const child of running.values()) child.kill("SIGKILL");
  process.exit();
});

function tell(said: FromStarter): void {
  process.send?.(said);
}

async function start({
  id,
  program,
  args,
  environment,
  socket,
  hasInput,
}: Extract<ToStarter, { kind: "start" }>): Promise<void> {
  const connections: Socket[] = [];
  try {
    const output = await connected(socket, headerOf(id, "output"));
    connections.push(output);
    const input = hasInput ? await connected(socket, headerOf(id, "input")) : "ignore";
    if (input !== "ignore") connections.push(input);
    const child = spawn(program, args, { env: environment, stdio: [input, output, "pipe"] });
    watch(id, child);
    if (starting.get(id) === true) child.kill("SIGKILL");
  } catch (error) {
    tell({ kind: "not-started", id, errorCode: systemCodeOf(error), text: messageOf(error) });
  } finally {
    starting.delete(id);
    // The program has them now: they end when it does.
    for (const connection of connections) connection.destroy();
  }
}

function watch(id: string, child: ChildProcess): void {
  running.set(id, child);
  let complaint = "";
  child.stderr?.setEncoding("latin1").on("data", (text: string) => {
    if (complaint.length < longestComplaint) complaint += text;
  });
  child.on("error", (error) => {
    running.delete(id);
    tell({ kind: "not-started", id, errorCode: systemCodeOf(error), text: error.message });
  });
  child.on("close", (code, signal) => {
    if (!running.delete(id)) return;
    tell({ kind: "ended", id, code, signal, complaint });
  });
}

/** Nothing is read here: what comes is for the program. */
function connected(path: string, header: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(path);
    socket.pause();
    socket.once("error", reject);
    socket.write(header, () => {
      resolve(socket);
    });
  });
}
