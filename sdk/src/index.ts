export type {
  CallOptions,
  FoundRecord,
  Job,
  JobEvent,
  ListName,
  RecordOf,
  Schemas,
  SectionName,
  SectionOf,
} from "./call-types.ts";
export { Client, type ClientOptions } from "./client.ts";
export { ForeignAnswerError, ProblemError, UnreachedError, type ProblemCode } from "./errors.ts";
export type { FollowOptions } from "./follow-job.ts";
export { Fulcrum, Organisation, type RecordsWanted, type Wanted } from "./fulcrum.ts";
export type { Retries } from "./retrying.ts";
