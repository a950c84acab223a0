import type { ParseProblem } from "#evidence/facts.ts";
import { withoutAddresses } from "../catalogue/entity.ts";
import { entriesOf, field, isRecord, textOf } from "../untrusted-value.ts";
import type { YamlDocument } from "../yaml-simple-documents.ts";

type Key = string | number;
const mostItems = 5_000;

/** A place in a document: reads what stands there and notes, with its line, what cannot be used. */
export class ObjectiveNode {
  readonly value: unknown;
  private readonly document: YamlDocument;
  private readonly path: readonly Key[];
  private readonly problems: ParseProblem[];

  constructor(
    document: YamlDocument,
    problems: ParseProblem[],
    value: unknown,
    path: readonly Key[],
  ) {
    this.document = document;
    this.problems = problems;
    this.value = value;
    this.path = path;
  }

  get line(): number {
    return this.document.lineOf(this.path);
  }

  get isPresent(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  get isList(): boolean {
    return Array.isArray(this.value);
  }

  get isMap(): boolean {
    return isRecord(this.value);
  }

  at(...keys: readonly string[]): ObjectiveNode {
    const value = field(this.value, ...keys);
    return new ObjectiveNode(this.document, this.problems, value, [...this.path, ...keys]);
  }

  items(): readonly ObjectiveNode[] {
    if (!Array.isArray(this.value)) return [];
    if (this.value.length > mostItems)
      this.unsupported(`Only the first ${String(mostItems)} entries are read`);
    return this.value
      .slice(0, mostItems)
      .map(
        (item: unknown, index) =>
          new ObjectiveNode(this.document, this.problems, item, [...this.path, index]),
      );
  }

  /** Addresses of persons do not survive reading. */
  text(limit = 300): string | null {
    return withoutAddresses(textOf(this.value, limit));
  }

  /** A name or a query: cut, it would be another one. Null, with the problem noted, where it is longer. */
  whole(limit: number): string | null {
    const text = textOf(this.value, limit + 1);
    if (text === null || text.length <= limit) return withoutAddresses(text);
    return this.unsupported(`Longer than ${String(limit)} characters: it is not read`);
  }

  number(): number | null {
    if (
      typeof this.value === "string" &&
      /^\s{0,20}-?\d{1,20}(?:\.\d{1,30})?\s{0,20}$/.test(this.value)
    )
      return Number(this.value);
    return typeof this.value === "number" && Number.isFinite(this.value) ? this.value : null;
  }

  isTrue(): boolean {
    return this.value === true;
  }

  /** Labels and annotations; whatever is neither text nor number is left out. */
  texts(): Readonly<Record<string, string>> {
    const pairs = entriesOf(this.value, 100).flatMap(([key, value]) => {
      const text = withoutAddresses(textOf(value, 1_000));
      return text === null || key.length > 200 ? [] : [[key, text] as const];
    });
    return Object.fromEntries(pairs);
  }

  invalid(text: string): null {
    return this.note("invalid", text);
  }

  unsupported(text: string): null {
    return this.note("unsupported", text);
  }

  private note(code: ParseProblem["code"], text: string): null {
    this.problems.push({ code, text: text.slice(0, 300), line: this.line });
    return null;
  }
}
