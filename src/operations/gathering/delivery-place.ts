/** How evidence names a delivery that was pushed, in the place of a file. */
export function deliveryPlace(delivery: string): string {
  return `delivery:${delivery}`;
}
