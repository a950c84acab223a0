/** Of a file at which the reader died or was held up: nothing of it is used. */
export const givenUpCode = "given-up";

/** Of a repository whose history is read from some commit on, because there is too much of it. */
export const historyTooLongCode = "history-too-long";
