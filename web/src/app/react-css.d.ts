import "react";

declare module "react" {
  interface CSSProperties {
    /** Depth of a cohort's cell, 0 to 1. */
    readonly "--share"?: number;
  }
}
