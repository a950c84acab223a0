import type { Command } from "commander";
import type { Session } from "./session.ts";

/** In which order help lists commands; within a stage by name. */
export const stages = ["begin", "ask", "decide", "keep"] as const;

export interface CommandDefinition {
  readonly stage: (typeof stages)[number];
  /** Adds the command, its options and its help to the program. What it does is loaded when it runs. */
  readonly addTo: (program: Command, session: Session) => void;
}

/** A file of `definitions` is named like its command and exports this as `command`; `npm run generate` finds it there. */
export function defineCommand(
  stage: CommandDefinition["stage"],
  addTo: CommandDefinition["addTo"],
): CommandDefinition {
  return { stage, addTo };
}
