/**
 * Where it is noted which file is being read, in memory shared with whoever watches from outside: a reader that never comes
 * back from a file cannot say so itself.
 */
export interface FileWatch {
  begins(path: string): void;
  ends(): void;
}

/** Changes at each note. */
const turn = 0;
/** Bytes of the path; 0: no file is being read. */
const length = 1;
const headBytes = 2 * Int32Array.BYTES_PER_ELEMENT;
const longestPath = 4096;

export const watchBytes = headBytes + longestPath;

export function watchOn(shared: SharedArrayBuffer): FileWatch {
  const head = new Int32Array(shared, 0, 2);
  const room = new Uint8Array(shared, headBytes, longestPath);
  const encoder = new TextEncoder();
  let turns = 0;
  return {
    begins(path) {
      Atomics.store(head, length, 0);
      const { written } = encoder.encodeInto(path, room);
      Atomics.store(head, turn, ++turns);
      Atomics.store(head, length, written);
    },
    ends() {
      Atomics.store(head, length, 0);
      Atomics.store(head, turn, ++turns);
    },
  };
}

export interface WatchedFile {
  readonly turn: number;
  readonly path: string;
}

/** The file that is being read just now, else null. */
export function fileBeingRead(shared: SharedArrayBuffer): WatchedFile | null {
  const head = new Int32Array(shared, 0, 2);
  const bytes = Atomics.load(head, length);
  if (bytes === 0) return null;
  // A text decoder takes no shared memory.
  const path = Buffer.from(new Uint8Array(shared, headBytes, bytes)).toString("utf8");
  return { turn: Atomics.load(head, turn), path };
}

let current: FileWatch | null = null;

/** From now on this thread notes every file that it reads; null: it does not. */
export function watchFiles(watch: FileWatch | null): void {
  current = watch;
}

/** `read` is what a file's content decides the length of. */
export function watched<Result>(path: string, read: () => Result): Result {
  if (current === null) return read();
  current.begins(path);
  try {
    return read();
  } finally {
    current.ends();
  }
}
