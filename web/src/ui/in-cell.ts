import { createContext } from "react";

/** True inside a cell of a table: what is not known is a dash there, for the screen says once what is missing. */
export const InCell = createContext(false);
