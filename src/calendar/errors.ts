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
