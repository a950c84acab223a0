import type { Job } from "../job.ts";

export const dates: Job = {
  id: "dates",
  title: "Dates and times",
  definition:
    "Computes with dates, times and zones where more than the standard library is wanted.",
  countsIn: "production",
  solutions: [
    { packages: ["pkg:npm/moment", "pkg:npm/moment-timezone"], reason: "mutable, in maintenance" },
    { packages: ["pkg:npm/date-fns", "pkg:npm/date-fns-tz"], reason: "functions" },
    { packages: ["pkg:npm/dayjs"], reason: "small Moment" },
    { packages: ["pkg:npm/luxon"], reason: "immutable" },
    {
      packages: ["pkg:npm/%40js-joda/core", "pkg:npm/%40js-joda/timezone", "pkg:npm/js-joda"],
      reason: "after java.time",
    },
    {
      packages: ["pkg:npm/%40js-temporal/polyfill", "pkg:npm/temporal-polyfill"],
      reason: "the coming standard",
    },
    { packages: ["pkg:npm/spacetime"], reason: "zones without Intl" },
    { packages: ["pkg:gem/chronic"], reason: "dates in plain words" },
    {
      packages: ["pkg:gem/timeliness", "pkg:gem/validates_timeliness"],
      reason: "parsing and validation",
    },
    { packages: ["pkg:gem/tickle"], reason: "repeated dates in plain words" },
    { packages: ["pkg:pypi/arrow"], reason: "one class" },
    { packages: ["pkg:pypi/pendulum"], reason: "one class" },
    { packages: ["pkg:pypi/python-dateutil"], reason: "extends the standard library" },
    { packages: ["pkg:pypi/dateparser"], reason: "dates in plain words" },
    { packages: ["pkg:pypi/maya"], reason: "one class, discontinued" },
    { packages: ["pkg:pypi/delorean"], reason: "one class" },
    { packages: ["pkg:pypi/ciso8601", "pkg:pypi/iso8601"], reason: "parsing" },
    { packages: ["pkg:maven/joda-time/joda-time"], reason: "before java.time" },
    {
      packages: ["pkg:maven/org.threeten/threetenbp", "pkg:maven/org.threeten/threeten-extra"],
      reason: "java.time for old versions, and more of it",
    },
    { packages: ["pkg:maven/com.joestelmach/natty"], reason: "dates in plain words" },
    { packages: ["pkg:golang/github.com/jinzhu/now"], reason: "beginnings and ends" },
    {
      packages: [
        "pkg:golang/github.com/golang-module/carbon",
        "pkg:golang/github.com/golang-module/carbon/v2",
        "pkg:golang/github.com/dromara/carbon/v2",
      ],
      reason: "one type",
    },
    { packages: ["pkg:golang/github.com/araddon/dateparse"], reason: "parsing" },
    { packages: ["pkg:golang/github.com/uniplaces/carbon"], reason: "after PHP's Carbon" },
  ],
  absent: {},
};
