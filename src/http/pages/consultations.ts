import { formatInstant } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { text } from '../../catalogue/index.js'
import type { consultationList } from '../../runtime/index.js'
import { consultationLimits, type ConsultationForm } from '../forms/consultation-form.js'
import { paths, pathTo } from '../paths.js'
import { errorList, field, type FieldModel } from './field.js'
import type { EmptyStateModel, LinkModel, PageHeaderModel, PaginationModel } from './parts.js'

declare module '../render.js' {
  interface Pages {
    'consultations/list': ConsultationsModel
  }
}

/** 咨询登记: one line to write in, and the latest beneath. */
export interface ConsultationsModel {
  readonly header: PageHeaderModel
  readonly errors: ReturnType<typeof errorList>
  /** for the clerk; null for who only reads */
  readonly form: {
    readonly question: FieldModel
    readonly itemName: FieldModel
    readonly answer: FieldModel
  } | null
  readonly rows: readonly ConsultationRow[]
  readonly empty: EmptyStateModel | null
  readonly pages: PaginationModel
}

interface ConsultationRow {
  readonly when: string
  readonly question: string
  readonly item: string | null
  readonly answer: string | null
  /** where one click makes it a case; null for who may not, and where it is one */
  readonly toCase: string | null
  /** the case that it became */
  readonly became: LinkModel | null
}

type Consultations = Awaited<ReturnType<typeof consultationList>>

// the most that consultationList answers at once: as many means there may be more
const pageSize = 50

export function consultationsPage(
  actor: Actor,
  { list, before }: { list: Consultations; before: number | null },
  form: ConsultationForm = { values: { question: '', itemName: '', answer: '' }, errors: {} },
): ConsultationsModel {
  const writes = actor.role === 'clerk'
  const fields = {
    question: lineField('question', form, true),
    itemName: lineField('itemName', form, false),
    answer: lineField('answer', form, false),
  }
  const last = list.length === pageSize ? list.at(-1) : undefined
  return {
    header: {
      title: text('consultations.title'),
      what: text('consultations.what'),
      next: text(writes ? 'consultations.next' : 'consultations.nextReader'),
      by: null,
    },
    errors: errorList(Object.values(fields)),
    form: writes ? fields : null,
    rows: list.map(({ id, at, question, itemName, answer, caseId, caseNumber }) => ({
      when: formatInstant(at),
      question,
      item: itemName,
      answer,
      toCase: writes && caseId === null ? `${paths.register}?consultation=${id}` : null,
      became:
        caseNumber === null ? null : { href: pathTo(paths.case, { number: caseNumber }), label: caseNumber },
    })),
    empty:
      list.length > 0
        ? null
        : { title: text('consultations.empty.title'), why: text('consultations.empty.why'), action: null },
    pages: {
      shown: text('consultations.shown', { count: pageSize }),
      previous: before === null ? null : paths.consultations,
      next: last ? `${paths.consultations}?before=${last.id}` : null,
    },
  }
}

function lineField(
  id: keyof typeof consultationLimits,
  form: ConsultationForm,
  required: boolean,
): FieldModel {
  return field(
    {
      id,
      label: text(`consultations.${id}`),
      type: 'string',
      required,
      maxLength: consultationLimits[id],
      choices: [],
    },
    form,
  )
}
