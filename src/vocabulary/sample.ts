/** The organisation that everybody may look at who has none yet. Its name says what it is wherever it is shown. */
export const sampleSlug = "sample";
export const sampleName = "Meridian Railways (invented)";
