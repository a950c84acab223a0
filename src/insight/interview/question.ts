import type { InterviewTopic } from "#vocabulary/declared.ts";

/** Something that no repository says and somebody in the organisation knows. */
export interface InterviewQuestion {
  readonly id: string;
  readonly topic: InterviewTopic;
  readonly text: string;
  /** What the answer decides. */
  readonly decides: string;
  /** Null: free text. `unsure` is always accepted and says nothing. */
  readonly choices: readonly { readonly id: string; readonly text: string }[] | null;
}

export const unsure = { id: "unsure", text: "I do not know" } as const;

/** A question with its choices, `unsure` added. */
export function ask(
  id: string,
  question: Pick<InterviewQuestion, "topic" | "text" | "decides">,
  choices: Readonly<Record<string, string>> | null,
): InterviewQuestion {
  return {
    id,
    ...question,
    choices:
      choices === null
        ? null
        : [...Object.entries(choices).map(([key, words]) => ({ id: key, text: words })), unsure],
  };
}
