import { unknownPart } from "./docker/image-reference.ts";

const template = /\{\{[^\n{}]{0,500}\}\}/g;
const whole = new RegExp(`^[ \\t]{0,200}${unknownPart}[ \\t]{0,200}$`, "gm");

/**
 * A file of Go templates as the YAML that it is without them: lines that hold nothing else become empty, values in them
 * `unknownPart`. Lines keep their numbers.
 */
export function withoutTemplates(text: string): string {
  return text.includes("{{") ? text.replace(template, unknownPart).replace(whole, "") : text;
}

/** Null where a text is there but what it says is only known when a template is filled in. */
export function knownText(text: string | null | undefined): string | null {
  return text === null || text === undefined || text.includes(unknownPart) ? null : text;
}
