import { typed } from './typed.js'

/** 暂停计时, 延长暂停 or 提前恢复 as it was posted; what a form does not have is empty. */
export type PauseForm = Readonly<Record<(typeof pauseFields)[number], string>>

const pauseFields = ['ground', 'document', 'words', 'workingDays', 'until'] as const

export function readPause(body: unknown): PauseForm {
  return read(body, pauseFields)
}

/** 阶段性答复 as it was posted, by the names that the diagram's form has too. */
export type InterimForm = Readonly<Record<(typeof interimFields)[number], string>>

const interimFields = ['interimReason', 'feedbackText', 'feedbackChannel', 'newDateOn'] as const

export function readInterim(body: unknown): InterimForm {
  return read(body, interimFields)
}

function read<Name extends string>(body: unknown, names: readonly Name[]): Readonly<Record<Name, string>> {
  return Object.fromEntries(names.map(name => [name, typed(body, name)])) as Record<Name, string>
}
