/** How often, and after how long, a call is made again that may be made again. */
export interface Retries {
  /** After the first try. */
  readonly most: number;
  readonly firstMs: number;
  /** Who is asked to wait longer is told so instead. */
  readonly longestMs: number;
}

export const usualRetries: Retries = { most: 4, firstMs: 250, longestMs: 20_000 };

/** Answers that say that another try may go better. */
export const passingStatuses: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** Twice as long each time, of which a random share: many that failed together do not come back together. */
export function backOffMs({ firstMs, longestMs }: Retries, retriesMade: number): number {
  return Math.min(longestMs, firstMs * 2 ** retriesMade) * (0.5 + Math.random() / 2);
}

/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3); null: none, or neither. */
export function retryAfterMs(headers: Headers, now: number): number | null {
  const value = headers.get("retry-after")?.trim() ?? "";
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const at = /^[A-Z][a-z]{2},/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** Rejects with the reason of the signal. */
export function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(asError(signal.reason));
    const stop = (): void => {
      clearTimeout(timer);
      reject(asError(signal?.reason));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
