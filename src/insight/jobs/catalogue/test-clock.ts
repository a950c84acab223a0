import type { Job } from "../job.ts";

export const testClock: Job = {
  id: "test-clock",
  title: "Clock in tests",
  definition: "Stops or moves the clock while tests run.",
  countsIn: "any",
  solutions: [
    { packages: ["pkg:npm/mockdate"], reason: "replaces Date" },
    { packages: ["pkg:npm/timekeeper"], reason: "replaces Date" },
    {
      packages: ["pkg:npm/%40sinonjs/fake-timers", "pkg:npm/lolex"],
      reason: "replaces Date and timers",
    },
    { packages: ["pkg:npm/jest-date-mock"], reason: "replaces Date in Jest" },
    { packages: ["pkg:gem/timecop"], reason: "freezes and travels" },
    { packages: ["pkg:gem/delorean"], reason: "travels" },
    {
      packages: ["pkg:pypi/freezegun", "pkg:pypi/pytest-freezegun", "pkg:pypi/pytest-freezer"],
      reason: "freezes",
    },
    { packages: ["pkg:pypi/time-machine"], reason: "travels, written in C" },
    { packages: ["pkg:golang/github.com/benbjohnson/clock"], reason: "injected clock" },
    { packages: ["pkg:golang/github.com/jonboulle/clockwork"], reason: "injected clock" },
    {
      packages: ["pkg:golang/k8s.io/utils/clock", "pkg:golang/github.com/tilinna/clock"],
      reason: "injected clock",
    },
  ],
  absent: { maven: "the standard library's java.time.Clock is injected" },
};
