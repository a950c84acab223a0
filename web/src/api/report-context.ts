import { createContext, use } from "react";
import type { ReportView } from "./report-view.ts";

export const ReportContext = createContext<ReportView | null>(null);

export function useReport(): ReportView {
  const view = use(ReportContext);
  if (view === null) throw new Error("A screen was drawn before its report was read");
  return view;
}
