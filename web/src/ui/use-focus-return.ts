import { useRef } from "react";

interface FocusReturn {
  readonly onOpenAutoFocus: () => void;
  readonly onCloseAutoFocus: (event: Event) => void;
}

/** A dialog opened by the address or a key has no trigger to return to: the focus goes back to where it was. */
export function useFocusReturn(): FocusReturn {
  const opener = useRef<Element | null>(null);
  return {
    onOpenAutoFocus: () => {
      opener.current = document.activeElement;
    },
    onCloseAutoFocus: (event) => {
      event.preventDefault();
      const before = opener.current;
      const isThere = before?.isConnected === true && before !== document.body;
      const target = isThere ? before : document.querySelector("h1");
      if (target instanceof HTMLElement) target.focus();
    },
  };
}
