import { rmSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";

/**
 * The command line in few files, from what the compiler wrote: Node takes half a millisecond for each module that it loads,
 * and there are some nine hundred. Packages stay where npm puts them. Threads begin at entries of their own, beside the others,
 * where the code that starts them looks.
 */
const dist = join(import.meta.dirname, "..", "dist");
const folder = join(dist, "bundle");
rmSync(folder, { recursive: true, force: true });
const bundle = await rolldown({
  input: {
    main: join(dist, "main.js"),
    "read-guard-worker": join(dist, "operations", "reading", "read-guard-worker.js"),
    "starter-process": join(dist, "sources", "git", "starting", "starter-process.js"),
    "read-worker": join(dist, "operations", "reading", "read-worker.js"),
    "read-code-worker": join(dist, "read-code-worker.js"),
    "compare-worker": join(dist, "operations", "duplication", "compare-worker.js"),
  },
  platform: "node",
  external: (id) => /^[^.#/]/.test(id),
  onLog: (_level, log) => {
    throw new Error(log.message);
  },
});
await bundle.write({
  dir: folder,
  format: "esm",
  entryFileNames: "[name].js",
  chunkFileNames: "[name]-[hash].js",
});
await bundle.close();
