import { totalmem } from "node:os";
import { getHeapStatistics } from "node:v8";

/** Bytes that this process may use: what the machine has, or a container leaves of it. */
export function memoryBytes(): number {
  const limit = process.constrainedMemory();
  // Where nothing constrains, some systems say 0 and some a number beyond any machine.
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

/** Bytes of objects that this thread may hold. */
export function heapBytes(): number {
  return getHeapStatistics().heap_size_limit;
}
