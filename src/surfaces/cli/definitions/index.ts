// Written by `npm run generate` from the files of this folder: one command each.
import { command as assess } from "./assess.ts";
import { command as audit } from "./audit.ts";
import { command as cache } from "./cache.ts";
import { command as capabilities } from "./capabilities.ts";
import { command as charter } from "./charter.ts";
import { command as correct } from "./correct.ts";
import { command as db } from "./db.ts";
import { command as delivery } from "./delivery.ts";
import { command as duplicates } from "./duplicates.ts";
import { command as explain } from "./explain.ts";
import { command as init } from "./init.ts";
import { command as interview } from "./interview.ts";
import { command as maturity } from "./maturity.ts";
import { command as mcp } from "./mcp.ts";
import { command as next } from "./next.ts";
import { command as onePager } from "./one-pager.ts";
import { command as serve } from "./serve.ts";
import { command as signals } from "./signals.ts";
import { command as similar } from "./similar.ts";
import { command as slo } from "./slo.ts";
import { command as sourcing } from "./sourcing.ts";
import { command as staffing } from "./staffing.ts";
import { command as token } from "./token.ts";
import { command as value } from "./value.ts";
import { command as verdict } from "./verdict.ts";
import { command as version } from "./version.ts";
import { command as worker } from "./worker.ts";

export const definitions = [
  assess,
  audit,
  cache,
  capabilities,
  charter,
  correct,
  db,
  delivery,
  duplicates,
  explain,
  init,
  interview,
  maturity,
  mcp,
  next,
  onePager,
  serve,
  signals,
  similar,
  slo,
  sourcing,
  staffing,
  token,
  value,
  verdict,
  version,
  worker,
] as const;
