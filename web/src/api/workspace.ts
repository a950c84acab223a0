import { createContext, type ReactNode } from "react";
import { askService } from "./ask-service.ts";

/** An organisation that the service knows. */
export interface KnownOrganisation {
  readonly slug: string;
  readonly name: string;
}

/** The service that the screens are of. */
export interface Workspace {
  readonly organisations: readonly KnownOrganisation[];
  /** Of the one that is shown. */
  readonly slug: string;
  /** What has to be said of it above every screen; null: nothing. */
  readonly notice: ReactNode;
}

/** Null in a page that holds one report. */
export const WorkspaceContext = createContext<Workspace | null>(null);

export async function knownOrganisations(): Promise<readonly KnownOrganisation[]> {
  const { organisations } = await askService<{ organisations: readonly KnownOrganisation[] }>(
    "the organisations",
    "/organisations",
  );
  return organisations;
}

/** Makes a report that `fulcrum assess --json` wrote an assessment; gives the slug of its organisation. */
export async function putReportIn(file: Blob): Promise<string> {
  const { organisation } = await askService<{ organisation: string }>(
    "the report",
    "/organisations",
    { method: "POST", headers: { "Content-Type": "application/json" }, body: file },
  );
  return organisation;
}

/** The organisation that is invented, for whoever has none of their own yet. */
export interface SampleOffer {
  readonly slug: string;
  readonly name: string;
  /** It was built, and can be shown. */
  readonly isReady: boolean;
  readonly isShown: boolean;
}

export function sampleOffer(): Promise<SampleOffer> {
  return askService<SampleOffer>("the sample organisation", "/sample");
}

/** Shows it among the others; gives its slug. */
export async function showSample(): Promise<string> {
  const { organisation } = await askService<{ organisation: string }>(
    "the sample organisation",
    "/sample",
    { method: "POST" },
  );
  return organisation;
}

export async function removeSample(): Promise<void> {
  await askService<object>("the sample organisation", "/sample", { method: "DELETE" });
}

export function organisationHref(slug: string): string {
  return `/o/${slug}`;
}

/** The one that an address names; null: it names none. */
export function slugIn(path: string): string | null {
  return /^\/o\/([a-z0-9-]+)\/?$/.exec(path)?.[1] ?? null;
}
