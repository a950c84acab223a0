import { runReadJob, type ReadJob } from "./read-job.ts";
import { answerReadings } from "./read-thread.ts";

/** The thread that reads one repository after another; see `read-guard-worker.ts`. */
answerReadings(async (job: ReadJob) => runReadJob(job));
