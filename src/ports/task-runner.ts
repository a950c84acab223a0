/** Runs tasks of one kind, several at a time: in this process, in threads, or in processes of their own. */
export interface TaskRunner<Task, Result> {
  readonly width: number;
  run(task: Task, signal: AbortSignal): Promise<Result>;
  close(): Promise<void>;
}
