import type { ReactNode } from "react";
import type { Adoption } from "#web/api/report-rows.ts";
import { BarChart } from "#web/ui/chart/bar-chart.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { Panel } from "#web/ui/screen.tsx";
import { Unknown } from "#web/ui/unknown.tsx";
import { percentWords } from "#web/ui/words.ts";
import { BehindList } from "./behind-list.tsx";

interface VersionsInUseProps {
  readonly adoption: Adoption;
  readonly pointer: string;
  readonly window: string;
}

export function VersionsInUse({ adoption, pointer, window }: VersionsInUseProps): ReactNode {
  const { versionsInUse, onNewestMajor, newestMajor } = adoption.currency;
  const n = versionsInUse.reduce((sum, one) => sum + one.count, 0);
  return (
    <Panel title="Which versions are in use?">
      <p>
        {onNewestMajor === null ? (
          <Unknown pointer={`${pointer}/currency/onNewestMajor`} />
        ) : (
          <>
            <Figure evidence={[`adoption:${adoption.capabilityId}`]}>
              {onNewestMajor.numerator} of {onNewestMajor.denominator} (
              {percentWords(onNewestMajor.share)})
            </Figure>{" "}
            are on{" "}
            {onNewestMajor.major === newestMajor
              ? `the newest major, ${newestMajor}`
              : `major ${onNewestMajor.major} or newer; ${newestMajor ?? "a newer one"} is out and in its days of grace`}
            .
          </>
        )}
      </p>
      <BehindList adoption={adoption} />
      {versionsInUse.length > 0 && (
        <BarChart
          data={{
            title: "Versions now",
            unit: "components",
            n,
            counted: "component",
            window,
            source: "lock files, else exact constraints",
          }}
          labelTitle="Version"
          bars={versionsInUse.map((one) => ({ label: one.version, value: one.count }))}
          isMono
        />
      )}
    </Panel>
  );
}
