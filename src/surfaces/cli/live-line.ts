import { terminalText } from "#kernel/terminal-text.ts";
import type { Screen } from "./terminal.ts";

const hideCursor = "\u001b[?25l";
const showCursor = "\u001b[?25h";
/** To the start of the line, and clear what stands there. */
const clearLine = "\r\u001b[2K";
const framesPerSecond = 8;

/**
 * The last line of a terminal, drawn again eight times a second from `text()`, which must be shorter than the screen is wide.
 * Whoever stops by force gives the cursor back, too (`guard-command.ts`).
 */
export class LiveLine {
  private readonly screen: Screen;
  private readonly text: () => string;
  private readonly timer: NodeJS.Timeout;
  private isStopped = false;

  constructor(screen: Screen, text: () => string) {
    this.screen = screen;
    this.text = text;
    screen.stream.write(hideCursor);
    this.draw();
    // A failure that nobody tells the line of must not keep the process.
    this.timer = setInterval(() => this.draw(), 1000 / framesPerSecond).unref();
  }

  /** Writes a line above it; it comes back below with the next frame. */
  above(text: string): void {
    if (!this.isStopped) this.screen.stream.write(clearLine);
    this.screen.line(text);
  }

  /** Leaves nothing of it. */
  stop(): void {
    if (this.isStopped) return;
    this.isStopped = true;
    clearInterval(this.timer);
    this.screen.stream.write(clearLine + showCursor);
  }

  private draw(): void {
    this.screen.stream.write(clearLine + terminalText(this.text()));
  }
}
