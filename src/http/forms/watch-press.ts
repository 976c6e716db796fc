import { randomUUID } from 'node:crypto'
import { typed, typedAll, typedNumber } from './typed.js'

/** A line of the board as its tick box names it. */
export interface WatchTarget {
  readonly number: string
  readonly deadlineId: number | null
  /** the one task behind it, when there is one */
  readonly task: { readonly id: number; readonly revision: number } | null
}

/** What was asked of the board's lines, and everything that was typed, to be shown again when something is wrong. */
export interface WatchPress {
  readonly kind: PressKind | 'nothing'
  readonly targets: readonly WatchTarget[]
  readonly message: string
  /** an account */
  readonly to: number
  readonly submissionId: string
  /** the boxes as they were ticked */
  readonly ticked: readonly string[]
}

const kinds = ['urge', 'supervise', 'reassign'] as const

/** Which button was pressed; none when it was Enter in a tick box. */
export type PressKind = (typeof kinds)[number]

/** `2026-00017~12~34~2`: number, deadline, task, its revision; what there is not is empty. */
export function writeTarget({ number, deadlineId, task }: WatchTarget): string {
  return [number, deadlineId ?? '', task?.id ?? '', task?.revision ?? ''].join('~')
}

/** Reads the board's form: the line whose own button was pressed, or else all that are ticked. */
export function readWatchPress(body: unknown): WatchPress {
  const [, kind = typed(body, 'kind'), line] = /^(urge|supervise) (.+)$/.exec(typed(body, 'only')) ?? []
  const ticked = typedAll(body, 'target')
  // a line that is due tomorrow stands under yellow and under its day: it is one
  const lines = line === undefined ? [...new Set(ticked)] : [line]
  const submissionId = typed(body, 'submissionId')
  return {
    kind: kinds.find(one => one === kind) ?? 'nothing',
    targets: lines.flatMap(readTarget),
    message: typed(body, 'message'),
    to: typedNumber(body, 'to'),
    submissionId: /^[\da-f-]{36}$/.test(submissionId) ? submissionId : randomUUID(),
    ticked,
  }
}

function readTarget(word: string): WatchTarget[] {
  const found = /^([^~]{1,40})~(\d{0,15})~(\d{0,15})~(\d{0,15})$/.exec(word)
  if (!found) return []
  const [, number = '', deadline = '', task = '', revision = ''] = found
  return [
    {
      number,
      deadlineId: deadline === '' ? null : Number(deadline),
      task: task === '' ? null : { id: Number(task), revision: Number(revision) },
    },
  ]
}
