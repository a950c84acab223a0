import type { CacheOptions } from "../commands/cache.ts";
import { addCommonOptions } from "../program-parts.ts";
import { defineCommand } from "../define-command.ts";

export const command = defineCommand("keep", (program, session) => {
  const cache = program
    .command("cache")
    .summary("look after what is kept between assessments")
    .description(
      "Evidence is kept so that the next assessment reads only what is new. Without --cache or folders: that of the last assessment.",
    );
  const actions = [
    ["show", "where it is and how large"],
    ["clear", "remove what was read; the next assessment reads everything again"],
    ["rotate-key", "remove what was read and give everybody another pseudonym"],
  ] as const;
  for (const [action, summary] of actions) {
    const one = cache
      .command(action)
      .description(summary)
      .argument("[folder...]", "folders that were assessed")
      .option("--cache <folder>", "the cache's folder");
    addCommonOptions(one);
    one.action(async (folders: string[], options: CacheOptions) => {
      const { runCache } = await import("../commands/cache.ts");
      await runCache(session, action, folders, options);
    });
  }
});
