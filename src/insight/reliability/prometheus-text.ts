/**
 * Text of strangers in a label or an annotation of Prometheus: rules and Alertmanager run what stands between double braces as
 * a template, which may ask for any series or draw any link. The braces stay, apart from each other.
 */
export function prometheusText(text: string): string {
  return text.replace(/\{(?=\{)/g, "{ ");
}
