import { useMemo, type ReactNode } from "react";
import { useNames } from "#web/api/names-of-things.ts";
import type { Capability } from "#web/api/report-rows.ts";
import { compareHref } from "../capabilities/compare-href.ts";

/** Puts another capability beside this one: those of its kind stand first. */
export function CompareWith({ capability }: { readonly capability: Capability }): ReactNode {
  const { capabilities } = useNames();
  const others = useMemo(() => {
    const all = [...capabilities.values()].filter((one) => one.id !== capability.id);
    const isAlike = (one: Capability): number => Number(one.kind !== capability.kind);
    return all.toSorted((a, b) => isAlike(a) - isAlike(b) || (a.name < b.name ? -1 : 1));
  }, [capabilities, capability]);
  if (others.length === 0) return null;
  return (
    <select
      aria-label={`Compare ${capability.name} with`}
      value=""
      onChange={({ target }) => {
        globalThis.location.hash = compareHref(capability.id, target.value);
      }}
    >
      <option value="">Compare with …</option>
      {others.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
