import { useId, useState, type ReactNode } from "react";
import { copyText } from "#web/ui/save.ts";
import { numberWords } from "#web/ui/words.ts";
import { correct } from "./basket.ts";
import { yamlLines, type Correction } from "./correction-lines.ts";

interface FieldProps {
  readonly label: string;
  readonly suggestions?: readonly string[];
  readonly correctionsOf: (text: string) => readonly Correction[];
}

/** What is so, in the reader's own words. */
export function Field({ label, suggestions = [], correctionsOf }: FieldProps): ReactNode {
  const id = useId();
  const [text, setText] = useState("");
  const said = text.trim();
  return (
    <PutRightForm
      label={<label htmlFor={id}>{label}</label>}
      value={said}
      correctionsOf={correctionsOf}
    >
      <input
        id={id}
        value={text}
        list={suggestions.length === 0 ? undefined : `${id}-list`}
        maxLength={200}
        onChange={({ target }) => setText(target.value)}
      />
      {suggestions.length > 0 && (
        <datalist id={`${id}-list`}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </PutRightForm>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly options: readonly (readonly [Value, string])[];
  readonly correctionsOf: (value: Value) => readonly Correction[];
}

/** What is so, out of what can be. */
export function Choice<Value extends string>(props: ChoiceProps<Value>): ReactNode {
  const { label, options, correctionsOf } = props;
  const id = useId();
  const [chosen, setChosen] = useState<Value | "">("");
  return (
    <PutRightForm
      label={<label htmlFor={id}>{label}</label>}
      value={chosen}
      correctionsOf={(value) => (value === "" ? [] : correctionsOf(value))}
    >
      <select
        id={id}
        value={chosen}
        onChange={({ target }) =>
          setChosen(options.find(([value]) => value === target.value)?.[0] ?? "")
        }
      >
        <option value="">choose</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </PutRightForm>
  );
}

interface PutRightFormProps<Value extends string> {
  readonly label: ReactNode;
  /** Empty: nothing is said yet. */
  readonly value: Value;
  readonly correctionsOf: (value: Value) => readonly Correction[];
  readonly children: ReactNode;
}

/** Collects what was said, or copies its lines for who wants them at once. */
function PutRightForm<Value extends string>(props: PutRightFormProps<Value>): ReactNode {
  const { label, value, correctionsOf, children } = props;
  const [said, setSaid] = useState<{ readonly of: Value; readonly words: string } | null>(null);
  const say = (words: string): void => setSaid({ of: value, words });
  const copy = async (): Promise<void> =>
    say(
      (await copyText(yamlLines(correctionsOf(value))))
        ? "Copied for fulcrum.yaml"
        : "The browser refused the clipboard",
    );
  return (
    <form
      className="put-right-field"
      onSubmit={(event) => {
        event.preventDefault();
        const found = correctionsOf(value);
        if (value === "" || found.length === 0) return;
        correct(...found);
        say(found.length === 1 ? "Collected" : `${numberWords(found.length)} collected`);
      }}
    >
      {label}
      {children}
      <button type="submit" disabled={value === ""}>
        Put right
      </button>
      <button type="button" disabled={value === ""} onClick={() => void copy()}>
        Copy lines
      </button>
      <span role="status">{said?.of === value && said.words}</span>
    </form>
  );
}
