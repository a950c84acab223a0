import { BlockList, isIPv4 } from "node:net";

/** What no address on the internet is: RFC 6890 and its successors, by the registry of IANA. */
const notPublicFour = new BlockList();
for (const range of [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/3",
])
  add(notPublicFour, range, "ipv4");

/** Of IPv6 only this is given out at all; within it, what stands for something else, IPv4 among it. */
const givenOut = new BlockList();
add(givenOut, "2000::/3", "ipv6");
const notPublicSix = new BlockList();
for (const range of ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"])
  add(notPublicSix, range, "ipv6");

/** Whether an address (not a name) is one that everybody on the internet could ask. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !notPublicFour.check(address, "ipv4");
  const plain = address.split("%", 1)[0] ?? "";
  return givenOut.check(plain, "ipv6") && !notPublicSix.check(plain, "ipv6");
}

function add(list: BlockList, range: string, family: "ipv4" | "ipv6"): void {
  const [net = "", bits = ""] = range.split("/");
  list.addSubnet(net, Number(bits), family);
}
