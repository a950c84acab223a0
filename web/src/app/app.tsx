import { Suspense, useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import { NamesContext } from "#web/api/names-of-things.ts";
import { itemsOf } from "#web/api/section-items.ts";
import { useSections } from "#web/api/use-report.ts";
import { late, loadLate } from "#web/ui/late.ts";
import { PartBoundary } from "#web/ui/part-boundary.tsx";
import { useRoute } from "#web/ui/route.ts";
import { settingsBelongTo } from "#web/ui/settings.ts";
import { ScreenFailed } from "./page-states.tsx";
import { screenOf } from "./screens.tsx";
import { PhoneBar, TopBar } from "./top-bar.tsx";
import { useShortcuts } from "./use-shortcuts.ts";

const CommandPalette = late(async () => (await import("./command-palette.tsx")).CommandPalette);
const EvidenceDrawer = late(
  async () => (await import("#web/features/evidence/evidence-drawer.tsx")).EvidenceDrawer,
);
const KeysDialog = late(async () => (await import("./keys-dialog.tsx")).KeysDialog);

/** `isMoving`: another screen is being opened, and takes this one's place when it is ready. */
export function App({ isMoving }: { readonly isMoving: boolean }): ReactNode {
  const route = useRoute();
  const [opened, setOpened] = useState<"keys" | "search" | null>(null);
  const openKeys = useCallback(() => setOpened("keys"), []);
  const openSearch = useCallback(() => setOpened("search"), []);
  // Once the first screen stands, the code of the others is started while the reader reads.
  useEffect(() => void loadLate(), []);
  useShortcuts({ onKeys: openKeys, onSearch: openSearch });
  return (
    <>
      <button
        type="button"
        className="skip"
        onClick={() => document.querySelector<HTMLElement>("main")?.focus()}
      >
        Skip to the content
      </button>
      <TopBar onKeys={openKeys} onSearch={openSearch} />
      <main tabIndex={-1} aria-busy={isMoving}>
        <Names>
          <PartBoundary
            place={`${route.screen}/${route.id ?? ""}`}
            failed={(error) => <ScreenFailed error={error} />}
          >
            {screenOf(route)}
          </PartBoundary>
          {opened === "search" && (
            <Suspense fallback={null}>
              <CommandPalette onClose={() => setOpened(null)} onKeys={openKeys} />
            </Suspense>
          )}
        </Names>
      </main>
      <PhoneBar onSearch={openSearch} />
      <Once when={route.query.has("evidence")}>
        <EvidenceDrawer />
      </Once>
      <Once when={opened === "keys"}>
        <KeysDialog
          isOpen={opened === "keys"}
          onOpen={(isOpen) => setOpened(isOpen ? "keys" : null)}
        />
      </Once>
    </>
  );
}

/** Drawn from the first time on that it is wanted: it then stays, to leave as it came. */
function Once({
  when,
  children,
}: {
  readonly when: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const [wasWanted, setWanted] = useState(when);
  if (when && !wasWanted) setWanted(true);
  return wasWanted && <Suspense fallback={null}>{children}</Suspense>;
}

function Names({ children }: { readonly children: ReactNode }): ReactNode {
  const { components, capabilities, teams, organisation } = useSections(
    "components",
    "capabilities",
    "teams",
    "organisation",
  );
  settingsBelongTo(organisation.name);
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
