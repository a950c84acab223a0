/** Ends this process, and does not return: the signal may reach another thread first, which would leave this one going on meanwhile. */
export function endBySignal(signal: "SIGABRT" | "SIGKILL"): never {
  process.kill(process.pid, signal);
  for (;;);
}
