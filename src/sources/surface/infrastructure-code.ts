import type { SurfaceMark } from "#evidence/surface-mark.ts";
import { MarkCounter } from "./marks.ts";
import { isOwnPath } from "./sample-folders.ts";

const terraform = /\.(?:tf|tofu|hcl)$/;
/** A place for the state: `backend "s3" {`, `cloud {`, Terragrunt's `remote_state {`. */
const state =
  /^[ \t]{0,8}(?:backend\s{1,5}"[\w-]{1,40}"\s{0,5}\{|cloud\s{0,5}\{|remote_state\s{0,5}\{)/m;
/** Credentials and regions are set where something is applied; a module takes them from its caller. */
const provider = /^provider\s{1,5}"[\w-]{1,60}"\s{0,5}\{\s{0,40}\w/m;

/** What a Terraform or Terragrunt file says of where it is applied. Modules and providers that it uses are read elsewhere. */
export function infrastructureSigns(path: string, text: string): readonly SurfaceMark[] {
  if (!terraform.test(path) || /(?:^|\/)modules\//.test(path)) return [];
  const counter = new MarkCounter();
  if (state.test(text)) counter.add("deployment-state", "Terraform state");
  if (provider.test(text)) counter.add("deployment-state", "Terraform provider configuration");
  const marks = counter.marks();
  return marks.length > 0 && isOwnPath(path) ? marks : [];
}
