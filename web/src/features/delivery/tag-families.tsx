import type { ReactNode } from "react";
import { Name } from "#web/ui/names.tsx";
import { Panel } from "#web/ui/screen.tsx";
import { dateWords, plural } from "#web/ui/words.ts";
import type { Delivery } from "#web/api/report-rows.ts";

/** Families of tags side by side, and the one that counts as releases. */
export function TagFamilies({
  families,
}: {
  readonly families: Delivery["tagFamilies"];
}): ReactNode {
  return (
    <Panel
      title="Families of tags"
      note="One counts as releases: the newest, unless deployments.releaseTags in fulcrum.yaml names another."
    >
      <ul className="plain">
        {families.map((one) => (
          <li key={one.pattern}>
            <Name>{one.pattern}</Name>: {plural(one.tagsCount, "tag")}, {dateWords(one.first)} to{" "}
            {dateWords(one.last)}
            {one.isChosen && ", counted"}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
