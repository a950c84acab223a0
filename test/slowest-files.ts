import { relative } from "node:path";
import type { Reporter } from "vitest/node";

const most = 10;

/** Names the files of tests that took longest, hooks and loading included: where to begin when the run is too slow. */
export const slowestFiles: Reporter = {
  onTestRunEnd(modules) {
    if (modules.length <= most) return;
    const files = modules.map((module) => {
      const { duration, collectDuration, setupDuration } = module.diagnostic();
      return {
        name: relative(process.cwd(), module.moduleId),
        seconds: (duration + collectDuration + setupDuration) / 1000,
      };
    });
    const slowest = files.toSorted((one, other) => other.seconds - one.seconds).slice(0, most);
    const lines = slowest.map(
      ({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${name}`,
    );
    console.log(
      [`The slowest ${most} of ${files.length} files of tests:`, ...lines, ""].join("\n"),
    );
  },
};
