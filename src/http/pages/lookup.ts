import { text } from '../../catalogue/index.js'
import type { LookupForm } from '../forms/lookup-form.js'
import { errorList, field, type FieldModel } from './field.js'
import type { PageHeaderModel } from './parts.js'

declare module '../render.js' {
  interface Pages {
    'track/lookup': LookupModel
  }
}

/** 查进度: the two things that open a case. */
export interface LookupModel {
  readonly header: PageHeaderModel
  readonly errors: ReturnType<typeof errorList>
  /** the key fits nothing; which half of it is wrong is not said */
  readonly refused: string | null
  readonly fields: readonly FieldModel[]
}

export function lookupPage(form: LookupForm, refused: string | null = null): LookupModel {
  const surroundings = {
    values: { number: form.number, tail: form.tail },
    errors: form.errors as Readonly<Record<string, string>>,
  }
  const make = (id: 'number' | 'tail'): FieldModel => ({
    ...field(
      {
        id,
        label: text(`track.lookup.${id}`),
        help: text(`track.lookup.${id}.help`),
        type: 'string',
        required: true,
        choices: [],
      },
      surroundings,
    ),
    inputMode: 'numeric',
    width: id === 'tail' ? 'short' : 'medium',
  })
  const fields = [make('number'), make('tail')]
  return {
    header: {
      title: text('track.lookup.title'),
      what: text('track.lookup.what'),
      next: text('track.lookup.next'),
      by: null,
    },
    errors: errorList(fields),
    refused,
    fields,
  }
}
