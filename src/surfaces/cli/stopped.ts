/** What is said of a command that was stopped, by itself or by force. */
export const stoppedText = "Stopped before the end.";
export const stoppedNext = "What was read is kept: run the same command again to go on from there.";
