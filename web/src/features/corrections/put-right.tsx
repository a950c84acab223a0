import type { ReactNode } from "react";
import { useNames, type NamesOfThings } from "#web/api/names-of-things.ts";
import type { Capability, Component } from "#web/api/report-rows.ts";
import { componentClasses, type ComponentClass } from "#vocabulary/structure.ts";
import { classWords } from "#web/ui/words.ts";
import { today } from "./basket.ts";
import { Choice, Field } from "./put-right-fields.tsx";

/** A thing by its name where only one has it, else by its id: fulcrum.yaml takes both. */
function spokenOf(things: ReadonlyMap<string, { readonly name: string }>, id: string): string {
  const name = things.get(id)?.name ?? id;
  let count = 0;
  for (const one of things.values()) if (one.name === name) count++;
  return count === 1 ? name : id;
}

const teamNames = ({ teams }: NamesOfThings): readonly string[] =>
  [...teams.values()].flatMap(({ kind, name }) => (kind === "team" ? name : []));

const classOptions = componentClasses.map((one) => [one, classWords[one]] as const);

/** Owner, class, name and uses of a component, each put right in one line. */
export function PutComponentRight({
  component,
  usedIds,
}: {
  readonly component: Component;
  readonly usedIds: readonly string[];
}): ReactNode {
  const names = useNames();
  const { components, capabilities } = names;
  const spoken = spokenOf(components, component.id);
  const uses = [...new Set(usedIds)].flatMap((id) => capabilities.get(id) ?? []);
  return (
    <PutRight>
      <Field
        label="Its owner is"
        suggestions={teamNames(names)}
        correctionsOf={(owner) => [{ kind: "owner", component: spoken, owner, since: today() }]}
      />
      <Choice
        label="It is"
        options={classOptions}
        correctionsOf={(one: ComponentClass) => [
          { kind: "class", component: spoken, class: one, since: today() },
        ]}
      />
      <Field
        label="It is called"
        correctionsOf={(name) => [{ kind: "name", of: spoken, name, since: today() }]}
      />
      {uses.length > 0 && (
        <Choice
          label="It does not use"
          options={uses.map(({ id, name }) => [id, name])}
          correctionsOf={(id: string) => [
            {
              kind: "edge",
              consumer: spoken,
              capability: spokenOf(capabilities, id),
              present: false,
              since: today(),
            },
          ]}
        />
      )}
    </PutRight>
  );
}

/** Name and uses of a capability. */
export function PutCapabilityRight({ capability }: { readonly capability: Capability }): ReactNode {
  const { components, capabilities } = useNames();
  const spoken = spokenOf(capabilities, capability.id);
  return (
    <PutRight>
      <Field
        label="It is called"
        correctionsOf={(name) => [{ kind: "name", of: spoken, name, since: today() }]}
      />
      <Field
        label="It is also used by"
        suggestions={Array.from(components.values(), ({ name }) => name)}
        correctionsOf={(consumer) => [
          { kind: "edge", consumer, capability: spoken, present: true, since: today() },
        ]}
      />
    </PutRight>
  );
}

/** Owner and class of several components, the same for all of them. */
export function PutComponentsRight({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const names = useNames();
  const spoken = [...new Set(ids)].map((id) => spokenOf(names.components, id));
  return (
    <div className="put-right-fields">
      <Field
        label="Their owner is"
        suggestions={teamNames(names)}
        correctionsOf={(owner) =>
          spoken.map((component) => ({ kind: "owner", component, owner, since: today() }))
        }
      />
      <Choice
        label="They are"
        options={classOptions}
        correctionsOf={(one: ComponentClass) =>
          spoken.map((component) => ({ kind: "class", component, class: one, since: today() }))
        }
      />
      <WhereCollected />
    </div>
  );
}

function PutRight({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <details className="put-right no-print">
      <summary>Something is wrong here</summary>
      <div className="put-right-fields">{children}</div>
      <WhereCollected />
    </details>
  );
}

function WhereCollected(): ReactNode {
  return (
    <p className="note">
      What you put right is collected under <a href="#/corrections">Corrections</a>, ready for
      fulcrum.yaml.
    </p>
  );
}
