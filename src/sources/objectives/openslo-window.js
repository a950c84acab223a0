import { durationOf } from "./durations.js";
const localTime = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?)?$/;
/** The one time window of an SLO; null, with the problem noted, where there is none that can be used. */
export function windowOf(spec) {
    const items = spec.at("timeWindow").items();
    const [item] = items;
    if (item === undefined)
        return spec.invalid("timeWindow is missing: without a window there is no error budget");
    if (items.length > 1)
        spec.at("timeWindow").invalid("An SLO has one time window; the first is read");
    const duration = durationOf(item.at("duration"));
    if (duration === null)
        return null;
    warnOfMinutes(item, duration);
    const calendar = item.at("calendar");
    if (!calendar.isMap) {
        if (item.at("isRolling").isTrue())
            return { duration, calendar: null, isAssumed: false };
        return item.invalid("A window is rolling (isRolling: true) or has a calendar");
    }
    if (item.at("isRolling").isTrue())
        return item.invalid("A window with a calendar cannot be rolling as well");
    const start = startOf(calendar.at("startTime"));
    const timeZone = timeZoneOf(calendar.at("timeZone"));
    if (start === null || timeZone === null)
        return null;
    return { duration, calendar: { start, timeZone }, isAssumed: false };
}
/** `1m` is one minute, `1M` one month: the commonest slip in documents. */
function warnOfMinutes(item, { count, unit }) {
    if (unit === "m")
        item
            .at("duration")
            .invalid(`A window of ${String(count)} ${count === 1 ? "minute" : "minutes"}: months are written ${String(count)}M`);
}
function startOf(node) {
    const match = localTime.exec(node.text(40) ?? "");
    const start = match === null ? "" : `${match[1] ?? ""}T${match[2] ?? "00:00"}${match[3] ?? ":00"}`;
    const at = Date.parse(`${start}Z`);
    // 31 February is read as 3 March: only a date that comes back as it went in exists.
    if (!Number.isNaN(at) && new Date(at).toISOString().startsWith(start))
        return start;
    return node.invalid("startTime must be a local date and time without time zone: 2026-01-01 00:00:00");
}
function timeZoneOf(node) {
    const name = node.text(60);
    try {
        if (name !== null)
            return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
    }
    catch {
        return node.invalid(`${name ?? ""} is no time zone of the IANA database`);
    }
    return node.invalid("timeZone is missing: write a name of the IANA database, as in Europe/Paris");
}
