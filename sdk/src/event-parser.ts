/** One of server-sent events, as the WHATWG's HTML standard reads it (9.2.6). */
export interface ParsedEvent {
  readonly id: string;
  readonly event: string;
  readonly data: string;
}

/** Characters of one event: the service sends no longer ones. */
const longestEvent = 1024 * 1024;

/** Takes text as it arrives, in whatever pieces, and gives the events that are whole. */
export class EventParser {
  private rest = "";
  private isFirst = true;
  private endedWithReturn = false;
  private id = "";
  private event = "";
  private data: string[] = [];
  private size = 0;

  /** Throws RangeError for an event that is longer than one may be. */
  push(piece: string): ParsedEvent[] {
    let text = piece;
    if (this.isFirst && text !== "") {
      this.isFirst = false;
      text = text.replace(/^\uFEFF/, "");
    }
    // The second half of a line break that was cut in two.
    if (this.endedWithReturn && text.startsWith("\n")) text = text.slice(1);
    if (piece !== "") this.endedWithReturn = piece.endsWith("\r");
    const lines = (this.rest + text).split(/\r\n|\r|\n/);
    this.rest = lines.pop() ?? "";
    const found = lines.flatMap((line) => this.take(line));
    if (this.rest.length + this.size > longestEvent)
      throw new RangeError("An event is longer than one may be.");
    return found;
  }

  private take(line: string): ParsedEvent[] {
    if (line === "") return this.finish();
    const at = line.indexOf(":");
    const field = at === -1 ? line : line.slice(0, at);
    const value = at === -1 ? "" : line.slice(at + 1).replace(/^ /, "");
    if (field === "data") {
      this.data.push(value);
      this.size += value.length;
    } else if (field === "event") this.event = value;
    else if (field === "id" && !value.includes("\0")) this.id = value;
    return [];
  }

  private finish(): ParsedEvent[] {
    const { id, event, data } = this;
    this.event = "";
    this.data = [];
    this.size = 0;
    return data.length === 0 ? [] : [{ id, event, data: data.join("\n") }];
  }
}
