import type { Adoption, Capability } from "#web/api/report-rows.ts";
import type { EventLine } from "#web/ui/chart/event-rows.ts";
import { dateWords, shorten } from "#web/ui/words.ts";

const releasesAtMost = 5;

/** What happened around the curve: newest major releases, waves, mandates, and the day looked at. */
export function adoptionEvents(
  capability: Capability,
  adoption: Adoption,
  asOf: string,
): readonly EventLine[] {
  const first = Date.parse(adoption.curve[0]?.date ?? asOf);
  return [
    ...capability.releases
      .filter((release) => Date.parse(release.at) >= first && isMajor(release.version))
      .slice(-releasesAtMost)
      .map((release) => ({
        at: Date.parse(release.at),
        word: shorten(`v${release.version.replace(/^v/, "").replace(/\.0\.0$/, "")}`, 12),
        kind: "release" as const,
      })),
    ...adoption.waves.map((wave) => ({
      at: Date.parse(wave.from),
      word: wave.kind === "mandated" ? "mandate" : "wave",
      kind: wave.kind === "mandated" ? ("mandate" as const) : ("wave" as const),
    })),
    { at: Date.parse(asOf), word: `as of ${dateWords(asOf)}`, kind: "as-of" },
  ];
}

function isMajor(version: string): boolean {
  return /^v?\d{1,9}(?:\.0){0,2}$/.test(version);
}
