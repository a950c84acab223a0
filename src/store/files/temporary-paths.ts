import { rmSync } from "node:fs";
import { readPlainTextSync } from "#kernel/plain-file.ts";
import { BroadcastChannel } from "node:worker_threads";

/** Something on disk that must not outlive this process. Its name is used once only, so that a late removal harms nobody. */
interface TemporaryPath {
  readonly path: string;
  /** Removed only while this is its content: names of locks are used again, by others. */
  readonly content: string | null;
}

const name = "fulcrum-temporary-paths";
let channel: BroadcastChannel | null = null;

/** To be called before it is made, in whatever thread: whoever ends the process by force removes what is still there. */
export function noteTemporaryPath(path: string, content: string | null = null): void {
  if (channel === null) {
    channel = new BroadcastChannel(name);
    channel.unref();
  }
  const noted: TemporaryPath = { path, content };
  channel.postMessage(noted);
}

/** Collects what is noted in all threads but this one; the result removes it. */
export function collectTemporaryPaths(): () => void {
  const noted = new Map<string, TemporaryPath>();
  const listening = new BroadcastChannel(name);
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- its types know no other way
  listening.onmessage = (event: unknown) => {
    const data = typeof event === "object" && event !== null && "data" in event ? event.data : null;
    if (isTemporaryPath(data)) noted.set(data.path, data);
  };
  listening.unref();
  return () => {
    for (const { path, content } of noted.values()) {
      try {
        if (content === null || readPlainTextSync(path) === content)
          rmSync(path, { recursive: true, force: true });
      } catch {
        // gone already, or nobody's to remove
      }
    }
  };
}

function isTemporaryPath(data: unknown): data is TemporaryPath {
  return (
    typeof data === "object" &&
    data !== null &&
    "path" in data &&
    typeof data.path === "string" &&
    "content" in data &&
    (data.content === null || typeof data.content === "string")
  );
}
