import type { Clock } from "#ports/context.ts";

/** How much of a window's requests is left to somebody. */
export interface Allowance {
  readonly limit: number;
  readonly remaining: number;
  /** Until all of them are there again. */
  readonly seconds: number;
  readonly isOver: boolean;
}

const windowMs = 60_000;
/** Of whom it is known what they asked; beyond, those of windows that ended are forgotten. */
const mostKeys = 10_000;

/** Requests a minute by whoever asks, counted in this process. */
export class RateLimit {
  private readonly clock: Clock;
  private readonly windows = new Map<string, { readonly endsAt: number; taken: number }>();

  constructor(clock: Clock) {
    this.clock = clock;
  }

  take(key: string, limit: number): Allowance {
    const now = this.clock.now();
    let window = this.windows.get(key);
    if (window === undefined || window.endsAt <= now || window.endsAt > now + windowMs) {
      if (this.windows.size >= mostKeys) this.sweep(now);
      window = { endsAt: now + windowMs, taken: 0 };
      this.windows.set(key, window);
    }
    window.taken++;
    return {
      limit,
      remaining: Math.max(0, limit - window.taken),
      seconds: Math.ceil((window.endsAt - now) / 1000),
      isOver: window.taken > limit,
    };
  }

  private sweep(now: number): void {
    for (const [key, { endsAt }] of this.windows) if (endsAt <= now) this.windows.delete(key);
    // Addresses without end: the oldest half goes, so that memory stays bounded.
    const extra = this.windows.size - mostKeys / 2;
    if (extra > 0)
      for (const key of [...this.windows.keys()].slice(0, extra)) this.windows.delete(key);
  }
}

export function limitHeaders({
  limit,
  remaining,
  seconds,
  isOver,
}: Allowance): Record<string, string> {
  return {
    "RateLimit-Limit": String(limit),
    "RateLimit-Remaining": String(remaining),
    "RateLimit-Reset": String(seconds),
    ...(isOver ? { "Retry-After": String(seconds) } : {}),
  };
}
