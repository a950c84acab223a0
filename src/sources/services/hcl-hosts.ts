import type { HostBag } from "./host-bag.ts";

const attribute =
  /^\s{0,60}"?(domain_name|domain_names|domain|domains|aliases|alternative_names|alternative_domain_names|subject_alternative_names|host_name|hostname|hostnames|host|fqdn|public_host(?:name)?|external_host(?:name)?|api_(?:host(?:name)?|domain)|custom_domain|dns_name|record_name|name|values|(?:\w{1,40}_)?(?:domain_name|hostname|fqdn))"?\s{0,40}=\s{0,5}(.{0,400})$/;
const block =
  /^\s{0,60}(\w{1,60})(?:\s{1,5}"([^"]{1,80})")?(?:\s{1,5}"[^"]{1,80}")?\s{0,5}=?\s{0,5}\{\s{0,10}$/;
/** Blocks and resources whose addresses are somebody else's. */
const upstream =
  /^(?:origin|backend|upstream|environment|env|env_vars|variables|custom_header|provider|remote)$/;
const isRecord =
  /_(?:record|record_set|dns_record|domain_name|domain|custom_domain|hostname_binding)$/;
const quoted = /"([a-zA-Z0-9.*-]{4,200})"/g;

/** Literal hosts of DNS records, certificates, load balancers, distributions and modules: `domain_name = "orders.acme.example"`. */
export function hclHosts(text: string, bag: HostBag): void {
  if (!/(?:domain|host|fqdn|aliases|dns|record)/i.test(text)) return;
  const stack: string[] = [];
  let resource = "";
  let open: string | null = null;
  for (const [index, line] of text.split("\n").entries()) {
    if (/^\s{0,60}(?:#|\/\/)/.test(line)) continue;
    const take = (values: string, key: string): void => {
      if (stack.some((one) => upstream.test(one)) || /^data$/.test(stack[0] ?? "")) return;
      if (
        (key === "name" || key === "dns_name" || key === "record_name") &&
        !isRecord.test(resource)
      )
        return;
      for (const [, host = ""] of values.matchAll(quoted)) bag.add(host, index + 1, { text: key });
    };
    if (open !== null) {
      take(line, open);
      if (line.includes("]")) open = null;
      continue;
    }
    const opened = block.exec(line.slice(0, 300));
    if (opened !== null) {
      if (stack.length === 0) resource = opened[2] ?? "";
      stack.push(opened[1] ?? "");
      continue;
    }
    const [, key, value = ""] = attribute.exec(line.slice(0, 600)) ?? [];
    if (key !== undefined) {
      take(value, key);
      if (/^\[[^\]]{0,400}$/.test(value)) open = key;
    }
    if (/^\s{0,60}\}/.test(line)) stack.pop();
  }
}
