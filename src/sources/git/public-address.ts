import { lookup } from "node:dns/promises";
import { BlockList, isIPv6 } from "node:net";

/** What leads to this machine, to its neighbours, or nowhere (RFC 6890 and what came after it). */
const notPublic = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  notPublic.addSubnet(network, prefix, "ipv4");
/** Of IPv6 this alone is given to anybody, but for the parts below. */
const global = new BlockList();
global.addSubnet("2000::", 3, "ipv6");
for (const [network, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  notPublic.addSubnet(network, prefix, "ipv6");

/** Whether an IP address is one of the open internet. */
export function isPublicAddress(address: string): boolean {
  const [plain = ""] = address.split("%");
  if (!isIPv6(plain)) return !notPublic.check(plain, "ipv4");
  return global.check(plain, "ipv6") && !notPublic.check(plain, "ipv6");
}

export type Resolve = (host: string) => Promise<readonly string[]>;

export const resolveHost: Resolve = async (host) => {
  const found = await lookup(host, { all: true, verbatim: true });
  return found.map(({ address }) => address);
};
