import * as Dialog from "@radix-ui/react-dialog";
import { Command } from "cmdk";
import MiniSearch from "minisearch";
import { useMemo, useState, type ReactNode } from "react";
import { useNames, type NamesOfThings } from "#web/api/names-of-things.ts";
import { useSections } from "#web/api/use-report.ts";
import { compareHref } from "#web/features/capabilities/compare-href.ts";
import { routeHref, useRoute } from "#web/ui/route.ts";
import { scopeHref } from "#web/ui/scope.ts";
import { useTheme } from "#web/ui/theme.tsx";
import { useFocusReturn } from "#web/ui/use-focus-return.ts";
import { classWords, kindWords } from "#web/ui/words.ts";
import { freezeView } from "./freeze-view.ts";
import { screens } from "./screens.tsx";

interface Entry {
  readonly id: string;
  readonly label: string;
  /** What kind of thing it is, read after its name. */
  readonly kind: string;
  readonly run: () => void;
}

interface PaletteProps {
  readonly onClose: () => void;
  readonly onKeys: () => void;
}

const mostShown = 12;
const go = (href: string) => (): void => {
  globalThis.location.hash = href;
};

/** Things, screens and actions by name, forgiving of typing errors. */
export function CommandPalette({ onClose, onKeys }: PaletteProps): ReactNode {
  const [text, setText] = useState("");
  const focus = useFocusReturn();
  const entries = useEntries(onKeys);
  const index = useMemo(() => indexOf(entries), [entries]);
  const { capabilities } = useNames();
  const found = useMemo(
    () => [...comparing(capabilities, index, text), ...matching(entries, index, text)],
    [capabilities, entries, index, text],
  );
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="drawer-shade" />
        <Dialog.Content className="palette" aria-describedby={undefined} {...focus}>
          <Dialog.Title className="for-readers">Search</Dialog.Title>
          <Command shouldFilter={false} label="Search">
            <Command.Input
              value={text}
              onValueChange={setText}
              placeholder="A capability, component, team, screen or action; compare A with B"
            />
            <Command.List>
              <Command.Empty>Nothing is called “{text}”.</Command.Empty>
              {found.map(({ id, label, kind, run }) => (
                <Command.Item
                  key={id}
                  value={id}
                  onSelect={() => {
                    onClose();
                    run();
                  }}
                >
                  <span className="palette-label">{label}</span>
                  <span className="quiet">{kind}</span>
                </Command.Item>
              ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function useEntries(onKeys: () => void): readonly Entry[] {
  const names = useNames();
  const { jobs, reliability } = useSections("jobs", "reliability");
  const route = useRoute();
  const { choice, next } = useTheme();
  return useMemo(
    () => [
      ...screens.map(({ path, label, place }) => ({
        id: `screen ${path}`,
        label,
        kind: `screen, ${place}`,
        run: go(routeHref(path)),
      })),
      ...thingsOf(names),
      ...jobs.map(({ id, title, ecosystem }) => ({
        id,
        label: title,
        kind: `a job that teams do, ${ecosystem}`,
        run: go(routeHref("jobs", id)),
      })),
      ...reliability.map(({ sloId, name, service }) => ({
        id: sloId,
        label: name,
        kind: `objective of ${service}`,
        run: go(routeHref("reliability", sloId)),
      })),
      ...[...names.teams.values()].map(({ id, name }) => ({
        id: `scope ${id}`,
        label: `Only ${name}`,
        kind: "action: narrow every screen to this team",
        run: go(scopeHref(route, { team: id })),
      })),
      {
        id: "action compare",
        label: "Compare capabilities",
        kind: "action: pick two to four with x, or type: compare A with B",
        run: go(routeHref("capabilities")),
      },
      {
        id: "action all",
        label: "All teams, 90 days",
        kind: "action: the whole organisation again",
        run: go(scopeHref(route, { team: "", since: "" })),
      },
      { id: "action keys", label: "Keys", kind: "action: list them", run: onKeys },
      {
        id: "action colours",
        label: `Colours: change from ${choice}`,
        kind: "action",
        run: next,
      },
      {
        id: "action print",
        label: "Print this screen",
        kind: "action",
        // The palette must be gone from the page first.
        run: () => setTimeout(() => globalThis.print(), 50),
      },
      {
        id: "action freeze",
        label: "Save this view as a file",
        kind: "action: as it stands, to send",
        run: () => setTimeout(freezeView, 50),
      },
      {
        id: "action address",
        label: "Copy the address of this view",
        kind: "action",
        run: () => void navigator.clipboard.writeText(globalThis.location.href),
      },
    ],
    [names, jobs, reliability, route, choice, next, onKeys],
  );
}

function thingsOf({ components, capabilities, teams }: NamesOfThings): Entry[] {
  return [
    ...Array.from(capabilities.values(), ({ id, name, kind }) => ({
      id,
      label: name,
      kind: `capability, ${kindWords[kind]}`,
      run: go(routeHref("capabilities", id)),
    })),
    ...Array.from(teams.values(), ({ id, name }) => ({
      id,
      label: name,
      kind: "team",
      run: go(routeHref("teams", id)),
    })),
    ...Array.from(components.values(), (one) => ({
      id: one.id,
      label: one.name,
      kind: `component, ${classWords[one.class]}`,
      run: go(routeHref("components", one.id)),
    })),
  ];
}

/** Letters that may be wrong in a word; two that changed places are two. */
const errorsIn = (term: string): number => (term.length < 3 ? 0 : term.length < 5 ? 1 : 2);

function indexOf(entries: readonly Entry[]): MiniSearch<Entry> {
  const index = new MiniSearch<Entry>({
    fields: ["label", "kind"],
    idField: "id",
    tokenize: (text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u),
    searchOptions: { prefix: true, fuzzy: errorsIn, boost: { label: 4 }, combineWith: "AND" },
  });
  index.addAll(entries);
  return index;
}

/** "compare A with B": the capabilities that are meant, the likeliest pairs first. */
function comparing(
  capabilities: NamesOfThings["capabilities"],
  index: MiniSearch<Entry>,
  text: string,
): Entry[] {
  const [, first, second] =
    /^\s*compare\s+(\S.*?)\s+(?:with|and|to|vs\.?)\s+(\S.*)$/i.exec(text) ?? [];
  if (first === undefined || second === undefined) return [];
  const meant = (words: string): readonly { readonly id: string; readonly name: string }[] =>
    index
      .search(words)
      .flatMap(({ id }) => capabilities.get(String(id)) ?? [])
      .slice(0, 3);
  return meant(first).flatMap((one) =>
    meant(second)
      .filter((other) => other.id !== one.id)
      .map((other) => ({
        id: `compare ${one.id} ${other.id}`,
        label: `Compare ${one.name} with ${other.name}`,
        kind: "action: side by side",
        run: go(compareHref(one.id, other.id)),
      })),
  );
}

function matching(entries: readonly Entry[], index: MiniSearch<Entry>, text: string): Entry[] {
  if (text.trim() === "") return entries.slice(0, mostShown);
  const byId = new Map(entries.map((one) => [one.id, one]));
  return index
    .search(text)
    .slice(0, mostShown)
    .flatMap(({ id }) => byId.get(String(id)) ?? []);
}
