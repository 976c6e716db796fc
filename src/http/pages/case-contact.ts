import { text } from '../../catalogue/index.js'
import type { CasePage } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { errorList, field, type FieldModel } from './field.js'
import type { PageHeaderModel } from './parts.js'

/** The model of `cases/contact`: first the reason, then the number. */
export interface CaseContactModel {
  readonly header: PageHeaderModel
  readonly action: string
  readonly back: string
  readonly reason: FieldModel
  readonly errors: ReturnType<typeof errorList>
  readonly shown: {
    readonly name: string
    readonly contact: string
    readonly dial: string
    readonly description: string
  } | null
}

export function caseContactPage(
  { number, itemName }: Pick<CasePage['detail'], 'number' | 'itemName'>,
  {
    shown = null,
    errors = {},
  }: {
    readonly shown?: {
      readonly name: string | null
      readonly contact: string
      readonly description: string
    } | null
    readonly errors?: Readonly<Record<string, string>>
  },
): CaseContactModel {
  const back = pathTo(paths.case, { number })
  const reason = field(
    {
      id: 'reason',
      label: text('case.contact.reason'),
      type: 'string',
      required: true,
      maxLength: 200,
      help: text('case.contact.reason.help'),
      choices: [],
    },
    { values: {}, errors },
  )
  return {
    header: {
      title: text('case.contact.title'),
      what: text('case.contact.what', { number, item: itemName }),
      next: text(shown === null ? 'case.contact.next' : 'case.contact.next.shown'),
      by: null,
      state: null,
      crumbs: [
        { href: paths.cases, label: text('cases.title') },
        { href: back, label: number },
      ],
    },
    action: pathTo(paths.caseContact, { number }),
    back,
    reason,
    errors: errorList([reason]),
    shown: shown && {
      name: shown.name ?? '',
      contact: shown.contact,
      dial: shown.contact.replace(/[^\d+]/g, ''),
      description: shown.description,
    },
  }
}
