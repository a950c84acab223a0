import * as Dialog from "@radix-ui/react-dialog";
import type { ReactNode } from "react";
import { ReportError } from "#web/api/report-source.ts";
import { useEvidence } from "#web/api/use-report.ts";
import { Name } from "#web/ui/names.tsx";
import { PartBoundary } from "#web/ui/part-boundary.tsx";
import { replaceRoute, useRoute, withQuery } from "#web/ui/route.ts";
import { useFocusReturn } from "#web/ui/use-focus-return.ts";
import { leaveOver } from "#web/ui/visits.ts";
import { numberWords, plural } from "#web/ui/words.ts";
import { EvidenceEntry } from "./evidence-entry.tsx";

const shownAtMost = 200;

/** Open whenever the address names evidence, so that a figure's evidence can be sent as a link. */
export function EvidenceDrawer(): ReactNode {
  const route = useRoute();
  const references = route.query.getAll("evidence");
  const close = (): void => {
    if (!leaveOver()) replaceRoute(withQuery(route, { evidence: [] }));
  };
  return (
    <Dialog.Root open={references.length > 0} onOpenChange={(isOpen) => !isOpen && close()}>
      {references.length > 0 && (
        <PartBoundary
          place={references.join("\u0000")}
          failed={(error) => (
            <Drawer title="The evidence could not be opened">
              <p role="alert">
                {error instanceof ReportError && `Not to be opened: ${error.part}. `}
                {error.message}
              </p>
            </Drawer>
          )}
        >
          <Facts references={references} />
        </PartBoundary>
      )}
    </Dialog.Root>
  );
}

/**
 * Asks for its facts outside the dialog's portal: that draws its content in a second pass, which React does not let wait, so that
 * the whole page would give way to a skeleton.
 */
function Facts({ references }: { readonly references: readonly string[] }): ReactNode {
  const { subject, count, carried, explainId } = useEvidence(references);
  const shown = carried.slice(0, shownAtMost);
  const missing = count - shown.length;
  return (
    <Drawer
      title={
        <>
          Evidence for <Name>{subject}</Name>
        </>
      }
    >
      <p className="quiet">
        {count === 0
          ? "No single fact stands behind this figure in the report: it sums up the records on this screen, and each of those opens its own."
          : plural(count, "fact")}
        {missing > 0 && shown.length > 0 && `, the first ${numberWords(shown.length)} of them here`}
      </p>
      <ol className="evidence">
        {shown.map((item) => (
          <EvidenceEntry key={item.id} item={item} />
        ))}
      </ol>
      {(missing > 0 || count === 0) && explainId !== null && (
        <p className="note">
          {missing > 0 ? "The rest: " : "To trace it: "}
          <code className="command">fulcrum explain &apos;{explainId}&apos;</code>
        </p>
      )}
    </Drawer>
  );
}

interface DrawerProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
}

function Drawer({ title, children }: DrawerProps): ReactNode {
  const focus = useFocusReturn();
  return (
    <Dialog.Portal>
      <Dialog.Overlay className="drawer-shade" />
      <Dialog.Content className="drawer" aria-describedby={undefined} {...focus}>
        <header className="drawer-head">
          <Dialog.Title>{title}</Dialog.Title>
          <Dialog.Close className="drawer-close">
            Close <kbd>Esc</kbd>
          </Dialog.Close>
        </header>
        <div className="drawer-body" tabIndex={0} role="group" aria-label="Facts">
          {children}
        </div>
      </Dialog.Content>
    </Dialog.Portal>
  );
}
