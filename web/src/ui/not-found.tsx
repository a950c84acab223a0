import type { ReactNode } from "react";
import { Name } from "./names.tsx";
import { Screen } from "./screen.tsx";

export function NotFound({ what, id }: { readonly what: string; readonly id: string }): ReactNode {
  return (
    <Screen
      title={`No such ${what}`}
      question={`This report has no such ${what}`}
      section="organisation"
      answer={
        <>
          Nothing in it has the id <Name>{id}</Name>. It may have been renamed since the address was
          written down: <a href="#/">start from the overview</a>.
        </>
      }
    >
      {null}
    </Screen>
  );
}
