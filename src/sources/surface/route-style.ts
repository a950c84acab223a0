/** How code of one framework declares its routes. */
export interface RouteStyle {
  readonly name: string;
  /** What the file must hold for its calls to be this framework's. Absent: the routes tell by themselves. */
  readonly when?: RegExp;
  /** A route: group 1 (or 2) is its path. */
  readonly route: RegExp;
  /** A sign that this file answers with pages. */
  readonly page: RegExp;
}
