import { text } from '../../../catalogue/index.js'
import { paths } from '../../paths.js'
import { errorList, field, type FieldModel } from '../field.js'
import type { PageHeaderModel } from '../parts.js'

/** The model of `admin/import`. */
export interface ImportModel {
  readonly header: PageHeaderModel
  readonly action: string
  readonly pasted: FieldModel
  readonly errors: ReturnType<typeof errorList>
}

export function importModel(pasted = '', wrong: string | null = null): ImportModel {
  const words = field(
    { id: 'pasted', label: text('import.paste'), type: 'text', required: false, rows: 8, choices: [] },
    { values: { pasted }, errors: wrong === null ? {} : { pasted: wrong } },
  )
  return {
    header: {
      title: text('import.title'),
      what: text('import.what'),
      next: text('import.next'),
      by: null,
      crumbs: [{ href: paths.processes, label: text('admin.processes.title') }],
    },
    action: paths.processImport,
    pasted: words,
    errors: errorList([words]),
  }
}
