import type { ReactNode } from "react";
import { Name } from "./names.tsx";
import { Screen } from "./screen.tsx";

export function NotFound({ what, id }: { readonly what: string; readonly id: string }): ReactNode {
  return (
    <Screen
      title={`No such ${what}`}
      question="An address that leads nowhere"
      finding={`This report has no such ${what}`}
      section="organisation"
      lead={
        <>
          Nothing in it has the id <Name>{id}</Name>. It may have been renamed since the address was
          written down: <a href="#/">start from Monday</a>.
        </>
      }
    >
      {null}
    </Screen>
  );
}
