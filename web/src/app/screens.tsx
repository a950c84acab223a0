import type { ReactNode } from "react";
import { late } from "#web/ui/late.ts";
import { NotFound } from "#web/ui/not-found.tsx";
import type { Route } from "#web/ui/route.ts";

const BlindSpotsScreen = late(
  async () => (await import("#web/features/blind-spots/blind-spots-screen.tsx")).BlindSpotsScreen,
);
const BoardScreen = late(
  async () => (await import("#web/features/board/board-screen.tsx")).BoardScreen,
);
const CapabilitiesScreen = late(
  async () =>
    (await import("#web/features/capabilities/capabilities-screen.tsx")).CapabilitiesScreen,
);
const CapabilityScreen = late(
  async () => (await import("#web/features/capability/capability-screen.tsx")).CapabilityScreen,
);
const CaseScreen = late(
  async () => (await import("#web/features/case/case-screen.tsx")).CaseScreen,
);
const ChangesScreen = late(
  async () => (await import("#web/features/changes/changes-screen.tsx")).ChangesScreen,
);
const ComponentScreen = late(
  async () => (await import("#web/features/component/component-screen.tsx")).ComponentScreen,
);
const ComponentsScreen = late(
  async () => (await import("#web/features/components/components-screen.tsx")).ComponentsScreen,
);
const CorrectionsScreen = late(
  async () => (await import("#web/features/corrections/corrections-screen.tsx")).CorrectionsScreen,
);
const CloneScreen = late(
  async () => (await import("#web/features/duplication/clone-screen.tsx")).CloneScreen,
);
const DeliveryDetailScreen = late(
  async () =>
    (await import("#web/features/delivery/delivery-detail-screen.tsx")).DeliveryDetailScreen,
);
const DeliveryScreen = late(
  async () => (await import("#web/features/delivery/delivery-screen.tsx")).DeliveryScreen,
);
const DecisionsScreen = late(
  async () => (await import("#web/features/decisions/decisions-screen.tsx")).DecisionsScreen,
);
const DuplicationScreen = late(
  async () => (await import("#web/features/duplication/duplication-screen.tsx")).DuplicationScreen,
);
const ExperienceScreen = late(
  async () => (await import("#web/features/experience/experience-screen.tsx")).ExperienceScreen,
);
const JobScreen = late(async () => (await import("#web/features/jobs/job-screen.tsx")).JobScreen);
const JobsScreen = late(
  async () => (await import("#web/features/jobs/jobs-screen.tsx")).JobsScreen,
);
const MapScreen = late(async () => (await import("#web/features/map/map-screen.tsx")).MapScreen);
const MaturityScreen = late(
  async () => (await import("#web/features/maturity/maturity-screen.tsx")).MaturityScreen,
);
const MondayScreen = late(
  async () => (await import("#web/features/monday/monday-screen.tsx")).MondayScreen,
);
const NextScreen = late(
  async () => (await import("#web/features/next/next-screen.tsx")).NextScreen,
);
const ObjectiveScreen = late(
  async () => (await import("#web/features/reliability/objective-screen.tsx")).ObjectiveScreen,
);
const ReliabilityScreen = late(
  async () => (await import("#web/features/reliability/reliability-screen.tsx")).ReliabilityScreen,
);
const RolesScreen = late(
  async () => (await import("#web/features/roles/roles-screen.tsx")).RolesScreen,
);
const SignalsScreen = late(
  async () => (await import("#web/features/signals/signals-screen.tsx")).SignalsScreen,
);
const SourcingScreen = late(
  async () => (await import("#web/features/sourcing/sourcing-screen.tsx")).SourcingScreen,
);
const StaffingScreen = late(
  async () => (await import("#web/features/staffing/staffing-screen.tsx")).StaffingScreen,
);
const TeamScreen = late(
  async () => (await import("#web/features/teams/team-screen.tsx")).TeamScreen,
);
const TeamsScreen = late(
  async () => (await import("#web/features/teams/teams-screen.tsx")).TeamsScreen,
);
const ValueScreen = late(
  async () => (await import("#web/features/value/value-screen.tsx")).ValueScreen,
);

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

const caseParts: ReadonlyMap<string, () => ReactNode> = new Map(
  Object.entries({
    signals: () => <SignalsScreen />,
    staffing: () => <StaffingScreen />,
    sourcing: () => <SourcingScreen />,
    roles: () => <RolesScreen />,
  }),
);

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
    detail: (id) => caseParts.get(id)?.() ?? <NotFound what="screen" id={id} />,
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
