import type { ReactNode } from "react";
import { BlindSpotsScreen } from "#web/features/blind-spots/blind-spots-screen.tsx";
import { BoardScreen } from "#web/features/board/board-screen.tsx";
import { CapabilitiesScreen } from "#web/features/capabilities/capabilities-screen.tsx";
import { CapabilityScreen } from "#web/features/capability/capability-screen.tsx";
import { CaseScreen } from "#web/features/case/case-screen.tsx";
import { ChangesScreen } from "#web/features/changes/changes-screen.tsx";
import { ComponentScreen } from "#web/features/component/component-screen.tsx";
import { ComponentsScreen } from "#web/features/components/components-screen.tsx";
import { CorrectionsScreen } from "#web/features/corrections/corrections-screen.tsx";
import { CloneScreen } from "#web/features/duplication/clone-screen.tsx";
import { DeliveryDetailScreen } from "#web/features/delivery/delivery-detail-screen.tsx";
import { DeliveryScreen } from "#web/features/delivery/delivery-screen.tsx";
import { DecisionsScreen } from "#web/features/decisions/decisions-screen.tsx";
import { DuplicationScreen } from "#web/features/duplication/duplication-screen.tsx";
import { ExperienceScreen } from "#web/features/experience/experience-screen.tsx";
import { JobScreen } from "#web/features/jobs/job-screen.tsx";
import { JobsScreen } from "#web/features/jobs/jobs-screen.tsx";
import { MapScreen } from "#web/features/map/map-screen.tsx";
import { MaturityScreen } from "#web/features/maturity/maturity-screen.tsx";
import { MondayScreen } from "#web/features/monday/monday-screen.tsx";
import { NextScreen } from "#web/features/next/next-screen.tsx";
import { ObjectiveScreen } from "#web/features/reliability/objective-screen.tsx";
import { ReliabilityScreen } from "#web/features/reliability/reliability-screen.tsx";
import { RolesScreen } from "#web/features/roles/roles-screen.tsx";
import { SignalsScreen } from "#web/features/signals/signals-screen.tsx";
import { SourcingScreen } from "#web/features/sourcing/sourcing-screen.tsx";
import { StaffingScreen } from "#web/features/staffing/staffing-screen.tsx";
import { TeamScreen } from "#web/features/teams/team-screen.tsx";
import { TeamsScreen } from "#web/features/teams/teams-screen.tsx";
import { ValueScreen } from "#web/features/value/value-screen.tsx";
import { NotFound } from "#web/ui/not-found.tsx";
import type { Route } from "#web/ui/route.ts";

/** Where a reader goes with a question. Work comes with what can be worked on: requests, campaigns, waivers. */
export const places = ["Monday", "Platform", "Health", "Decide", "Data"] as const;
export type Place = (typeof places)[number];

export interface ScreenEntry {
  readonly path: string;
  readonly label: string;
  readonly place: Place;
  /** Pressed after g. */
  readonly key: string;
  readonly list: () => ReactNode;
  readonly detail?: (id: string) => ReactNode;
}

const caseParts: Readonly<Record<string, () => ReactNode>> = {
  signals: () => <SignalsScreen />,
  staffing: () => <StaffingScreen />,
  sourcing: () => <SourcingScreen />,
  roles: () => <RolesScreen />,
};

/** A new screen is one more line here. */
export const screens: readonly ScreenEntry[] = [
  { path: "", label: "Monday", place: "Monday", key: "o", list: () => <MondayScreen /> },
  {
    path: "changes",
    label: "What changed",
    place: "Monday",
    key: "w",
    list: () => <ChangesScreen />,
  },
  {
    path: "capabilities",
    label: "Capabilities",
    place: "Platform",
    key: "a",
    list: () => <CapabilitiesScreen />,
    detail: (id) => <CapabilityScreen id={id} />,
  },
  {
    path: "components",
    label: "Components",
    place: "Platform",
    key: "c",
    list: () => <ComponentsScreen />,
    detail: (id) => <ComponentScreen id={id} />,
  },
  {
    path: "teams",
    label: "Teams",
    place: "Platform",
    key: "t",
    list: () => <TeamsScreen />,
    detail: (id) => <TeamScreen id={id} />,
  },
  { path: "map", label: "Map", place: "Platform", key: "i", list: () => <MapScreen /> },
  {
    path: "duplication",
    label: "Duplication",
    place: "Platform",
    key: "d",
    list: () => <DuplicationScreen />,
    detail: (id) => <CloneScreen id={id} />,
  },
  {
    path: "jobs",
    label: "Different tools",
    place: "Platform",
    key: "j",
    list: () => <JobsScreen />,
    detail: (id) => <JobScreen id={id} />,
  },
  {
    path: "delivery",
    label: "Delivery",
    place: "Health",
    key: "l",
    list: () => <DeliveryScreen />,
    detail: (id) => <DeliveryDetailScreen id={id} />,
  },
  {
    path: "reliability",
    label: "Reliability",
    place: "Health",
    key: "r",
    list: () => <ReliabilityScreen />,
    detail: (id) => <ObjectiveScreen id={id} />,
  },
  {
    path: "experience",
    label: "Experience",
    place: "Health",
    key: "x",
    list: () => <ExperienceScreen />,
  },
  {
    path: "case",
    label: "A product manager?",
    place: "Decide",
    key: "p",
    list: () => <CaseScreen />,
    detail: (id) => caseParts[id]?.() ?? <NotFound what="screen" id={id} />,
  },
  { path: "next", label: "What next", place: "Decide", key: "n", list: () => <NextScreen /> },
  { path: "value", label: "Value", place: "Decide", key: "v", list: () => <ValueScreen /> },
  {
    path: "maturity",
    label: "Maturity",
    place: "Decide",
    key: "m",
    list: () => <MaturityScreen />,
  },
  {
    path: "decisions",
    label: "Goals and decisions",
    place: "Decide",
    key: "e",
    list: () => <DecisionsScreen />,
  },
  {
    path: "board-paper",
    label: "Board paper",
    place: "Decide",
    key: "y",
    list: () => <BoardScreen />,
  },
  {
    path: "coverage",
    label: "Coverage",
    place: "Data",
    key: "b",
    list: () => <BlindSpotsScreen />,
  },
  {
    path: "corrections",
    label: "Corrections",
    place: "Data",
    key: "k",
    list: () => <CorrectionsScreen />,
  },
];

export function screensOf(place: Place): readonly ScreenEntry[] {
  return screens.filter((screen) => screen.place === place);
}

export function entryOf(path: string): ScreenEntry | null {
  return screens.find((screen) => screen.path === path) ?? null;
}

export function screenOf(route: Route): ReactNode {
  const entry = entryOf(route.screen);
  if (entry === null) return <NotFound what="screen" id={route.screen} />;
  if (route.id === null) return entry.list();
  return entry.detail?.(route.id) ?? <NotFound what="screen" id={route.id} />;
}
