import { rmSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { projectRoot } from "../architecture/project-files.ts";
import { compiledStarter } from "./compiled-starter.ts";

/** Before the first test: the small process that starts git, for code that is run from source. Afterwards it goes. */
export async function setup(): Promise<() => void> {
  const bundle = await rolldown({
    input: join(projectRoot, "src", "sources", "git", "starting", "starter-process.ts"),
    platform: "node",
    resolve: { conditionNames: ["source"] },
  });
  await bundle.write({ file: compiledStarter, format: "esm" });
  await bundle.close();
  return () => {
    rmSync(compiledStarter, { force: true });
  };
}
