import { messageOf } from "#kernel/errors.ts";
import { readRangeAnswer } from "./range-answer.ts";
import type { RangeQuery, RangeAnswer } from "./range-query.ts";

export interface PrometheusServer {
  /** `http://prometheus:9090`, with its path prefix where it has one. */
  readonly url: string;
  /** Of one question with all its tries: whoever trickles an answer is waited for once. */
  readonly timeoutMilliseconds: number;
  /** Tries after the first, for servers that are busy. */
  readonly retries: number;
}

export const prometheusDefaults = { timeoutMilliseconds: 30_000, retries: 2 };

const largestAnswer = 64 * 1024 * 1024;

/** One range query. Whatever goes wrong is an answer in words; only the caller's own abort is thrown. */
export async function queryRange(
  server: PrometheusServer,
  query: RangeQuery,
  signal: AbortSignal,
): Promise<RangeAnswer> {
  const timeout = AbortSignal.timeout(server.timeoutMilliseconds);
  for (let attempt = 0; ; attempt++) {
    const answer = await tryOnce(server, query, signal, timeout);
    if (!("isPassing" in answer)) return answer;
    if (attempt >= server.retries) {
      const { code, reason, needs } = answer;
      return { code, reason, needs };
    }
    await pause(500 * 2 ** attempt, AbortSignal.any([signal, timeout]));
  }
}

type Passing = Extract<RangeAnswer, { code: string }> & { readonly isPassing: true };

async function tryOnce(
  server: PrometheusServer,
  asked: RangeQuery,
  signal: AbortSignal,
  timeout: AbortSignal,
): Promise<RangeAnswer | Passing> {
  signal.throwIfAborted();
  const host = hostOf(server.url);
  try {
    const { address, authorization } = addressOf(server.url);
    const response = await fetch(address, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        accept: "application/json",
        ...authorization,
      },
      body: new URLSearchParams({
        query: asked.query,
        start: String(asked.from),
        end: String(asked.to),
        step: String(asked.stepSeconds),
      }).toString(),
      // The one host that was configured is asked, whatever it answers: it shall not send queries to others.
      redirect: "manual",
      signal: AbortSignal.any([signal, timeout]),
    });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      return failed(
        "server-redirects",
        `${host} sends on to ${locationOf(response)}, which was not followed`,
        "Write the address that answers itself.",
      );
    }
    const text = await bounded(response);
    if (text === null)
      return failed(
        "answer-too-large",
        `${host} answered with more than 64 MB`,
        "Aggregate the query with sum().",
      );
    if (response.status === 429 || response.status >= 500)
      return {
        ...failed(
          "server-unavailable",
          `${host} answered ${String(response.status)}`,
          "Try again when it has recovered; what was fetched is kept.",
        ),
        isPassing: true,
      };
    if (response.status === 401 || response.status === 403)
      return failed(
        "server-refuses",
        `${host} answered ${String(response.status)}`,
        "Write user name and password into the address: https://NAME:PASSWORD@HOST.",
      );
    return readRangeAnswer(text, response.status, host, asked);
  } catch (error) {
    signal.throwIfAborted();
    if (timeout.aborted)
      return failed(
        "server-slow",
        `${host} did not answer within ${String(server.timeoutMilliseconds / 1000)} s`,
        "Try again; what was fetched is kept.",
      );
    return failed(
      "server-unreachable",
      `${host} cannot be reached: ${causeOf(error)}`,
      "Check the address, and that the server runs.",
    );
  }
}

function failed(code: string, reason: string, needs: string) {
  return { code, reason, needs };
}

async function bounded(response: Response): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > largestAnswer) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** fetch refuses user name and password in an address, and quotes them: they travel in a header of their own. */
function addressOf(text: string): { address: string; authorization: Record<string, string> } {
  const url = new URL(text);
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  url.username = "";
  url.password = "";
  url.pathname = `${url.pathname.replace(/\/{1,20}$/, "")}/api/v1/query_range`;
  const encoded = Buffer.from(pair).toString("base64");
  return {
    address: url.href,
    authorization: pair === ":" ? {} : { authorization: `Basic ${encoded}` },
  };
}

/** Without user name and password, which a URL may hold. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "the server";
}

function locationOf({ headers, url }: Response): string {
  const location = headers.get("location") ?? "";
  return URL.canParse(location, url) ? new URL(location, url).host.slice(0, 100) : "nowhere";
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return messageOf(cause).slice(0, 200);
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
