import { availableParallelism } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { slowestFiles } from "./test/slowest-files.ts";

/** Where `npm test` wants the results of each run, to add them up. */
const results = process.env["FULCRUM_TEST_RESULTS"];

const resolve = { conditions: ["source"] };

/** The screens are a package of their own, whose names the root's package.json cannot give. */
const screens = {
  ...resolve,
  alias: [
    { find: /^#web\//, replacement: `${join(import.meta.dirname, "web", "src")}/` },
    { find: /^#vocabulary\//, replacement: `${join(import.meta.dirname, "src", "vocabulary")}/` },
  ],
};

/** What starts the servers runs before the tests, where conditions of imports are not known. */
const engine = {
  ...resolve,
  alias: [
    {
      find: /^#(?=(?:contract|evidence|insight|kernel|model|operations|ports|sections|store|vocabulary)\/)/,
      replacement: `${join(import.meta.dirname, "src")}/`,
    },
  ],
};

/** Git is started by a small process, as in what is built. */
const starting = {
  globalSetup: ["test/starter/compile-starter.ts"],
  setupFiles: ["test/starter/use-starter.ts"],
};

/** Browsers, servers and programs that are started: their tests wait for a third of their time. */
const waiting = { maxWorkers: availableParallelism() + 1, sequence: { groupOrder: 1 } };

export default defineConfig({
  test: {
    // What was compiled is kept between runs, by content, in node_modules/.
    experimental: { fsModuleCache: true },
    reporters: [
      "default",
      slowestFiles,
      ...(results === undefined
        ? []
        : [
            ["json", { outputFile: join(results, `${process.pid}.json`) }] satisfies [
              "json",
              object,
            ],
          ]),
    ],
    projects: [
      {
        resolve: screens,
        ssr: { resolve },
        test: {
          name: "unit",
          ...starting,
          include: ["test/{unit,architecture,contract}/**/*.test.ts", "test/*.test.ts"],
          exclude: ["**/*.long.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Tests of pure functions share a process: half the processor time.
          isolate: false,
          // By itself vitest leaves one core idle: of two, half.
          maxWorkers: availableParallelism(),
          sequence: { groupOrder: 0 },
        },
      },
      {
        // Long simulations, histories and processes that are killed: part of the test command, not of verify.
        resolve,
        ssr: { resolve },
        test: {
          name: "exactness",
          ...starting,
          include: ["test/exactness/**/*.test.ts", "test/{unit,architecture}/**/*.long.test.ts"],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          isolate: false,
          ...waiting,
        },
      },
      {
        // On real servers of PostgreSQL: of Fulcrum's own, and of the system where it has one.
        resolve: engine,
        ssr: { resolve },
        test: {
          name: "store",
          include: ["test/store/**/*.test.ts"],
          globalSetup: ["test/store/servers.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          isolate: false,
          ...waiting,
        },
      },
      {
        resolve: screens,
        ssr: { resolve },
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          ...waiting,
          globalSetup: [
            ...starting.globalSetup,
            "test/e2e/report/install-browser.ts",
            "test/sample/write-sample.ts",
          ],
          setupFiles: starting.setupFiles,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          isolate: false,
        },
      },
    ],
  },
});
