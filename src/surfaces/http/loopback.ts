import { FulcrumError } from "#kernel/errors.ts";

/** The address to listen on for a host that only this machine can reach. Throws `not-protected`. */
export function loopbackAddress(host: string): string {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, "$1");
  if (name === "localhost") return "127.0.0.1";
  const parts = name.split(".");
  const isFour =
    parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
  if (name === "::1" || (isFour && Number(parts[0]) === 127)) return name;
  throw new FulcrumError(
    "not-protected",
    `On ${host} others could reach the service, and it does not know yet who may sign in.`,
    "Leave --host out, and reach it from elsewhere through a tunnel that you trust: ssh -L 4711:localhost:4711 THIS-MACHINE",
  );
}

/** As it stands in an address. */
export function hostInAddress(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}
