import type { DeclaredDuration } from "#evidence/objectives.ts";
import type { ObjectiveNode } from "./objective-node.ts";

const shorthand = /^([1-9]\d{0,5})([mhdwMQY])$/;
const prometheus = /^([1-9]\d{0,5})([smhdwy])$/;

/** OpenSLO's shorthand; null with a problem for anything else. */
export function durationOf(node: ObjectiveNode): DeclaredDuration | null {
  const text = node.text(40) ?? "";
  const match = shorthand.exec(text);
  if (match === null)
    return node.invalid(
      `${shown(text)} is no duration: write a whole number and one of m, h, d, w, M, Q, Y, as in 4w`,
    );
  return { count: Number(match[1]), unit: (match[2] ?? "m") as DeclaredDuration["unit"] };
}

/** Like `durationOf`, where a bare number counts minutes (timeSliceWindow). */
export function sliceOf(node: ObjectiveNode): DeclaredDuration | null {
  if (!node.isPresent) return null;
  const count = node.number();
  if (count === null) return durationOf(node);
  if (Number.isInteger(count) && count >= 1 && count <= 100_000) return { count, unit: "m" };
  return node.invalid(`${String(count)} is no time slice: write whole minutes, or 1m, 1h`);
}

/** Prometheus' durations as Pyrra takes them; `y` is 365 days there. */
export function prometheusDurationOf(node: ObjectiveNode): DeclaredDuration | null {
  const text = node.text(40) ?? "";
  const match = prometheus.exec(text);
  if (match === null)
    return node.invalid(`${shown(text)} is no duration of Prometheus: write 28d or 4w`);
  const count = Number(match[1]);
  if (match[2] === "y") return { count: count * 365, unit: "d" };
  return { count, unit: (match[2] ?? "d") as DeclaredDuration["unit"] };
}

function shown(text: string): string {
  return text === "" ? "Nothing" : `"${text}"`;
}
