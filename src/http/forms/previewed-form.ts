import { z } from 'zod'
import { HttpError } from '../http-error.js'
import type { FieldSource } from '../pages/field.js'
import { typed } from './typed.js'

/** A form as the editor reads it from the diagram, before anybody has filled it in. */
export interface PreviewedForm {
  readonly key: string | null
  readonly fields: readonly FieldSource[]
}

/** As much of a form as one page can show; the request’s own bound comes first. */
const mostFields = 200
const words = z.string().max(4000)

const field = z.object({
  id: words,
  label: words,
  type: words,
  required: z.boolean(),
  min: z.number().optional().catch(undefined),
  max: z.number().optional().catch(undefined),
  maxLength: z.number().optional().catch(undefined),
  rows: z.number().int().min(1).max(40).optional().catch(undefined),
  pattern: words.optional(),
  help: words.optional(),
  defaultValue: words.optional(),
  showWhen: words.optional(),
  choices: z.array(z.object({ id: words, name: words })).max(500),
})

const form = z.object({ key: words.optional(), fields: z.array(field).max(mostFields) })

/** @throws HttpError 400 for what the editor did not send */
export function readPreviewedForm(body: unknown): PreviewedForm {
  const read = form.safeParse(parsed(typed(body, 'form')))
  if (!read.success) throw new HttpError(400, 'badRequest', { cause: read.error })
  return { key: read.data.key ?? null, fields: read.data.fields }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
