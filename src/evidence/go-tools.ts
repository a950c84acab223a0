/** What a file that imports Go programs for their versions alone defines: the purl of each package. */
export const goToolName = "go tool";
