import type { ReactNode } from "react";
import type { Adoption } from "#web/api/report-rows.ts";
import { BarChart } from "#web/ui/chart/bar-chart.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { Panel } from "#web/ui/screen.tsx";
import { Unknown } from "#web/ui/unknown.tsx";
import { listWords } from "#web/ui/words.ts";

interface PullAndChoiceProps {
  readonly adoption: Adoption;
  readonly pointer: string;
  readonly window: string;
}

export function PullAndChoice({ adoption, pointer, window }: PullAndChoiceProps): ReactNode {
  const { pull, choice } = adoption;
  const known = choice.chosen + choice.captive;
  return (
    <Panel title="Pulled or pushed, chosen or captive?">
      <p>
        {known === 0 ? (
          "Whether there was another way to do the job is not known for any adopter."
        ) : (
          <>
            <Figure evidence={[`adoption:${adoption.capabilityId}`]}>
              {choice.chosen} of {known}
            </Figure>{" "}
            had another way to do the job and chose this one
            {choice.unknown > 0 && `; for ${choice.unknown} more that is not known`}.
          </>
        )}
      </p>
      {pull === null ? (
        <Unknown pointer={`${pointer}/pull`} />
      ) : (
        <Openers pull={pull} window={window} />
      )}
    </Panel>
  );
}

function Openers({
  pull,
  window,
}: {
  readonly pull: NonNullable<Adoption["pull"]>;
  readonly window: string;
}): ReactNode {
  const all = [
    { label: "the team itself (pull)", value: pull.consumer },
    { label: "its provider (push)", value: pull.provider },
    { label: "a bot", value: pull.bot },
    { label: "born with it", value: pull.template },
    { label: "unclear", value: pull.unclear },
  ];
  const bars = all.flatMap(({ label, value }) => (value === null ? [] : { label, value }));
  const withheld = all.flatMap(({ label, value }) => (value === null ? label : []));
  return (
    <>
      <BarChart
        data={{
          title: "Who brought it in",
          unit: "adoptions",
          n: bars.reduce((sum, { value }) => sum + value, 0),
          counted: "use",
          window,
          source: "authors of the commits that added it, as counts only",
        }}
        labelTitle="By"
        bars={bars}
      />
      {withheld.length > 0 && (
        <p className="note">
          Withheld, for fewer than five people stand behind one of them: {listWords(withheld)}.
        </p>
      )}
    </>
  );
}
