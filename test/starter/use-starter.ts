import { pathToFileURL } from "node:url";
import { startThrough } from "#sources/git/starting/program-starter.ts";
import { compiledStarter } from "./compiled-starter.ts";

/* Before each file of tests: to start git from a process as large as one of tests costs several times what git does. */
startThrough(pathToFileURL(compiledStarter()));
