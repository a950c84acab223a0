import { componentClasses } from "#vocabulary/structure.ts";
import { keptList } from "#web/ui/settings.ts";
import type { Correction } from "./correction-lines.ts";

/** What this reader decided on a proposal, on a day. */
export interface Taken {
  readonly proposalId: string;
  readonly title: string;
  readonly answer: "accepted" | "not-now";
  /** Why not now, or who takes it. */
  readonly note: string;
  readonly on: string;
}

/** More than anybody puts right before handing it on. */
const most = 2_000;
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Those that are whole, with nothing beside: any page that is opened from a file may have written what is kept for all of them. */
export function keptCorrections(kept: unknown): readonly Correction[] {
  return keptList<Record<"kind" | "since", string>>(kept, ["kind", "since"])
    .flatMap((one) => correctionOf(one) ?? [])
    .slice(0, most);
}

export function keptTaken(kept: unknown): readonly Taken[] {
  return keptList<Taken>(kept, ["proposalId", "title", "answer", "note", "on"])
    .filter(({ answer, on }) => isDay(on) && (answer === "accepted" || answer === "not-now"))
    .slice(0, most);
}

function correctionOf(kept: Record<"kind" | "since", string>): Correction | null {
  const { kind, since } = kept;
  if (!isDay(since)) return null;
  const textAt = (key: string): string | null => {
    const value: unknown = Reflect.get(kept, key);
    return typeof value === "string" ? value : null;
  };
  const component = textAt("component");
  const owner = textAt("owner");
  const named = componentClasses.find((one) => one === textAt("class"));
  const of = textAt("of");
  const name = textAt("name");
  const consumer = textAt("consumer");
  const capability = textAt("capability");
  const present: unknown = Reflect.get(kept, "present");
  if (kind === "owner" && component !== null && owner !== null)
    return { kind, component, owner, since };
  if (kind === "class" && component !== null && named !== undefined)
    return { kind, component, class: named, since };
  if (kind === "name" && of !== null && name !== null) return { kind, of, name, since };
  if (kind === "edge" && consumer !== null && capability !== null && typeof present === "boolean")
    return { kind, consumer, capability, present, since };
  return null;
}
