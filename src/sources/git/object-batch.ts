import { readBlobs, type TakeBlob } from "./blobs.ts";
import type { GitLocation } from "./run.ts";

interface Wish {
  readonly start: number;
  readonly take: TakeBlob;
}

/** Gathers what several readers want to see, and reads it through one process: starting one costs more than most wishes. */
export class ObjectBatch {
  private readonly ids: string[] = [];
  private readonly wishes: Wish[] = [];

  /** `take` is called in the order of `ids`, counting from 0, when the batch is read. */
  ask(ids: readonly string[], take: TakeBlob): void {
    if (ids.length === 0) return;
    this.wishes.push({ start: this.ids.length, take });
    for (const id of ids) this.ids.push(id);
  }

  async read(location: GitLocation, signal?: AbortSignal): Promise<void> {
    let at = 0;
    await readBlobs(
      location,
      this.ids,
      (index, ...reply) => {
        while ((this.wishes[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= index) at++;
        const wish = this.wishes[at];
        wish?.take(index - wish.start, ...reply);
      },
      { signal },
    );
  }
}
