/** A percentage as a fraction, without the dust that division leaves: 99.95 → 0.9995. */
export function fractionOfPercent(percent) {
    return Number((percent / 100).toPrecision(12));
}
/** A percentage in (0, 100). 100 is refused: it leaves no budget, so that nothing can be said of it. */
export function percentTarget(node) {
    const percent = node.number();
    if (percent === null)
        return node.invalid("The target is missing or is no number");
    if (percent >= 100)
        return tooMuch(node, percent, "100 %");
    if (percent <= 0)
        return node.invalid(`A target of ${String(percent)} % asks for nothing`);
    if (percent < 1)
        return node.invalid(`A target of ${String(percent)} % is probably a fraction: write ${String(fractionOfPercent(percent * 1e4))}`);
    return fractionOfPercent(percent);
}
/** A fraction in (0, 1). */
export function fractionTarget(node) {
    const target = node.number();
    if (target === null)
        return node.invalid("The target is missing or is no number");
    if (target > 1)
        return node.invalid(`A target of ${String(target)} is no fraction: write ${String(fractionOfPercent(target))}, or use targetPercent`);
    if (target === 1)
        return tooMuch(node, target, "1");
    if (target <= 0)
        return node.invalid(`A target of ${String(target)} asks for nothing`);
    return target;
}
function tooMuch(node, target, limit) {
    return node.invalid(target > Number.parseFloat(limit)
        ? `A target of ${String(target)} is above ${limit}`
        : `A target of ${limit} leaves no error budget: one failure in its whole life would break it`);
}
