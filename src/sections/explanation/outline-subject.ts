import { sections, type SectionName } from "../index.ts";
import type { Outline } from "./explanation.ts";
import { withTold, type Lookups, type Subject, type Told } from "./explaining.ts";

/** Sections that have something to say of things of this kind. */
export function tellingSections(kind: Subject["kind"]): SectionName[] {
  const all: readonly AnyTelling[] = sections;
  return all.flatMap(({ name, tells }) => (tells?.about.includes(kind) === true ? name : []));
}

/** What is known of a subject: its own section first, then what others tell, in the order of their list. */
export function outlineSubject(shown: object, subject: Subject, lookups: Lookups): Outline {
  const all: readonly AnyTelling[] = sections;
  const own = all.find(({ explains }) => explains?.kinds.includes(subject.kind))?.explains;
  if (own == null) throw new Error(`no section explains a ${subject.kind}`);
  return all
    .filter(({ tells }) => tells?.about.includes(subject.kind))
    .map(({ tells }) => tells?.tell(shown, subject, lookups) ?? null)
    .reduce<Outline>(withTold, own.outline(shown, subject, lookups));
}

/** What the definitions have in common; what is shown each of them knows best. */
interface AnyTelling {
  readonly name: SectionName;
  readonly explains: {
    readonly kinds: readonly Subject["kind"][];
    outline(shown: object, subject: Subject, lookups: Lookups): Outline;
  } | null;
  readonly tells: {
    readonly about: readonly Subject["kind"][];
    tell(shown: object, subject: Subject, lookups: Lookups): Told | null;
  } | null;
}
