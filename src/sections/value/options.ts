import type { ConfiguredDeclared } from "#contract/configuration-declared.ts";
import type { Configuration } from "#contract/configuration.ts";
import type { ValueOptions } from "#insight/value/options.ts";

/** What fulcrum.yaml changes in the defaults of the value ledger. */
export function valueOptions({
  value,
  thresholds,
}: Pick<ConfiguredDeclared, "value"> & Pick<Configuration, "thresholds">): Partial<ValueOptions> {
  return {
    ...value,
    ...(thresholds.suppressBelow === undefined ? {} : { suppressBelow: thresholds.suppressBelow }),
  };
}
