import { QueryClient } from "@tanstack/react-query";
import { packedSource } from "#web/api/packed-source.ts";
import { drawScreens } from "./draw-screens.tsx";
import { Broken } from "./page-states.tsx";

const source = packedSource((part) => {
  const block = document.getElementById(`fulcrum-${part}`);
  block?.remove();
  return block?.textContent ?? null;
});

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // What stands in the page changes no more, opens without a network, and fails again where it failed once.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
      networkMode: "always",
      retry: false,
      structuralSharing: false,
    },
  },
});

drawScreens({ source, queries, workspace: null, broken: (error) => <Broken error={error} /> });
