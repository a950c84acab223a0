const spelling = /^([1-9]\d{0,5})([smhdwMQYy])$/;
const unitsOf = (...units) => new Map(units.map((unit) => [unit, { unit, times: 1 }]));
const shorthand = unitsOf("m", "h", "d", "w", "M", "Q", "Y");
/** A year of Prometheus is 365 days. */
const prometheus = new Map([
    ...unitsOf("s", "m", "h", "d", "w"),
    ["y", { unit: "d", times: 365 }],
]);
function read(text, units) {
    const match = spelling.exec(text);
    const found = units.get(match?.[2] ?? "");
    return found === undefined ? null : { count: Number(match?.[1]) * found.times, unit: found.unit };
}
/** OpenSLO's shorthand; null with a problem for anything else. */
export function durationOf(node) {
    const text = node.text(40) ?? "";
    return (read(text, shorthand) ??
        node.invalid(`${shown(text)} is no duration: write a whole number and one of m, h, d, w, M, Q, Y, as in 4w`));
}
/** Like `durationOf`, where a bare number counts minutes (timeSliceWindow). */
export function sliceOf(node) {
    if (!node.isPresent)
        return null;
    const count = node.number();
    if (count === null)
        return durationOf(node);
    if (Number.isInteger(count) && count >= 1 && count <= 100_000)
        return { count, unit: "m" };
    return node.invalid(`${String(count)} is no time slice: write whole minutes, or 1m, 1h`);
}
/** Prometheus' durations as Pyrra takes them. */
export function prometheusDurationOf(node) {
    const text = node.text(40) ?? "";
    return (read(text, prometheus) ??
        node.invalid(`${shown(text)} is no duration of Prometheus: write 28d or 4w`));
}
const parts = /^(?:\d{1,9}(?:ms|[smhdwy])){1,7}$/;
const unitSeconds = new Map([
    ["ms", 0.001],
    ["s", 1],
    ["m", 60],
    ["h", 3_600],
    ["d", 86_400],
    ["w", 604_800],
    ["y", 31_536_000],
]);
/** A length of time in seconds as Prometheus writes it, several units in a row included: 200ms, 1s500ms. */
export function prometheusSecondsOf(node) {
    const text = node.text(60) ?? "";
    if (!parts.test(text))
        return node.invalid(`${shown(text)} is no duration of Prometheus: write 200ms or 1s`);
    const seconds = [...text.matchAll(/(\d+)(ms|[smhdwy])/g)].reduce((sum, [, count, unit = ""]) => sum + Number(count) * (unitSeconds.get(unit) ?? 0), 0);
    return Number(seconds.toPrecision(12));
}
function shown(text) {
    return text === "" ? "Nothing" : `"${text}"`;
}
