import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { loadReport } from "#web/api/load-report.ts";
import { viewReport } from "#web/api/report-view.ts";
import { ThemeProvider } from "#web/ui/theme.tsx";
import "#web/ui/styles/tokens.css";
import "#web/ui/styles/base.css";
import "#web/ui/styles/layout.css";
import "#web/ui/styles/screen.css";
import "#web/ui/styles/table.css";
import "#web/ui/styles/chart.css";
import "#web/ui/styles/comparison.css";
import "#web/ui/styles/drawer.css";
import "#web/ui/styles/decision.css";
import "#web/ui/styles/jobs.css";
import "#web/ui/styles/print.css";
import { App } from "./app.tsx";
import { Broken, Loading } from "./page-states.tsx";

const container = document.getElementById("root");
if (container === null) throw new Error("The page has no element to draw the screens in");
const root = createRoot(container);

root.render(<Loading />);
try {
  const view = viewReport(await loadReport());
  root.render(
    <StrictMode>
      <ThemeProvider>
        <App view={view} />
      </ThemeProvider>
    </StrictMode>,
  );
} catch (thrown) {
  root.render(<Broken reason={thrown instanceof Error ? thrown.message : String(thrown)} />);
}
