import { z } from 'zod'

/** The place where the next page of a list begins, as it stands in an address. */
export function writeCursor(cursor: Readonly<Record<string, unknown>>): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}

/** The place that an address names; null for none and for what is no place: the list then begins at its beginning. */
export function readCursor<Shape extends z.ZodType>(shape: Shape, value: unknown): z.output<Shape> | null {
  if (typeof value !== 'string' || value === '') return null
  try {
    const read = shape.safeParse(JSON.parse(Buffer.from(value, 'base64url').toString()))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

const instant = z.iso.datetime()

export const taskCursor = z.object({ dueAt: instant, id: z.int() })
export const caseCursor = z.object({ registeredAt: instant, id: z.int() })
export const idCursor = z.object({ id: z.int() })
export const itemCursor = z.object({ pinyin: z.string(), id: z.int() })
/** A page of the ledger knows how many rows stood before it: its 序号 go on. */
export const ledgerCursor = caseCursor.extend({ before: z.int().min(0) })
export type LedgerCursor = z.output<typeof ledgerCursor>
