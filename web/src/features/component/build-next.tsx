import type { ReactNode } from "react";
import { useSection } from "#web/api/use-report.ts";
import { Panel } from "#web/ui/screen.tsx";
import { ProductSteps } from "../next/product-steps.tsx";

/** Of a product: what it should build next, all of it. */
export function BuildNext({ componentId }: { readonly componentId: string }): ReactNode {
  const { lenses } = useSection("lenses");
  const own = lenses.products.find((one) => one.componentId === componentId);
  if (own === undefined) return null;
  return (
    <Panel
      title="What should it build next?"
      note="To delight its users and grow the business first; then what the platform imposes on it, owes it and offers it."
    >
      <ProductSteps steps={own.items} />
    </Panel>
  );
}
