import type { Log } from "#ports/context.ts";

/** Says with `--debug` what each stage of a comparison took: wall time, processor time of all threads, memory at its end. */
export class StageClock {
  private readonly log: Log;
  private wall = performance.now();
  private used = process.cpuUsage();

  constructor(log: Log) {
    this.log = log;
  }

  /** Ends the stage that began with the last call. */
  end(stage: string): void {
    const wall = performance.now();
    const { user, system } = process.cpuUsage(this.used);
    this.log.debug(
      `${stage}: ${(wall - this.wall).toFixed(0)} ms, ${((user + system) / 1000).toFixed(0)} ms of processor time, ${(process.memoryUsage.rss() / 2 ** 20).toFixed(0)} MB`,
    );
    this.wall = wall;
    this.used = process.cpuUsage();
  }
}
