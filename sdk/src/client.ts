import type {
  AnswerOf,
  EntryOf,
  InputArguments,
  Method,
  Operation,
  PagedPath,
  PathOf,
  Schemas,
} from "./call-types.ts";
import { keyedPosts } from "./contract.generated.ts";
import { ForeignAnswerError, ProblemError, UnreachedError } from "./errors.ts";
import { backOffMs, passingStatuses, pause, retryAfterMs, usualRetries } from "./retrying.ts";
import type { Retries } from "./retrying.ts";

export interface ClientOptions {
  /** Where the service is, such as https://fulcrum.example.org; a path in front of its own is kept. */
  readonly url: string | URL;
  /** Sent with each call. A function is asked before each. */
  readonly token?: string | (() => string | Promise<string>);
  readonly retries?: Partial<Retries>;
  /** Of one try, until its answer is read. */
  readonly timeoutMs?: number;
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

/** Of any call, checked by its types before it comes here. */
export interface LooseInput {
  readonly params?: object;
  readonly query?: object;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  readonly idempotencyKey?: string;
}

/** Every address of the API, typed by its document. */
export class Client {
  private readonly base: string;
  private readonly options: ClientOptions;
  readonly retries: Retries;

  /** Throws TypeError for an address that no service can have. */
  constructor(options: ClientOptions) {
    const url = new URL(options.url);
    if (!/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "")
      throw new TypeError("The address of a service is http or https, and holds no password.");
    this.base = `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
    this.options = options;
    this.retries = { ...usualRetries, ...options.retries };
  }

  get<P extends PathOf<"get">>(path: P, ...input: InputArguments<Operation<"get", P>>) {
    return this.call<AnswerOf<Operation<"get", P>>>("get", path, input[0]);
  }

  post<P extends PathOf<"post">>(path: P, ...input: InputArguments<Operation<"post", P>>) {
    return this.call<AnswerOf<Operation<"post", P>>>("post", path, input[0]);
  }

  put<P extends PathOf<"put">>(path: P, ...input: InputArguments<Operation<"put", P>>) {
    return this.call<AnswerOf<Operation<"put", P>>>("put", path, input[0]);
  }

  delete<P extends PathOf<"delete">>(path: P, ...input: InputArguments<Operation<"delete", P>>) {
    return this.call<AnswerOf<Operation<"delete", P>>>("delete", path, input[0]);
  }

  /** One page after the other, from where `cursor` of the query says, else from the first. */
  async *pages<P extends PagedPath>(
    path: P,
    ...[input]: InputArguments<Operation<"get", P>>
  ): AsyncGenerator<AnswerOf<Operation<"get", P>>, void> {
    const asked: LooseInput = input ?? {};
    let cursor: object = {};
    for (;;) {
      const query = { ...asked.query, ...cursor };
      const page = await this.call<AnswerOf<Operation<"get", P>> & { next: string | null }>(
        "get",
        path,
        { ...asked, query },
      );
      yield page;
      if (page.next === null) return;
      cursor = { cursor: page.next };
    }
  }

  /** What stands on all pages; the next one is asked for when the one before is done. */
  async *each<P extends PagedPath>(
    path: P,
    ...input: InputArguments<Operation<"get", P>>
  ): AsyncGenerator<EntryOf<AnswerOf<Operation<"get", P>>>, void> {
    for await (const page of this.pages(path, ...input)) {
      const lists = Object.values(page as object).filter((value) => Array.isArray(value));
      if (lists.length !== 1) throw new TypeError(`A page of ${path} holds no single list.`);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one list that the type speaks of
      yield* lists[0] as EntryOf<AnswerOf<Operation<"get", P>>>[];
    }
  }

  /**
   * A response that is 2xx, nothing of it read: for streams. Throws ProblemError, ForeignAnswerError, and whatever `fetch` does.
   */
  async open(url: string, init: RequestInit, headers: Readonly<Record<string, string>>) {
    const { token, fetch: ask = (to, how) => fetch(to, how) } = this.options;
    const text = typeof token === "function" ? await token() : token;
    const all = { ...headers, ...(text === undefined ? {} : { Authorization: `Bearer ${text}` }) };
    // Whoever redirects would be sent what the token opens.
    const response = await ask(url, { ...init, headers: all, redirect: "manual" });
    if (response.ok) return response;
    const { status } = response;
    if (status === 0 || (status >= 300 && status < 400))
      throw new ForeignAnswerError(url, status, "a redirect: give the address that it leads to");
    throw await refusalOf(url, response);
  }

  /** The address of a call. Throws TypeError for a value that no address can have. */
  addressOf(path: string, { params = {}, query = {} }: LooseInput = {}): string {
    const given: Readonly<Record<string, unknown>> = { ...params };
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = Object.hasOwn(given, name) ? String(given[name]) : "";
      // An address with such a step means another one.
      if (/^\.{0,2}$/.test(value)) throw new TypeError(`${name} cannot be “${value}”.`);
      return encodeURIComponent(value);
    });
    const asked = new URLSearchParams();
    for (const [name, value] of Object.entries(query))
      for (const one of Array.isArray(value) ? (value as unknown[]) : [value])
        if (one !== undefined) asked.append(name, String(one));
    return `${this.base}${filled}${asked.size === 0 ? "" : `?${asked.toString()}`}`;
  }

  private async call<Body>(method: Method, path: string, input: LooseInput = {}): Promise<Body> {
    const url = this.addressOf(path, input);
    const isKeyed = method === "post" && (keyedPosts as readonly string[]).includes(path);
    const key = isKeyed ? (input.idempotencyKey ?? randomKey()) : null;
    // What a DELETE took away is in its answer: a second one would be told that there is nothing.
    const mayRepeat = method === "get" || method === "put" || key !== null;
    const headers = {
      Accept: "application/json",
      ...(input.body === undefined ? {} : { "Content-Type": "application/json" }),
      ...(key === null ? {} : { "Idempotency-Key": key }),
    };
    const body = input.body === undefined ? {} : { body: JSON.stringify(input.body) };
    const { signal } = input;
    for (let made = 0; ; made++) {
      try {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the service answers by the schemas that the type is made of
        return (await this.once(
          url,
          { method: method.toUpperCase(), ...body },
          headers,
          signal,
        )) as Body;
      } catch (error) {
        signal?.throwIfAborted();
        if (!mayRepeat || made >= this.retries.most) throw error;
        const wait = this.waitMs(error, made);
        if (wait === null) throw error;
        await pause(wait, signal);
      }
    }
  }

  /** Null: another try would go no better, or not soon. */
  private waitMs(error: unknown, made: number): number | null {
    if (error instanceof UnreachedError) return backOffMs(this.retries, made);
    if (error instanceof ForeignAnswerError)
      return passingStatuses.has(error.status) ? backOffMs(this.retries, made) : null;
    if (!(error instanceof ProblemError) || !passingStatuses.has(error.status)) return null;
    const wished = error.retryAfterMs ?? backOffMs(this.retries, made);
    return wished > this.retries.longestMs ? null : wished;
  }

  private async once(
    url: string,
    init: RequestInit,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal | undefined,
  ): Promise<unknown> {
    const timeout = AbortSignal.timeout(this.options.timeoutMs ?? 60_000);
    const until = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
    let response: Response;
    let text: string;
    try {
      response = await this.open(url, { ...init, signal: until }, headers);
      text = await response.text();
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof ProblemError || error instanceof ForeignAnswerError) throw error;
      throw new UnreachedError(url, error);
    }
    if (text === "") return undefined;
    return isJson(response) ? parsed(url, response.status, text) : text;
  }
}

/** Also where a page has no `randomUUID`, which browsers give to https alone. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function isJson({ headers }: Response): boolean {
  return /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(headers.get("content-type") ?? "");
}

function parsed(url: string, status: number, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ForeignAnswerError(url, status, "what is no JSON", { cause: error });
  }
}

async function refusalOf(url: string, response: Response): Promise<Error> {
  const { status, headers } = response;
  const text = await response.text();
  const said = isJson(response) ? parsed(url, status, text) : null;
  if (!isProblem(said)) return new ForeignAnswerError(url, status, "no problem of ours");
  return new ProblemError(said, retryAfterMs(headers, Date.now()));
}

function isProblem(said: unknown): said is Schemas["Problem-Details"] {
  if (typeof said !== "object" || said === null) return false;
  const { code, detail, next } = { code: null, detail: null, next: null, ...said };
  return [code, detail, next].every((one) => typeof one === "string");
}
