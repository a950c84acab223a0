import * as Dialog from "@radix-ui/react-dialog";
import type { ReactNode } from "react";
import { useFocusReturn } from "#web/ui/use-focus-return.ts";
import { screens } from "./screens.tsx";

const keys: readonly (readonly [string, string])[] = [
  ["⌘ K", "search things, screens and actions"],
  ["/", "filter the table"],
  ["j k ↑ ↓", "from row to row; Enter opens"],
  ["Space", "show the row beside the table"],
  ["x", "pick the row, or all rows of a group: what can be done with them stands below"],
  ["← →", "close and open a group of rows; on a tab, go to the next one"],
  ["e", "mark every figure that opens into evidence"],
  ["← →", "read a chart's points out, once it has the focus"],
  ["Home End", "first and last point of a chart"],
  ["Esc", "close the evidence, the row beside the table or this list; let go of picked rows"],
  ["?", "this list"],
  ...screens.map((screen) => [`g ${screen.key}`, `go to ${screen.label}`] as const),
];

interface KeysDialogProps {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

export function KeysDialog({ isOpen, onOpen }: KeysDialogProps): ReactNode {
  const focus = useFocusReturn();
  return (
    <Dialog.Root open={isOpen} onOpenChange={onOpen}>
      <Dialog.Portal>
        <Dialog.Overlay className="drawer-shade" />
        <Dialog.Content className="keys" aria-describedby={undefined} {...focus}>
          <Dialog.Title>Keys</Dialog.Title>
          <dl>
            {keys.map(([key, meaning]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
          <Dialog.Close>
            Close <kbd>Esc</kbd>
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
