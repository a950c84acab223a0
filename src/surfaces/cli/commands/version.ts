import { reportVersions } from "#operations/report-versions.ts";
import { contextOf, type Session } from "../session.ts";

/** Versions that a report of a fault needs. */
export async function runVersion(session: Session): Promise<void> {
  const { fulcrum, node, git } = await reportVersions(await contextOf(session, {}));
  session.terminal.out.line(`fulcrum ${fulcrum}`);
  session.terminal.out.line(`Node ${node}`);
  session.terminal.out.line(`git ${git ?? "2.30 or newer was not found"}`);
}
