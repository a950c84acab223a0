import type { components, paths } from "./contract.generated.ts";

export type Schemas = components["schemas"];
export type Method = "get" | "post" | "put" | "delete";

/** Addresses of the API that take a method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Readonly<Record<M, object>> ? P : never;
}[keyof paths];

export type Operation<M extends Method, P extends PathOf<M>> = paths[P][M];

type Json = "application/json";

/** What an operation answers with where it does what it was asked to; text where that is no JSON. */
export type AnswerOf<O> = O extends { responses: infer R }
  ? {
      [Status in keyof R & (200 | 201 | 202)]: R[Status] extends { content: infer Content }
        ? Content extends Readonly<Record<Json, infer Body>>
          ? Body
          : string
        : undefined;
    }[keyof R & (200 | 201 | 202)]
  : never;

type ParamsPart<O> = O extends { parameters: { path: infer Params extends object } }
  ? { readonly params: Readonly<Params> }
  : object;

type QueryPart<O> = O extends { parameters: { query: infer Query extends object } }
  ? { readonly query: Readonly<Query> }
  : O extends { parameters: { query?: infer Query } }
    ? Exclude<Query, undefined> extends object
      ? { readonly query?: Readonly<Exclude<Query, undefined>> }
      : object
    : object;

type BodyPart<O> = O extends { requestBody: { content: Readonly<Record<Json, infer Body>> } }
  ? { readonly body: Body }
  : object;

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Of a POST that takes one; made where none is given. The same key of the same request is acted upon once. */
  readonly idempotencyKey?: string;
}

export type InputOf<O> = CallOptions & ParamsPart<O> & QueryPart<O> & BodyPart<O>;

/** Nothing has to be given where nothing is required. */
export type InputArguments<O> =
  object extends InputOf<O> ? [input?: InputOf<O>] : [input: InputOf<O>];

/** Addresses that answer page by page. */
export type PagedPath = {
  [P in PathOf<"get">]: AnswerOf<Operation<"get", P>> extends { readonly next: string | null }
    ? P
    : never;
}[PathOf<"get">];

/** What stands on a page: of all that it says, its one list. */
export type EntryOf<Page> = {
  [Key in keyof Page]: Page[Key] extends readonly (infer Entry)[] ? Entry : never;
}[keyof Page];

export type SectionName = Schemas["Whole-Section"]["name"];
export type SectionOf<Name extends SectionName> = Extract<
  Schemas["Whole-Section"],
  { readonly name: Name }
>;
export type ListName = Schemas["Page-of-Items"]["list"];
type PageOf<List extends ListName> = Extract<Schemas["Page-of-Items"], { readonly list: List }>;
export type RecordOf<List extends ListName> = PageOf<List>["items"][number];
export type FoundRecord<List extends ListName> = Extract<
  Schemas["Found-Item"],
  { readonly list: List }
>;
export type Job = Schemas["Scan-Job"];
export type JobEvent = Schemas["Job-Event"];
