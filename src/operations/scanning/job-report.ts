import type { Log, Progress } from "#ports/context.ts";
import type { JobEvent, RunningJob } from "#ports/jobs.ts";
import type { JobEventKind } from "#vocabulary/jobs.ts";

const betweenMs = 1_000;
const longestText = 1_000;
const mostNotes = 100;

/** What a scan says while it runs, as events of its job: one after the other, and no more than somebody would read. */
export class JobReport {
  readonly progress: Progress;
  readonly log: Log;
  private last: Promise<void> = Promise.resolve();
  private notes = 0;

  /** `onFailure` is told once that nothing can be said any more. */
  constructor(job: RunningJob, now: () => number, onFailure: (error: unknown) => void) {
    let hasFailed = false;
    const tell = (kind: JobEventKind, detail: JobEvent["detail"]): void => {
      this.last = this.last.then(async () => {
        if (hasFailed) return;
        try {
          await job.tell(kind, detail);
        } catch (error) {
          hasFailed = true;
          onFailure(error);
        }
      });
    };
    let stretch = { label: "", total: 0, unit: "" };
    let toldAt = 0;
    const advance = (done: number, isDue: boolean): void => {
      if (!isDue && now() - toldAt < betweenMs) return;
      toldAt = now();
      tell("progress", { ...stretch, done });
    };
    this.progress = {
      start: (label, total, unit) => {
        stretch = { label, total, unit };
        advance(0, true);
      },
      advance: (done) => advance(done, false),
      finish: () => advance(stretch.total, true),
    };
    const note = (text: string): void => {
      this.notes++;
      if (this.notes <= mostNotes) tell("note", { text: text.slice(0, longestText) });
    };
    this.log = { info: note, warn: note, debug: () => undefined };
  }

  /** When everything is told, or never will be. */
  said(): Promise<void> {
    return this.last;
  }
}
