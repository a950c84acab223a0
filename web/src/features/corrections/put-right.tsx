import { useId, useState, type ReactNode } from "react";
import { useNames } from "#web/api/names-of-things.ts";
import type { Capability, Component } from "#web/api/report-rows.ts";
import { componentClasses, type ComponentClass } from "#vocabulary/structure.ts";
import { classWords } from "#web/ui/words.ts";
import { correct, today } from "./basket.ts";
import type { Correction } from "./correction-lines.ts";

/** A thing by its name where only one has it, else by its id: fulcrum.yaml takes both. */
function spokenOf(things: ReadonlyMap<string, { readonly name: string }>, id: string): string {
  const name = things.get(id)?.name ?? id;
  let count = 0;
  for (const one of things.values()) if (one.name === name) count++;
  return count === 1 ? name : id;
}

/** Owner, class, name and uses of a component, each put right in one line. */
export function PutComponentRight({
  component,
  usedIds,
}: {
  readonly component: Component;
  readonly usedIds: readonly string[];
}): ReactNode {
  const { components, capabilities, teams } = useNames();
  const spoken = spokenOf(components, component.id);
  const owners = [...teams.values()].filter(({ kind }) => kind === "team");
  const uses = [...new Set(usedIds)].flatMap((id) => capabilities.get(id) ?? []);
  return (
    <PutRight>
      <Field
        label="Its owner is"
        suggestions={owners.map(({ name }) => name)}
        correctionOf={(owner) => ({ kind: "owner", component: spoken, owner, since: today() })}
      />
      <Choice
        label="It is"
        options={componentClasses.map((one) => [one, classWords[one]])}
        correctionOf={(one: ComponentClass) => ({
          kind: "class",
          component: spoken,
          class: one,
          since: today(),
        })}
      />
      <Field
        label="It is called"
        correctionOf={(name) => ({ kind: "name", of: spoken, name, since: today() })}
      />
      {uses.length > 0 && (
        <Choice
          label="It does not use"
          options={uses.map(({ id, name }) => [id, name])}
          correctionOf={(id: string) => ({
            kind: "edge",
            consumer: spoken,
            capability: spokenOf(capabilities, id),
            present: false,
            since: today(),
          })}
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
        correctionOf={(name) => ({ kind: "name", of: spoken, name, since: today() })}
      />
      <Field
        label="It is also used by"
        suggestions={Array.from(components.values(), ({ name }) => name)}
        correctionOf={(consumer) => ({
          kind: "edge",
          consumer,
          capability: spoken,
          present: true,
          since: today(),
        })}
      />
    </PutRight>
  );
}

function PutRight({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <details className="put-right no-print">
      <summary>Something is wrong here</summary>
      <div className="put-right-fields">{children}</div>
      <p className="note">
        What you put right is collected under <a href="#/corrections">Corrections</a>, ready for
        fulcrum.yaml.
      </p>
    </details>
  );
}

function Field({
  label,
  suggestions = [],
  correctionOf,
}: {
  readonly label: string;
  readonly suggestions?: readonly string[];
  readonly correctionOf: (text: string) => Correction;
}): ReactNode {
  const id = useId();
  const [text, setText] = useState("");
  const [said, setSaid] = useState("");
  const isSaid = text.trim() !== "";
  return (
    <form
      className="put-right-field"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSaid) return;
        correct(correctionOf(text.trim()));
        setSaid("Collected");
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={text}
        list={suggestions.length === 0 ? undefined : `${id}-list`}
        maxLength={200}
        onChange={({ target }) => {
          setText(target.value);
          setSaid("");
        }}
      />
      {suggestions.length > 0 && (
        <datalist id={`${id}-list`}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
      <button type="submit" disabled={!isSaid}>
        Put right
      </button>
      <span role="status">{said}</span>
    </form>
  );
}

function Choice<Value extends string>({
  label,
  options,
  correctionOf,
}: {
  readonly label: string;
  readonly options: readonly (readonly [Value, string])[];
  readonly correctionOf: (value: Value) => Correction;
}): ReactNode {
  const id = useId();
  const [chosen, setChosen] = useState<Value | "">("");
  const [said, setSaid] = useState("");
  return (
    <form
      className="put-right-field"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen === "") return;
        correct(correctionOf(chosen));
        setSaid("Collected");
      }}
    >
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={chosen}
        onChange={({ target }) => {
          setChosen(options.find(([value]) => value === target.value)?.[0] ?? "");
          setSaid("");
        }}
      >
        <option value="">choose</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      <button type="submit" disabled={chosen === ""}>
        Put right
      </button>
      <span role="status">{said}</span>
    </form>
  );
}
