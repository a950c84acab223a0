import { useState, type ReactNode } from "react";
import { organisationHref, putReportIn, type KnownOrganisation } from "#web/api/workspace.ts";
import { LookAtSample } from "./sample.tsx";

/** What a service shows that knows no assessment yet: how to make the first one, and a way to put it in. */
export function FirstPage(): ReactNode {
  return (
    <main className="broken">
      <h1>Nothing was assessed yet</h1>
      <p>
        Assess a folder with clones of your repositories, on any machine that has them. Nothing is
        sent anywhere:
      </p>
      <pre>
        <code>fulcrum assess ../repos --json report.json</code>
      </pre>
      <PutReportIn />
      <p>
        Or stop the service, and start it with <code>fulcrum serve --report report.json</code>.
      </p>
      <LookAtSample />
    </main>
  );
}

/** An address that names an organisation which is not here. */
export function NoSuchOrganisation({
  slug,
  organisations,
}: {
  readonly slug: string;
  readonly organisations: readonly KnownOrganisation[];
}): ReactNode {
  return (
    <main className="broken">
      <h1>There is no organisation {slug} here</h1>
      <ul>
        {organisations.map((one) => (
          <li key={one.slug}>
            <a href={organisationHref(one.slug)}>{one.name}</a>
          </li>
        ))}
      </ul>
      <PutReportIn />
    </main>
  );
}

function PutReportIn(): ReactNode {
  const [said, setSaid] = useState<string | null>(null);
  const put = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setSaid("Putting it in …");
    try {
      globalThis.location.assign(organisationHref(await putReportIn(file)));
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      <p>
        <label>
          Then put the report in:{" "}
          <input
            type="file"
            accept=".json,application/json"
            onChange={({ target }) => void put(target.files?.[0])}
          />
        </label>
      </p>
      <p role="status">{said}</p>
    </>
  );
}
