import { useCallback, useMemo, useState, type ReactNode } from "react";
import { NamesContext } from "#web/api/names-of-things.ts";
import { itemsOf } from "#web/api/section-items.ts";
import { useSections } from "#web/api/use-report.ts";
import { EvidenceDrawer } from "#web/features/evidence/evidence-drawer.tsx";
import { PartBoundary } from "#web/ui/part-boundary.tsx";
import { useRoute } from "#web/ui/route.ts";
import { KeysDialog } from "./keys-dialog.tsx";
import { Navigation } from "./navigation.tsx";
import { ScreenFailed } from "./page-states.tsx";
import { screenOf } from "./screens.tsx";
import { useShortcuts } from "./use-shortcuts.ts";

/** `isMoving`: another screen is being opened, and takes this one's place when it is ready. */
export function App({ isMoving }: { readonly isMoving: boolean }): ReactNode {
  const route = useRoute();
  const [isKeysOpen, setKeysOpen] = useState(false);
  const openKeys = useCallback(() => setKeysOpen(true), []);
  useShortcuts(openKeys);
  return (
    <>
      <button
        type="button"
        className="skip"
        onClick={() => document.querySelector<HTMLElement>("main")?.focus()}
      >
        Skip to the content
      </button>
      <div className="page">
        <Navigation onKeys={openKeys} />
        <main tabIndex={-1} aria-busy={isMoving}>
          <PartBoundary
            place={`${route.screen}/${route.id ?? ""}`}
            failed={(error) => <ScreenFailed error={error} />}
          >
            <Names>{screenOf(route)}</Names>
          </PartBoundary>
        </main>
      </div>
      <EvidenceDrawer />
      <KeysDialog isOpen={isKeysOpen} onOpen={setKeysOpen} />
    </>
  );
}

function Names({ children }: { readonly children: ReactNode }): ReactNode {
  const { components, capabilities, teams } = useSections("components", "capabilities", "teams");
  const names = useMemo(
    () => ({
      components: itemsOf.components({ components }),
      capabilities: itemsOf.capabilities({ capabilities }),
      teams: itemsOf.teams({ teams }),
    }),
    [components, capabilities, teams],
  );
  return <NamesContext value={names}>{children}</NamesContext>;
}
