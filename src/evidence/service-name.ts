const maximumLength = 80;

/**
 * One spelling for the name of a service however code writes it: `OrderStore`, `order_store`, `ORDER_STORE` and
 * `Order Store` read `order-store`; a trailing version (`-v2`) is dropped. Null where no name is left.
 */
export function serviceNameOf(text: string): string | null {
  if (text.length > maximumLength) return null;
  const words = text
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .replace(/-v[0-9]{1,3}$/, "");
  return /^[a-z][a-z0-9-]*[a-z0-9]$/.test(words) ? words : null;
}
