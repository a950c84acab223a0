import { useEffect, useState, type ReactNode } from "react";
import { organisationHref, removeSample, sampleOffer, showSample } from "#web/api/workspace.ts";

/** In a clone it is built beside the service, which takes some seconds. */
const askAgainMs = 2_000;

/** What becomes of a button: it is pressed once, and what went wrong is said. */
function useDoing(work: () => Promise<string>): {
  readonly said: string | null;
  readonly isBusy: boolean;
  readonly begin: () => void;
} {
  const [said, setSaid] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const begin = (): void => {
    setBusy(true);
    setSaid(null);
    work().then(
      (href) => globalThis.location.assign(href),
      (error: unknown) => {
        setBusy(false);
        setSaid(error instanceof Error ? error.message : String(error));
      },
    );
  };
  return { said, isBusy, begin };
}

/** Offered where nothing was assessed yet. */
export function LookAtSample(): ReactNode {
  const [isReady, setReady] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { said, isBusy, begin } = useDoing(async () => organisationHref(await showSample()));
  useEffect(() => {
    if (isReady) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const ask = async (): Promise<void> => {
      try {
        const offer = await sampleOffer();
        if (isGone) return;
        setFailure(null);
        if (offer.isReady) return setReady(true);
      } catch (error) {
        if (isGone) return;
        setFailure(error instanceof Error ? error.message : String(error));
      }
      timer = setTimeout(() => void ask(), askAgainMs);
    };
    void ask();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [isReady]);
  return (
    <section aria-label="Sample organisation">
      <p>
        <button type="button" disabled={!isReady || isBusy} onClick={begin}>
          Look at the sample organisation
        </button>{" "}
        It is invented, repositories, people and all; one button removes it again.
      </p>
      <p role="status">
        {said ??
          failure ??
          (isReady
            ? null
            : "It is being built, or has to be: a fresh clone does so by itself within a minute, else node scripts/sample.mjs does.")}
      </p>
    </section>
  );
}

/** Above every screen of it, so that nobody takes it for real. */
export function SampleNotice(): ReactNode {
  const { said, isBusy, begin } = useDoing(async () => {
    await removeSample();
    return "/";
  });
  return (
    <p className="sample-notice" role="note">
      <strong>This organisation is invented,</strong> to look around in.{" "}
      <button type="button" disabled={isBusy} onClick={begin}>
        Remove it
      </button>{" "}
      <span role="status">{said}</span>
    </p>
  );
}
