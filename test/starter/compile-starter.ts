import { rmSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { projectRoot } from "../architecture/project-files.ts";
import { nameStarter } from "./compiled-starter.ts";

/** Before the first test: the small process that starts git, for code that is run from source. Afterwards it goes. */
export async function setup(): Promise<() => void> {
  const file = nameStarter();
  const bundle = await rolldown({
    input: join(projectRoot, "src", "sources", "git", "starting", "starter-process.ts"),
    platform: "node",
    resolve: { conditionNames: ["source"] },
  });
  await bundle.write({ file, format: "esm" });
  await bundle.close();
  return () => {
    rmSync(file, { force: true });
  };
}
