/** Thrown where a file says something else than was written: it is as good as absent, and made again. */
export class DamagedFile extends Error {
  constructor(path: string, what: string) {
    super(`${path} is damaged: ${what}`);
    this.name = "DamagedFile";
  }
}
