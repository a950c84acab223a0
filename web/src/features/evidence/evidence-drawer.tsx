import * as Dialog from "@radix-ui/react-dialog";
import { useMemo, type ReactNode } from "react";
import { resolveEvidence } from "#web/api/evidence-reference.ts";
import { useReport } from "#web/api/report-context.ts";
import { Name } from "#web/ui/names.tsx";
import { replaceRoute, useRoute, withQuery } from "#web/ui/route.ts";
import { useFocusReturn } from "#web/ui/use-focus-return.ts";
import { numberWords, plural } from "#web/ui/words.ts";
import { EvidenceEntry } from "./evidence-entry.tsx";

const shownAtMost = 200;

/** Open whenever the address names evidence, so that a figure's evidence can be sent as a link. */
export function EvidenceDrawer(): ReactNode {
  const route = useRoute();
  const references = route.query.getAll("evidence");
  const focus = useFocusReturn();
  const close = (): void => replaceRoute(withQuery(route, { evidence: [] }));
  return (
    <Dialog.Root open={references.length > 0} onOpenChange={(isOpen) => !isOpen && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="drawer-shade" />
        <Dialog.Content className="drawer" aria-describedby={undefined} {...focus}>
          <DrawerBody references={references} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function DrawerBody({ references }: { readonly references: readonly string[] }): ReactNode {
  const view = useReport();
  const key = references.join("\u0000");
  const answer = useMemo(() => resolveEvidence(view, key.split("\u0000")), [view, key]);
  const carried = [
    ...answer.items,
    ...answer.evidenceIds.flatMap((id) => view.evidence.get(id) ?? []),
  ];
  const shown = carried.slice(0, shownAtMost);
  const count = answer.items.length + answer.evidenceIds.length;
  const missing = count - shown.length;
  return (
    <>
      <header className="drawer-head">
        <Dialog.Title>
          Evidence for <Name>{answer.subject}</Name>
        </Dialog.Title>
        <Dialog.Close className="drawer-close">
          Close <kbd>Esc</kbd>
        </Dialog.Close>
      </header>
      <div className="drawer-body" tabIndex={0} role="group" aria-label="Facts">
        <p className="quiet">
          {count === 0
            ? "No single fact stands behind this figure in the report: it sums up the records on this screen, and each of those opens its own."
            : plural(count, "fact")}
          {missing > 0 &&
            shown.length > 0 &&
            `, the first ${numberWords(shown.length)} of them here`}
        </p>
        <ol className="evidence">
          {shown.map((item) => (
            <EvidenceEntry key={item.id} item={item} />
          ))}
        </ol>
        {(missing > 0 || count === 0) && answer.explainId !== null && (
          <p className="note">
            {missing > 0 ? "The rest: " : "To trace it: "}
            <code className="command">fulcrum explain &apos;{answer.explainId}&apos;</code>
          </p>
        )}
      </div>
    </>
  );
}
