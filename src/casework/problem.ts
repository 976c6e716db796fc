import { text } from '../catalogue/index.js'

/** What the placeholders of a problem's sentence are filled from, and what a page may use beside it. */
export type ProblemDetails = Readonly<Record<string, unknown>>

/**
 * Something the office's rules do not allow: no fault of the program, but something to tell the person.
 * Its message is the Chinese sentence of the catalogue under `problem.<code>`; one subclass for each sentence.
 * Forms return values instead; `http` and `cli` turn a problem into their answer by its code.
 */
export class Problem extends Error {
  readonly code: string
  readonly details: ProblemDetails

  constructor(code: string, details: ProblemDetails = {}, options?: ErrorOptions) {
    super(text(`problem.${code}`, details), options)
    this.name = new.target.name
    this.code = code
    this.details = details
  }
}

/** There is no such thing, or it is not yours: the reader cannot tell which. `what`: 项事项, 件待办, … */
export class NotFoundProblem extends Problem {
  constructor(what: string) {
    super('notFound', { what })
  }
}

/** The account's role may not do this at all. `role` and `action` in words people read. */
export class NotAllowedProblem extends Problem {
  constructor(role: string, action: string) {
    super('notAllowed', { role, action })
  }
}

/** Nobody is signed in any more. */
export class SignInRequiredProblem extends Problem {
  constructor() {
    super('signInRequired')
  }
}

/** Sign-in refused; does not say whether the name or the password was wrong. */
export class WrongCredentialsProblem extends Problem {
  constructor() {
    super('wrongCredentials')
  }
}

/** A provider of unified sign-in said who it is, and that does not let them in; `why` is a sentence with what to do. */
export class UnifiedSignInProblem extends Problem {
  constructor(why: string, options?: ErrorOptions) {
    super('unifiedSignIn', { why }, options)
  }
}

/** The look-up's number and last four digits do not belong together; does not say whether the number exists. */
export class WrongLookupProblem extends Problem {
  constructor() {
    super('wrongLookup')
  }
}

/** Too many tries at the sign-in or the look-up. */
export class TooManyAttemptsProblem extends Problem {
  constructor(minutes: number) {
    super('tooManyAttempts', { minutes })
  }
}

/** Someone was faster: the page shows an older revision. `by`: the other's name, or 他人. */
export class StalePageProblem extends Problem {
  constructor(what: string, by: string) {
    super('stalePage', { what, by })
  }
}

/** The user task was completed or cancelled already. */
export class TaskAlreadyClosedProblem extends Problem {
  constructor(task: string, by: string) {
    super('taskAlreadyClosed', { task, by })
  }
}

/** Another person claimed the user task. */
export class TaskClaimedByOtherProblem extends Problem {
  constructor(task: string, by: string) {
    super('taskClaimedByOther', { task, by })
  }
}

/** A form's answers were refused; `fields` has a sentence for each field to correct. */
export class InvalidAnswersProblem extends Problem {
  readonly fields: Readonly<Record<string, string>>

  constructor(fields: Readonly<Record<string, string>>) {
    super('invalidAnswers', { count: Object.keys(fields).length, fields })
    this.fields = fields
  }
}

/** The case has ended, and `action` wants one that has not. `ending`: 已归档, 已撤回, … */
export class CaseClosedProblem extends Problem {
  constructor(number: string, ending: string, action: string) {
    super('caseClosed', { number, ending, action })
  }
}

/** The citizen wants their data kept and used for nothing else (PIPL art. 44), and `action` would use it. */
export class RestrictedProblem extends Problem {
  constructor(number: string, action: string) {
    super('restricted', { number, action })
  }
}

/** A day cannot be known because its year's holidays are not announced or not loaded. */
export class CalendarNotPublishedProblem extends Problem {
  constructor(year: number) {
    super('calendarNotPublished', { year })
  }
}

/** The calendar, or the change of it that is gathered, is not any more what was seen when it was confirmed. */
export class CalendarMovedOnProblem extends Problem {
  constructor() {
    super('calendarMovedOn')
  }
}

/** A change of the calendar that the law does not allow; `reason` says the day and why. */
export class CalendarRefusedProblem extends Problem {
  constructor(reason: string) {
    super('calendarRefused', { reason })
  }
}

/** The diagram wants somebody else than who did an earlier activity (a review, R22). */
export class DifferentPersonRequiredProblem extends Problem {
  constructor(task: string, by: string) {
    super('differentPersonRequired', { task, by })
  }
}

/** The case complains about this very person (R22). */
export class ComplainedAboutProblem extends Problem {
  constructor(task: string) {
    super('complainedAbout', { task })
  }
}

/** R22: the case is about one of the office’s people, and nobody has said about whom. */
export class SubjectMissingProblem extends Problem {
  constructor(number: string) {
    super('subjectMissing', { number })
  }
}

/** R13: no verdict without a recorded confirmation or a reasoned override. */
export class ConfirmationMissingProblem extends Problem {
  constructor(number: string, department: string) {
    super('confirmationMissing', { number, department })
  }
}

/** R9: no rectification is closed without saying how the problem is kept from coming back. */
export class PreventionMissingProblem extends Problem {
  constructor(item: string) {
    super('preventionMissing', { item })
  }
}

/** R14: what the guide did not name cannot be the citizen's fault. */
export class GuideDidNotNameProblem extends Problem {
  constructor() {
    super('guideDidNotName')
  }
}

/** A text, a file or a whole request over its bound; `size` and `limit` with their unit. */
export class TooLargeProblem extends Problem {
  constructor(what: string, size: string, limit: string) {
    super('tooLarge', { what, size, limit })
  }
}

/** R21: the department has nobody who could do what is sent to it. */
export class NoLiaisonProblem extends Problem {
  constructor(department: string) {
    super('noLiaison', { department })
  }
}

/** A command that would change nothing: the process does not wait for it. */
export class NothingToDoProblem extends Problem {
  constructor(what: string, action: string, options?: ErrorOptions) {
    super('nothingToDo', { what, action }, options)
  }
}

/** Two cases that are not one: another person’s, or another matter; `why` is a sentence with what to do instead. */
export class CannotMergeProblem extends Problem {
  constructor(number: string, into: string, why: string) {
    super('cannotMerge', { number, into, why })
  }
}

/** The step before a task cannot be taken back. */
export class CannotReturnProblem extends Problem {
  constructor(task: string) {
    super('cannotReturn', { task })
  }
}

/** No limit of the case may be stopped so; `why` is a sentence with what to do instead. */
export class CannotPauseProblem extends Problem {
  constructor(number: string, why: string) {
    super('cannotPause', { number, why })
  }
}

/** No limit of the case can be given another day now; `why` is a sentence with what to do instead. */
export class CannotExtendProblem extends Problem {
  constructor(number: string, why: string) {
    super('cannotExtend', { number, why })
  }
}

/** A step failed and was rolled back whole; an incident is open. */
export class StepFailedProblem extends Problem {
  constructor(number: string, options?: ErrorOptions) {
    super('stepFailed', { number }, options)
  }
}

/** A report that was sent does not change; a revision is a new version. */
export class ReportFrozenProblem extends Problem {
  constructor(quarter: string) {
    super('reportFrozen', { quarter })
  }
}

/** What the case says of people may not be cleared now; `why` is a sentence. */
export class NotErasableProblem extends Problem {
  constructor(number: string, why: string) {
    super('notErasable', { number, why })
  }
}

/** What the case says of people was cleared when its time was over: what is asked needs it. */
export class CaseErasedProblem extends Problem {
  constructor(number: string, action: string) {
    super('caseErased', { number, action })
  }
}
