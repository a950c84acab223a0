import type { ReactNode } from "react";
import { BlindSpotsScreen } from "#web/features/blind-spots/blind-spots-screen.tsx";
import { BoardScreen } from "#web/features/board/board-screen.tsx";
import { CapabilitiesScreen } from "#web/features/capabilities/capabilities-screen.tsx";
import { CapabilityScreen } from "#web/features/capability/capability-screen.tsx";
import { ChangesScreen } from "#web/features/changes/changes-screen.tsx";
import { ComponentScreen } from "#web/features/component/component-screen.tsx";
import { ComponentsScreen } from "#web/features/components/components-screen.tsx";
import { CloneScreen } from "#web/features/duplication/clone-screen.tsx";
import { DeliveryDetailScreen } from "#web/features/delivery/delivery-detail-screen.tsx";
import { DeliveryScreen } from "#web/features/delivery/delivery-screen.tsx";
import { DecisionsScreen } from "#web/features/decisions/decisions-screen.tsx";
import { DuplicationScreen } from "#web/features/duplication/duplication-screen.tsx";
import { ExperienceScreen } from "#web/features/experience/experience-screen.tsx";
import { JobScreen } from "#web/features/jobs/job-screen.tsx";
import { JobsScreen } from "#web/features/jobs/jobs-screen.tsx";
import { MaturityScreen } from "#web/features/maturity/maturity-screen.tsx";
import { NextScreen } from "#web/features/next/next-screen.tsx";
import { OverviewScreen } from "#web/features/overview/overview-screen.tsx";
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

export interface ScreenEntry {
  readonly path: string;
  readonly label: string;
  /** The question it belongs to in the navigation. */
  readonly group: "See" | "Measure" | "Find" | "Decide";
  /** Pressed after g. */
  readonly key: string;
  readonly list: () => ReactNode;
  readonly detail?: (id: string) => ReactNode;
}

/** A new screen is one more line here. */
export const screens: readonly ScreenEntry[] = [
  { path: "", label: "Overview", group: "See", key: "o", list: () => <OverviewScreen /> },
  {
    path: "components",
    label: "Components",
    group: "See",
    key: "c",
    list: () => <ComponentsScreen />,
    detail: (id) => <ComponentScreen id={id} />,
  },
  {
    path: "teams",
    label: "Teams",
    group: "See",
    key: "t",
    list: () => <TeamsScreen />,
    detail: (id) => <TeamScreen id={id} />,
  },
  {
    path: "capabilities",
    label: "Capabilities",
    group: "Measure",
    key: "a",
    list: () => <CapabilitiesScreen />,
    detail: (id) => <CapabilityScreen id={id} />,
  },
  {
    path: "reliability",
    label: "Reliability",
    group: "Measure",
    key: "r",
    list: () => <ReliabilityScreen />,
    detail: (id) => <ObjectiveScreen id={id} />,
  },
  {
    path: "delivery",
    label: "Delivery",
    group: "Measure",
    key: "l",
    list: () => <DeliveryScreen />,
    detail: (id) => <DeliveryDetailScreen id={id} />,
  },
  {
    path: "experience",
    label: "Experience",
    group: "Measure",
    key: "x",
    list: () => <ExperienceScreen />,
  },
  {
    path: "changes",
    label: "What changed",
    group: "Measure",
    key: "w",
    list: () => <ChangesScreen />,
  },
  {
    path: "duplication",
    label: "Duplication",
    group: "Find",
    key: "d",
    list: () => <DuplicationScreen />,
    detail: (id) => <CloneScreen id={id} />,
  },
  {
    path: "jobs",
    label: "Different tools",
    group: "Find",
    key: "j",
    list: () => <JobsScreen />,
    detail: (id) => <JobScreen id={id} />,
  },
  {
    path: "blind-spots",
    label: "Blind spots",
    group: "Find",
    key: "b",
    list: () => <BlindSpotsScreen />,
  },
  {
    path: "signals",
    label: "A product manager?",
    group: "Decide",
    key: "p",
    list: () => <SignalsScreen />,
  },
  {
    path: "staffing",
    label: "How many",
    group: "Decide",
    key: "h",
    list: () => <StaffingScreen />,
  },
  {
    path: "sourcing",
    label: "From where",
    group: "Decide",
    key: "f",
    list: () => <SourcingScreen />,
  },
  { path: "next", label: "What next", group: "Decide", key: "n", list: () => <NextScreen /> },
  { path: "value", label: "Value", group: "Decide", key: "v", list: () => <ValueScreen /> },
  { path: "roles", label: "Roles", group: "Decide", key: "s", list: () => <RolesScreen /> },
  {
    path: "maturity",
    label: "Maturity",
    group: "Decide",
    key: "m",
    list: () => <MaturityScreen />,
  },
  {
    path: "decisions",
    label: "Goals and decisions",
    group: "Decide",
    key: "e",
    list: () => <DecisionsScreen />,
  },
  {
    path: "board-paper",
    label: "Board paper",
    group: "Decide",
    key: "y",
    list: () => <BoardScreen />,
  },
];

export function screenOf(route: Route): ReactNode {
  const entry = screens.find((screen) => screen.path === route.screen);
  if (entry === undefined) return <NotFound what="screen" id={route.screen} />;
  if (route.id === null) return entry.list();
  return entry.detail?.(route.id) ?? <NotFound what="screen" id={route.id} />;
}
