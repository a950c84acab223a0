import { describe, expect, it } from "vitest";
import { secondsOfText } from "#sources/written-time.ts";

const noon = Date.parse("2026-01-05T12:00:00Z") / 1000;

describe("written times", () => {
  it("are the same moment in every form that names its zone, or none: then it is UTC", () => {
    const forms = [
      "2026-01-05T12:00:00Z",
      "2026-01-05T12:00Z",
      "2026-01-05 12:00:00",
      "2026-01-05 12:00",
      "2026-01-05T12:00:00",
      "2026-01-05 12:00:00 UTC",
      "2026-01-05 12:00:00 +0000 UTC",
      "2026-01-05T13:00:00.000+0100",
      "2026-01-05T13:00:00+01:00",
      "2026-01-05T17:30:00+05:30",
      "2026-01-05T12:00:00,000Z",
      "2026/01/05 1:00:00 PM GMT+1",
      "2026/1/5 12:00",
      "2026-01-05T13:00:00+01:00[Europe/Berlin]",
      "20260105T120000Z",
      "Mon, 05 Jan 2026 12:00:00 GMT",
      "Mon Jan 05 2026 13:00:00 GMT+0100 (Central European Standard Time)",
      "05/Jan/26 12:00 PM",
      "Jan 5, 2026 12:00 PM",
      "January 5, 2026 12:00 PM",
      "Monday, 5 January 2026 12:00",
      "5 Jan 2026 12:00",
      String(noon),
      String(noon * 1e3),
      `${String(noon)}000000`,
      `${String(noon)}000000000`,
    ];
    for (const form of forms) expect([form, secondsOfText(form)]).toEqual([form, noon]);
    expect(secondsOfText("2026-01-05")).toBe(noon - 12 * 3600);
    expect(secondsOfText("2026-01-05T12:00:00.250Z")).toBe(noon + 0.25);
    expect(secondsOfText("2026-01-05 12:30 AM")).toBe(noon - 11.5 * 3600);
  });

  it("are none where they may be two, or never were", () => {
    for (const form of [
      "03/04/2025",
      "03/04/2025 10:00",
      "13/04/2025 10:00",
      "3.4.2025",
      "04-03-2025",
      "2025-02-29",
      "2025-13-01",
      "2025-01-05T24:30:00Z",
      "2025-01-05 13:00 PM",
      "2025-01-05 10:00 CET",
      "2025-01-05T10:00:00+25:00",
      "5 Jam 2026",
      "5 anf 2026",
      "2026",
      "20260105",
      "202601051200",
      "",
      "soon",
    ])
      expect([form, secondsOfText(form)]).toEqual([form, Number.NaN]);
  });
});
