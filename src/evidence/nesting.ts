/** Deeper nesting would exhaust the stack of recursive parsers: V8 then aborts the process, which nothing can catch. */
export const deepestNesting = 200;

/** In the words of a problem. */
export const nestedTooDeeply = `nested more than ${String(deepestNesting)} levels deep`;
