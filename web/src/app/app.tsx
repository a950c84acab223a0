import { useCallback, useState, type ReactNode } from "react";
import { ReportContext } from "#web/api/report-context.ts";
import type { ReportView } from "#web/api/report-view.ts";
import { EvidenceDrawer } from "#web/features/evidence/evidence-drawer.tsx";
import { useRoute } from "#web/ui/route.ts";
import { KeysDialog } from "./keys-dialog.tsx";
import { Navigation } from "./navigation.tsx";
import { screenOf } from "./screens.tsx";
import { useShortcuts } from "./use-shortcuts.ts";

export function App({ view }: { readonly view: ReportView }): ReactNode {
  const route = useRoute();
  const [isKeysOpen, setKeysOpen] = useState(false);
  const openKeys = useCallback(() => setKeysOpen(true), []);
  useShortcuts(openKeys);
  return (
    <ReportContext value={view}>
      <button
        type="button"
        className="skip"
        onClick={() => document.querySelector<HTMLElement>("main")?.focus()}
      >
        Skip to the content
      </button>
      <div className="page">
        <Navigation onKeys={openKeys} />
        <main tabIndex={-1}>{screenOf(route)}</main>
      </div>
      <EvidenceDrawer />
      <KeysDialog isOpen={isKeysOpen} onOpen={setKeysOpen} />
    </ReportContext>
  );
}
