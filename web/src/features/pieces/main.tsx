import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { parseRoute, RouteContext } from "#web/ui/route.ts";
import { ThemeProvider } from "#web/ui/theme.tsx";
import "#web/ui/styles/tokens.css";
import "#web/ui/styles/base.css";
import "#web/ui/styles/screen.css";
import "#web/ui/styles/table.css";
import "#web/ui/styles/chart.css";
import "#web/ui/styles/print.css";
import { Pieces } from "./pieces.tsx";

/** A page of its own, not a part of the report: each piece of a picture in every state, to look at and to test. */
const container = document.getElementById("root");
if (container === null) throw new Error("The page has no element to draw the pieces in");

createRoot(container).render(
  <StrictMode>
    <RouteContext value={parseRoute(globalThis.location.hash)}>
      <ThemeProvider>
        <main>
          <Pieces />
        </main>
      </ThemeProvider>
    </RouteContext>
  </StrictMode>,
);
