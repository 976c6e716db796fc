import { Problem } from './problem.js'

// Problems of how the program is set up: its settings, secrets and keys. Whoever runs it reads them.

/** In production a secret must come from outside the data directory. */
export class SecretMissingProblem extends Problem {
  constructor(setting: string) {
    super('secretMissing', { setting })
  }
}

/** A secret that others know or can guess: the program does not start with it. */
export class WeakSecretProblem extends Problem {
  constructor(name: string) {
    super('weakSecret', { name })
  }
}

/** A setting from the environment or the settings page has a value that means nothing. */
export class UnknownSettingProblem extends Problem {
  constructor(name: string, value: string, expected: string) {
    super('unknownSetting', { name, value, expected })
  }
}

/** In production the keys of contact fields must lie in a file outside the data directory. */
export class ContactKeysPlaceProblem extends Problem {
  constructor(dataDir: string) {
    super('contactKeysPlace', { dataDir })
  }
}

/** Something is sealed, and the file of keys is not there: a new one would open nothing. */
export class ContactKeysLostProblem extends Problem {
  constructor(file: string) {
    super('contactKeysLost', { file })
  }
}

/** The file of keys is there and cannot be read. */
export class ContactKeysUnreadableProblem extends Problem {
  constructor(file: string, cause: unknown) {
    super('contactKeysUnreadable', { file }, { cause })
  }
}

/** The file of keys is no such file; `line` is the first that is no key. */
export class ContactKeysLineProblem extends Problem {
  constructor(file: string, line: number) {
    super('contactKeysLine', { file, line })
  }
}

/** The file of keys, or its folder, cannot be written. */
export class ContactKeysReadOnlyProblem extends Problem {
  constructor(file: string, cause: unknown) {
    super('contactKeysReadOnly', { file }, { cause })
  }
}

/** A key is not taken out of the ring while something is sealed under it. */
export class KeysInUseProblem extends Problem {
  constructor(key: string, values: number) {
    super('keysInUse', { key, values })
  }
}

/** The ring has only the key that is used. */
export class NothingToRetireProblem extends Problem {
  constructor() {
    super('nothingToRetire')
  }
}
