import { z } from "zod";
import { problem } from "#contract/primitives.ts";
import { spot } from "../blind-spots/blind-spot.ts";
import { defineSection } from "../define-section.ts";
import { tellProblems } from "./explain.ts";
import { findProblems } from "./find-problems.ts";
import { kindsNotRead } from "./kinds-not-read.ts";

const notRead =
  /^(?:unreadable|outside-folder|other-repository|not-a-repository|missing-object|shallow)/;

/** Everything that was refused or skipped, by reading and by the sections before. */
export const problems = defineSection({
  name: "problems",
  noun: "problem",
  schema: { problems: z.array(problem) },
  needs: {},
  conclude: ({ repositories, readingProblems, collected, model, asked }) =>
    findProblems(repositories, [...readingProblems, ...collected.problems], model, asked),
  present: (result) => ({ problems: [...result] }),
  n: ({ result }) => result.length,
  blindSpots: ({ result }) => [
    spot({
      what: "repositories or objects that could not be read",
      one: "repository or object that could not be read",
      where: result.filter(({ code }) => notRead.test(code)).map((one) => one.where),
      sharpen: "Clone them whole, or make them readable.",
      each: 4,
    }),
    spot({
      what: "kinds of manifest and lock file that are not read",
      one: "kind of manifest or lock file that is not read",
      where: kindsNotRead(result),
      sharpen: "Nothing, unless a use is missing: then add it with `fulcrum correct edge`.",
      each: 1,
    }),
  ],
  tells: tellProblems,
});
