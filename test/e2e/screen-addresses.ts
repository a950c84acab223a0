import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../architecture/project-files.ts";

const list = readFileSync(join(projectRoot, "web", "src", "app", "screens.tsx"), "utf8");

/** Of every screen of the page, in the order of its list: whoever adds one need not say so again. */
export const screenAddresses: readonly string[] = Array.from(
  list.matchAll(/^\s+(?:\{ )?path: "([a-z-]*)",/gm),
  ([, path = ""]) => `#/${path}`,
);
