import type { AssessOptions } from "./assess.ts";
import type { Format } from "../program-parts.ts";

export type DuplicatesOptions = Pick<
  AssessOptions,
  "config" | "jobs" | "cache" | "quiet" | "debug"
> & {
  readonly format: Format | "sarif";
  readonly most?: number;
  readonly kind: "code" | "template" | "fork" | "all";
  readonly changed?: true;
  readonly staged?: true;
  readonly base?: string;
  readonly own?: true;
};
