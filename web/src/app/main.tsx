import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { packedSource } from "#web/api/packed-source.ts";
import { openFirst, SourceContext } from "#web/api/use-report.ts";
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
import { Broken, Loading } from "./page-states.tsx";
import { RouteProvider } from "./route-provider.tsx";

const container = document.getElementById("root");
if (container === null) throw new Error("The page has no element to draw the screens in");

const source = packedSource((part) => {
  const block = document.getElementById(`fulcrum-${part}`);
  block?.remove();
  return block?.textContent ?? null;
});

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // What stands in the page changes no more, opens without a network, and fails again where it failed once.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
      networkMode: "always",
      retry: false,
      structuralSharing: false,
    },
  },
});

openFirst(source, queries);
createRoot(container).render(
  <StrictMode>
    <PartBoundary place="report" failed={(error) => <Broken error={error} />}>
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
    </PartBoundary>
  </StrictMode>,
);
