import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { StrictMode, Suspense, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import type { ReportSource } from "#web/api/report-source.ts";
import { openFirst, SourceContext } from "#web/api/use-report.ts";
import { WorkspaceContext, type Workspace } from "#web/api/workspace.ts";
import { PartBoundary } from "#web/ui/part-boundary.tsx";
import { ThemeProvider } from "#web/ui/theme.tsx";
import "#web/ui/styles/tokens.css";
import "#web/ui/styles/base.css";
import "#web/ui/styles/layout.css";
import "#web/ui/styles/screen.css";
import "#web/ui/styles/table.css";
import "#web/ui/styles/rows.css";
import "#web/ui/styles/chart.css";
import "#web/ui/styles/comparison.css";
import "#web/ui/styles/drawer.css";
import "#web/ui/styles/decision.css";
import "#web/ui/styles/jobs.css";
import "#web/ui/styles/monday.css";
import "#web/ui/styles/thing.css";
import "#web/ui/styles/print.css";
import { App } from "./app.tsx";
import { Loading } from "./page-states.tsx";
import { RouteProvider } from "./route-provider.tsx";

/** The element of the page that everything is drawn in. */
export function pageElement(): HTMLElement {
  const element = document.getElementById("root");
  if (element === null) throw new Error("The page has no element to draw the screens in");
  return element;
}

interface Drawing {
  readonly source: ReportSource;
  readonly queries: QueryClient;
  /** Null: the page holds one report. */
  readonly workspace: Workspace | null;
  /** In place of everything, where not even the index can be had. */
  readonly broken: (error: Error) => ReactNode;
}

/** Draws the screens over a report, wherever that comes from. */
export function drawScreens({ source, queries, workspace, broken }: Drawing): void {
  openFirst(source, queries);
  createRoot(pageElement()).render(
    <StrictMode>
      <PartBoundary place="report" failed={broken}>
        <WorkspaceContext value={workspace}>
          <SourceContext value={source}>
            <QueryClientProvider client={queries}>
              <ThemeProvider>
                <Suspense fallback={<Loading />}>
                  <RouteProvider waiting={<Loading />}>
                    {(isMoving) => <App isMoving={isMoving} />}
                  </RouteProvider>
                </Suspense>
              </ThemeProvider>
            </QueryClientProvider>
          </SourceContext>
        </WorkspaceContext>
      </PartBoundary>
    </StrictMode>,
  );
}
