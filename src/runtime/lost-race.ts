/** Someone else changed the same row first. The command may be tried again on what is there now. */
export class LostRaceError extends Error {
  constructor(what: string) {
    super(`Someone was faster: ${what}`)
    this.name = new.target.name
  }
}
