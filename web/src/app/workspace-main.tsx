import { QueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { httpSource } from "#web/api/http-source.ts";
import { ReportError } from "#web/api/report-source.ts";
import { sampleName, sampleSlug } from "#vocabulary/sample.ts";
import { knownOrganisations, slugIn, type KnownOrganisation } from "#web/api/workspace.ts";
import { ThemeProvider } from "#web/ui/theme.tsx";
import { drawScreens, pageElement } from "./draw-screens.tsx";
import { FirstPage, NoSuchOrganisation } from "./first-page.tsx";
import { Unanswered } from "./page-states.tsx";
import { SampleNotice } from "./sample.tsx";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // All of a page is of one assessment, which does not change.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
      networkMode: "always",
      retry: (count, error) => count < 3 && error instanceof ReportError && error.mayComeAgain,
      structuralSharing: false,
    },
  },
});

const broken = (error: Error): ReactNode => <Unanswered error={error} />;

/** A page without screens. */
function drawAlone(content: ReactNode): void {
  createRoot(pageElement()).render(<ThemeProvider>{content}</ThemeProvider>);
}

async function start(): Promise<void> {
  const organisations = await knownOrganisations();
  const named = slugIn(globalThis.location.pathname);
  const isSample = (one: KnownOrganisation): boolean =>
    one.slug === sampleSlug && one.name === sampleName;
  // Who has an organisation of their own means that one.
  const first = organisations.find((one) => !isSample(one)) ?? organisations[0];
  const slug = named ?? first?.slug ?? null;
  if (slug === null) return drawAlone(<FirstPage />);
  const shown = organisations.find((one) => one.slug === slug);
  if (shown === undefined)
    return drawAlone(<NoSuchOrganisation slug={slug} organisations={organisations} />);
  const workspace = { organisations, slug, notice: isSample(shown) ? <SampleNotice /> : null };
  drawScreens({ source: httpSource(slug), queries, workspace, broken });
}

start().catch((error: unknown) => {
  drawAlone(broken(error instanceof Error ? error : new Error(String(error))));
});
