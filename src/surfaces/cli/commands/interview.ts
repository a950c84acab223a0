import { resolve } from "node:path";
import { FulcrumError } from "#kernel/errors.ts";
import { terminalText } from "#kernel/terminal-text.ts";
import { holdInterview, interviewForm, type Interview } from "#operations/hold-interview.ts";
import { interviewLocation } from "#operations/configuration/interview-location.ts";
import { counted } from "#kernel/phrases.ts";
import { contextOf, type CommonOptions, type Session } from "../session.ts";
import type { InterviewTopic } from "#vocabulary/declared.ts";

export interface InterviewOptions extends CommonOptions {
  readonly file?: string;
  readonly role?: string;
  readonly topic?: InterviewTopic;
  readonly again?: true;
  readonly form?: true;
}

/** Asks one question after another; each answer is kept at once. An empty line leaves a question for later, `q` stops. */
export async function runInterview(session: Session, options: InterviewOptions): Promise<void> {
  const context = await contextOf(session, options);
  const { out } = session.terminal;
  const topic = options.topic ?? null;
  if (options.form === true) {
    out.line(interviewForm(topic, new Date(session.clock.now()).toISOString().slice(0, 10)));
    return;
  }
  const path =
    options.file === undefined
      ? await interviewLocation(context, {
          workingFolder: session.workingFolder,
        })
      : resolve(session.workingFolder, options.file);
  const role =
    options.role ?? (await session.ask("Your role (never a name), such as engineering lead: "));
  if (role === null || role.trim() === "") {
    throw new FulcrumError(
      "usage",
      "The interview needs the role of who answers.",
      "Name it: fulcrum interview --role 'engineering lead'",
    );
  }
  const interview = await holdInterview(context, {
    path,
    role: role.trim(),
    topic,
    again: options.again === true,
  });
  if (interview.questions.length === 0) {
    context.log.info("Everything is answered. Ask again with --again.");
    return;
  }
  const kept = await askAll(session, interview);
  out.line(
    terminalText(
      `${counted(kept, "answer")} kept in ${path}${kept < interview.questions.length ? `; ${counted(interview.questions.length - kept, "question")} left: run the same command again` : ""}.`,
    ),
  );
  context.log.info("They count in the next report: fulcrum assess FOLDER");
}

async function askAll(session: Session, interview: Interview): Promise<number> {
  const { out } = session.terminal;
  const total = interview.answeredCount + interview.questions.length;
  let kept = 0;
  for (const [index, question] of interview.questions.entries()) {
    out.line();
    out.line(
      `${out.style.dim(`${String(interview.answeredCount + index + 1)} of ${String(total)}, decides ${question.decides}`)}\n${question.text}`,
    );
    for (const [number, choice] of (question.choices ?? []).entries())
      out.line(`  ${String(number + 1)}  ${choice.text}`);
    const answer = await answerTo(session, question.choices);
    if (answer === "stop") break;
    if (answer === "later") continue;
    await interview.record(question, answer.text);
    kept++;
  }
  return kept;
}

/** Asked again until it is one of the choices; the end of the input stops. */
async function answerTo(
  session: Session,
  choices: Interview["questions"][number]["choices"],
): Promise<{ text: string } | "later" | "stop"> {
  for (;;) {
    const line = await session.ask(choices === null ? "> " : "Number (empty: later, q: stop): ");
    const given = line?.trim() ?? "q";
    if (given === "") return "later";
    if (given === "q") return "stop";
    if (choices === null) return { text: given };
    const chosen = choices[Number(given) - 1] ?? choices.find((one) => one.id === given);
    if (chosen !== undefined) return { text: chosen.id };
    session.terminal.out.line(`A number from 1 to ${String(choices.length)}.`);
  }
}
