import type { Actor } from '../../casework/actor.js'
import { mayOpenAttachments } from '../../casework/permission.js'
import { hasRight } from '../../casework/rights.js'
import { text } from '../../catalogue/index.js'
import type { CasePage } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { attachmentsModel, type AttachmentsModel } from './attachments.js'
import { besideModel, type BesideModel, type ReturnedBeside } from './case-beside.js'
import { deadlineCards, type CaseDeadlineCards } from './case-deadlines.js'
import { intakeRows, resultRows } from './case-glance.js'
import { caseHeader } from './case-header.js'
import { caseHistory } from './case-history.js'
import { casePressing, whoHasNow, type CasePressing, type ReturnedPressing } from './case-pressing.js'
import { caseRecords, type CaseRecords } from './case-records.js'
import { supervisionModel, type ReturnedReply, type SupervisionModel } from './case-supervisions.js'
import { earlierModel, type EarlierModel } from './earlier-rectification.js'
import { erasedWords, holdModel, type HoldModel, type ReturnedHold } from './case-retention.js'
import { guidanceHref } from './guidance-slip.js'
import { diagram, type DiagramModel, type GlanceRow, type LinkModel, type PageHeaderModel } from './parts.js'
import { timeLinks } from './time-links.js'
import type { TimelineEntry } from './timeline.js'
import { transferHref } from './transfer-slip.js'

/** The model of `cases/case`. */
export interface CaseModel extends CaseRecords, CasePressing {
  readonly header: PageHeaderModel
  readonly number: string
  readonly description: string
  /** stands in its place when what it says of people was cleared */
  readonly erased: string | null
  /** 暂不清除, for who may say it, with what stands */
  readonly hold: HoldModel | null
  readonly glance: readonly GlanceRow[]
  readonly results: readonly GlanceRow[]
  readonly incident: boolean
  readonly open: readonly { readonly href: string; readonly name: string; readonly who: string }[]
  readonly deadlines: CaseDeadlineCards
  /** to the pages that change the time, for who may */
  readonly time: readonly LinkModel[]
  readonly diagram: DiagramModel | null
  /** the procedure that it runs by, in words */
  readonly handbook: LinkModel | null
  readonly attachments: AttachmentsModel
  readonly timeline: readonly TimelineEntry[]
  readonly earlier: EarlierModel | null
  readonly supervisions: readonly SupervisionModel[]
  readonly note: { readonly action: string } | null
  /** what may be done about it beside the procedure */
  readonly beside: BesideModel
  /** 情况说明表, for who may print it */
  readonly sheetHref: string | null
  /** 指引单, of a case that was none */
  readonly guidanceHref: string | null
  /** 转办单, of a case that was put to a department */
  readonly transferHref: string | null
  /** where the citizen’s data is put right, for who may */
  readonly personHref: string | null
  /** the citizen wants it used no further */
  readonly restricted: boolean
}

/** What a form of the page that came back brings along. */
export interface ReturnedToCase extends ReturnedPressing {
  readonly reply?: ReturnedReply | undefined
  readonly beside?: ReturnedBeside | undefined
  readonly hold?: ReturnedHold | undefined
}

export function caseModel(page: CasePage, actor: Actor, returned: ReturnedToCase = {}): CaseModel {
  const { detail, openTasks } = page
  const { number, definitionId } = detail
  const goesOn = detail.closedAt === null
  return {
    header: caseHeader(page),
    number,
    description: detail.description,
    erased: erasedWords(page),
    hold: holdModel(page, returned.hold),
    glance: [...intakeRows(page, actor), ...reassignedRow(page)],
    results: resultRows(detail),
    incident: detail.openIncidents > 0,
    open: openTasks.map(task => ({
      href: pathTo(paths.task, { id: task.id }),
      name: task.name,
      who: whoHasNow(task),
    })),
    deadlines: deadlineCards(page),
    time: timeLinks(page, actor),
    diagram:
      definitionId === null
        ? null
        : diagram(pathTo(paths.definitionXml, { id: definitionId }), pathTo(paths.caseProcess, { number })),
    handbook:
      definitionId === null
        ? null
        : {
            href: pathTo(paths.handbook, { id: definitionId }),
            label: text('process.runsOn', { version: detail.definitionVersion ?? '' }),
          },
    attachments: attachmentsModel(page.attachments, {
      number,
      mayAdd: mayOpenAttachments(actor, detail) && detail.erasedAt === null,
      back: pathTo(paths.case, { number }),
    }),
    timeline: caseHistory(page),
    ...caseRecords(page),
    earlier: earlierModel(page),
    supervisions: page.supervisions.map(one => supervisionModel(number, one, actor, returned.reply)),
    ...casePressing(page, actor, returned),
    note:
      goesOn && actor.role !== 'leader' && actor.role !== 'admin'
        ? { action: pathTo(paths.caseNotes, { number }) }
        : null,
    guidanceHref: guidanceHref(page),
    transferHref: transferHref(page, actor),
    personHref:
      hasRight(actor, 'privacy.record') &&
      detail.erasedAt === null &&
      detail.subjectAccountId !== actor.accountId
        ? pathTo(paths.casePerson, { number })
        : null,
    restricted: detail.restrictedAt !== null,
    beside: besideModel(page, actor, returned.beside),
    sheetHref:
      page.erased === null && ['clerk', 'officer', 'supervisor'].includes(actor.role)
        ? pathTo(paths.caseForm, { number })
        : null,
  }
}

function reassignedRow({ reassigned }: CasePage): readonly GlanceRow[] {
  if (reassigned === 0) return []
  return [{ label: text('case.reassign'), value: text('case.reassigned.times', { count: reassigned }) }]
}
