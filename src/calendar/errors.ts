/** What the calendar says when it cannot count. `code` is stable; `details` fill the sentence `problem.<code>`. */
export class CalendarError extends Error {
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: string, message: string, details: Record<string, unknown> = {}, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
    this.code = code
    this.details = details
  }
}

/** Not a day of the calendar written `YYYY-MM-DD`; the 30th of February neither. */
export class DateInvalidError extends CalendarError {
  constructor(value: string) {
    super('dateInvalid', `“${value}” is not a date`, { value })
  }
}

/** Not an ISO 8601 instant. */
export class InstantInvalidError extends CalendarError {
  constructor(value: string) {
    super('instantInvalid', `“${value}” is not an instant`, { value })
  }
}

/** Not an ISO 8601 duration in weeks, days, hours, minutes, seconds. Months and years are of uneven length. */
export class BudgetUnreadableError extends CalendarError {
  constructor(value: string) {
    super('budgetUnreadable', `“${value}” is not a duration that a deadline can have`, { value })
  }
}

/** A budget of working days that has weeks or hours: nobody could say how many working days that is. */
export class BudgetNotWholeDaysError extends CalendarError {
  constructor(value: string) {
    super('budgetNotWholeDays', `A budget of working days is whole days, not “${value}”`, { value })
  }
}

/** A budget that no office promises: surely a slip of the pen. */
export class BudgetTooLongError extends CalendarError {
  constructor(value: string, days: number) {
    super('budgetTooLong', `“${value}” is longer than ${days} days`, { value, days })
  }
}

/** Hours were to be counted from a day: only an instant has an hour. */
export class BudgetNeedsAnInstantError extends CalendarError {
  constructor() {
    super('budgetNeedsAnInstant', 'A budget of hours is counted from an instant, not from a day')
  }
}

/** Hours run on the clock: there are no days to leave out of them, and no later day to give. */
export class BudgetCannotPauseError extends CalendarError {
  constructor() {
    super('budgetCannotPause', 'A budget of hours cannot be paused or extended')
  }
}

interface Stretch {
  readonly from: string
  readonly until: string
}

/** A pause that ends before it begins. */
export class PauseBackwardsError extends CalendarError {
  constructor({ from, until }: Stretch) {
    super('pauseBackwards', `The pause ${from}..${until} ends before it begins`, { from, until })
  }
}

/** A pause that begins before the clock does. */
export class PauseBeforeStartError extends CalendarError {
  constructor({ from, until }: Stretch, startOn: string) {
    const details = { from, until, startOn }
    super('pauseBeforeStart', `The pause ${from}..${until} begins before the start, ${startOn}`, details)
  }
}

/** A pause that begins before the one listed ahead of it has ended: they overlap, or are out of order. */
export class PauseOverlapsError extends CalendarError {
  constructor({ from, until }: Stretch, before: Stretch) {
    const other = `${before.from}..${before.until}`
    super('pauseOverlaps', `The pause ${from}..${until} begins within or before ${other}`, {
      from,
      until,
      otherFrom: before.from,
      otherUntil: before.until,
    })
  }
}

/** A pause that begins when the clock has run out, or will by the end of that day. */
export class PauseAfterDueError extends CalendarError {
  constructor({ from, until }: Stretch, dueOn: string) {
    const details = { from, until, dueOn }
    super(
      'pauseAfterDue',
      `The pause ${from}..${until} does not begin before the last day, ${dueOn}`,
      details,
    )
  }
}

/** A pause that no office makes: surely a slip of the pen. */
export class PauseTooLongError extends CalendarError {
  constructor({ from, until }: Stretch, days: number) {
    super('pauseTooLong', `The pause ${from}..${until} is longer than ${days} days`, { from, until, days })
  }
}

/** The ledger of a deadline does not tell its story: no beginning, two, or a pause that never began. */
export class LedgerUnreadableError extends CalendarError {
  constructor(at: string) {
    super('ledgerUnreadable', `The ledger of a deadline cannot be followed at “${at}”`, { at })
  }
}

/** The calendar file is not JSON. */
export class CalendarFileUnreadableError extends CalendarError {
  constructor(reason: string, cause: unknown) {
    super('calendarFileUnreadable', `The calendar file is not JSON: ${reason}`, { reason }, { cause })
  }
}

/** One thing that is wrong in a calendar file: where (`days[3].date`) and what, in Chinese. */
export interface CalendarFileFault {
  readonly at: string
  readonly reason: string
}

/** The calendar file is JSON, but not a calendar; all its faults are named. */
export class CalendarFileInvalidError extends CalendarError {
  readonly faults: readonly CalendarFileFault[]

  constructor(faults: readonly CalendarFileFault[]) {
    const said = faults.map(fault => `${fault.at}: ${fault.reason}`).join('\n')
    super('calendarFileInvalid', `The calendar file is refused:\n${said}`, {
      count: faults.length,
      ...faults[0],
    })
    this.faults = faults
  }
}
