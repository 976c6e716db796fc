import type { Clock } from '../clock.js'
import type { Advance } from '../engine/index.js'
import type { Files } from '../files/index.js'
import type { Store } from '../store/index.js'
import type { Calendars } from './calendars.js'
import type { Definitions } from './definitions.js'
import type { Progress } from './progress.js'

/** What every use case is made of; built once, in main. */
export interface Parts {
  readonly store: Store
  /** the bytes of attachments */
  readonly files: Files
  readonly clock: Clock
  readonly advance: Advance
  readonly definitions: Definitions
  readonly calendars: Calendars
  readonly progress: Progress
}
