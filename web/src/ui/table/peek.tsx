import { useEffect, type ReactNode } from "react";

interface PeekProps {
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** At the right, over nothing that is read and without a shade: the list stays in use. Esc closes it. */
export function Peek({ onClose, children }: PeekProps): ReactNode {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || document.querySelector('[role="dialog"]') !== null) return;
      // Handled: what else Esc lets go of stays.
      event.preventDefault();
      onClose();
    };
    globalThis.addEventListener("keydown", onKeyDown);
    return () => globalThis.removeEventListener("keydown", onKeyDown);
  }, [onClose]);
  return (
    <aside className="peek no-print" aria-label="The row in short" aria-live="polite">
      <button type="button" className="peek-close" onClick={onClose}>
        Close <kbd>Esc</kbd>
      </button>
      {children}
    </aside>
  );
}
