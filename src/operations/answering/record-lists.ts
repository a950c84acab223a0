import { z } from "zod";
import type { ListKey } from "#ports/assessment-store.ts";
import { sections, type SectionName } from "#sections/index.ts";

/** A field by which records can be asked for. */
export interface RecordField {
  readonly name: string;
  readonly kind: "text" | "number" | "truth";
  /** The field is a list of such values. */
  readonly isList: boolean;
  /** All values that it can have; null: there is no end to them. */
  readonly words: readonly string[] | null;
}

/** A list of records that a section owns. */
export interface RecordList {
  readonly key: ListKey;
  readonly section: SectionName;
  readonly record: z.ZodObject;
  readonly fields: ReadonlyMap<string, RecordField>;
}

/** Every list of records of a report by its key; the first one of a section is what the section is about. */
export const recordLists: ReadonlyMap<string, RecordList> = new Map(
  sections.flatMap(({ name, schema }) =>
    Object.entries(schema).flatMap(([key, value]): [string, RecordList][] => {
      const record = value instanceof z.ZodArray ? bare(value.element) : null;
      if (!(record instanceof z.ZodObject)) return [];
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the key of a list of records is what the type says
      const list = key as ListKey;
      return [[key, { key: list, section: name, record, fields: fieldsOf(record) }]];
    }),
  ),
);

/** Lists of a section, in the order of its schema. */
export function listsOf(section: SectionName): readonly RecordList[] {
  return [...recordLists.values()].filter((list) => list.section === section);
}

function fieldsOf(record: z.ZodObject): ReadonlyMap<string, RecordField> {
  return new Map(
    Object.entries(record.shape).flatMap(([name, schema]): [string, RecordField][] => {
      const field = fieldOf(name, schema);
      return field === null ? [] : [[name, field]];
    }),
  );
}

function fieldOf(name: string, schema: z.core.$ZodType): RecordField | null {
  const value = bare(schema);
  const isList = value instanceof z.ZodArray;
  const one = isList ? bare(value.element) : value;
  if (one instanceof z.ZodBoolean) return { name, kind: "truth", isList, words: ["true", "false"] };
  if (one instanceof z.ZodNumber) return { name, kind: "number", isList, words: null };
  if (one instanceof z.ZodEnum)
    return { name, kind: "text", isList, words: one.options.map(String) };
  if (one instanceof z.ZodString || one instanceof z.ZodStringFormat)
    return { name, kind: "text", isList, words: null };
  return null;
}

/** Without what says that it may be unknown. */
function bare(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodNullable || schema instanceof z.ZodOptional
    ? bare(schema.unwrap())
    : schema;
}
