import { Problem } from '../casework/problem.js'

/** An option’s value means nothing. `expected`: what it should be, in words. */
export class InvalidOptionProblem extends Problem {
  constructor(option: string, value: string, expected: string) {
    super('invalidOption', { option, value, expected })
  }
}

/** A file that was named cannot be read: not there, a folder, not ours to read. */
export class FileUnreadableProblem extends Problem {
  constructor(file: string, cause: unknown) {
    const { code, message } =
      cause instanceof Error ? (cause as NodeJS.ErrnoException) : { message: String(cause) }
    super('fileUnreadable', { file, reason: code ?? message }, { cause })
  }
}

/** A file of cases is no such file; `at` says where in it. */
export class CaseFileInvalidProblem extends Problem {
  constructor(file: string, at: string, reason: string) {
    super('caseFileInvalid', { file, at, reason })
  }
}

/** Another program listens at this address. */
export class PortInUseProblem extends Problem {
  constructor(host: string, port: number, cause: unknown) {
    super('portInUse', { host, port }, { cause })
  }
}

/** The server cannot listen at this address: not this machine’s, or not allowed. */
export class CannotListenProblem extends Problem {
  constructor(host: string, port: number, cause: unknown) {
    super(
      'cannotListen',
      { host, port, reason: cause instanceof Error ? cause.message : String(cause) },
      { cause },
    )
  }
}

/** The demonstration data was begun and not finished: what is there is no office anybody meant. */
export class HalfSeededProblem extends Problem {
  constructor(dataDir: string) {
    super('halfSeeded', { dataDir })
  }
}

/** A real office was to be opened on the demonstration's data, whose passwords everybody knows. */
export class DemonstrationDataProblem extends Problem {
  constructor(dataDir: string) {
    super('demonstrationData', { dataDir })
  }
}

/** The demonstration was to be opened on a real office's data: it lists the accounts and looks less hard at who tries. */
export class OfficeDataProblem extends Problem {
  constructor(dataDir: string) {
    super('officeData', { dataDir })
  }
}

/** A calendar that was read was not put into force; `reason` says why. */
export class CalendarNotSavedProblem extends Problem {
  constructor(reason: string) {
    super('calendarNotSaved', { reason })
  }
}

/** There is an account of this name. */
export class AccountExistsProblem extends Problem {
  constructor(username: string) {
    super('accountExists', { username })
  }
}
