/** Beyond this many, columns side by side are too narrow to read. */
export const comparedAtMost = 4;
