import { runCodeJobElsewhere, type CodeJob } from "#operations/duplication/code-job.ts";
import { answerReadings } from "#operations/reading/read-thread.ts";
import { tokenFiles } from "#store/files/clones/token-files.ts";

/** The thread that reads the code of one source after another, wired like `main.ts`: it reads and writes what is kept. */
answerReadings(async (job: CodeJob, send) => runCodeJobElsewhere(job, tokenFiles, send));
