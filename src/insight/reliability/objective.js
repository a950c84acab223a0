/** Share of events or slices that may be bad, without the dust of subtraction: 0.001 for 0.999. */
export function errorBudget(target) {
    return Number((1 - target).toPrecision(12));
}
