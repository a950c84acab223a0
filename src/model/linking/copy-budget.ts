/** More than the largest builds known come to, a hundredfold below what fills memory. */
const mostRows = 500_000;

/**
 * How many dependencies and packages of one repository may be counted again for further folders: thousands of projects that all take
 * what a script of a few kilobytes gives them would fill all memory there is.
 */
export class CopyBudget {
  /** Whether something was left out. */
  isSpent = false;
  private left: number;
  private placesLeft: number;

  constructor(most = mostRows) {
    this.left = most;
    this.placesLeft = most;
  }

  /** May a file with so many of them count for one more folder? */
  allows(file: {
    readonly dependencies: readonly unknown[];
    readonly packages: readonly unknown[];
  }): boolean {
    this.left -= 1 + file.dependencies.length + file.packages.length;
    this.isSpent ||= this.left < 0;
    return this.left >= 0;
  }

  /** May one more folder be noted for a file? */
  allowsPlace(): boolean {
    this.placesLeft -= 1;
    this.isSpent ||= this.placesLeft < 0;
    return this.placesLeft >= 0;
  }
}

export const spentWords =
  "files count for more folders than were gone through: further ones lack what they are given";
