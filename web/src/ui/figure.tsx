import type { ReactNode } from "react";
import { useRoute, withQuery } from "./route.ts";
import { numberWords } from "./words.ts";

interface FigureProps {
  /** Ids that the drawer resolves: see `evidence-reference.ts`. */
  readonly evidence: readonly string[];
  readonly n?: number | undefined;
  readonly children: ReactNode;
}

/** A number with its sample size that opens into its evidence. Every figure on a screen is one of these. */
export function Figure({ evidence, n, children }: FigureProps): ReactNode {
  const route = useRoute();
  return (
    <span className="figure">
      <a href={withQuery(route, { evidence })} data-evidence="">
        {children}
        <span className="for-readers">, open its evidence</span>
      </a>
      {n !== undefined && <span className="figure-n"> n&nbsp;=&nbsp;{numberWords(n)}</span>}
    </span>
  );
}
