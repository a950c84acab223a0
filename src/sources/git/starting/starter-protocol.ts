/** What the process that starts git is told. */
export type ToStarter =
  | {
      readonly kind: "start";
      /** Unguessable: what a connection says first, so that nobody else's is taken for it. */
      readonly id: string;
      readonly program: string;
      readonly args: readonly string[];
      readonly environment: NodeJS.ProcessEnv;
      /** Where to connect the program's output, and its input where it is given any. */
      readonly socket: string;
      readonly hasInput: boolean;
    }
  | { readonly kind: "kill"; readonly id: string };

/** What it tells of a program that ended, or could not be started. */
export type FromStarter =
  | {
      readonly kind: "ended";
      readonly id: string;
      readonly code: number | null;
      readonly signal: NodeJS.Signals | null;
      readonly complaint: string;
    }
  | {
      readonly kind: "not-started";
      readonly id: string;
      readonly errorCode: string | null;
      readonly text: string;
    };

/** Of what a program writes to its standard error so much is kept, in characters. */
export const longestComplaint = 4096;

/** What a connection says first: the id of the start, and what flows through it. */
export const headerOf = (id: string, flows: "input" | "output"): string =>
  `${id} ${flows.padEnd(6)}\n`;

/** In bytes. */
export const headerLength = 40;
