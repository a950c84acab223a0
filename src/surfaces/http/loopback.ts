/** Where to listen for a host that was named. */
export interface ListenAddress {
  readonly address: string;
  /** Whether only this machine can reach it. */
  readonly isLoopback: boolean;
}

export function listenAddress(host: string): ListenAddress {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, "$1");
  if (name === "localhost") return { address: "127.0.0.1", isLoopback: true };
  const parts = name.split(".");
  const isFour =
    parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
  const isLoopback = name === "::1" || (isFour && Number(parts[0]) === 127);
  return { address: name, isLoopback };
}

/** As it stands in an address. */
export function hostInAddress(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}
