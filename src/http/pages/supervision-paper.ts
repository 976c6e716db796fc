import { formatDate, formatInstant, localDateOf } from '../../calendar/index.js'
import { isRole, roleLabel } from '../../casework/role.js'
import { text } from '../../catalogue/index.js'
import type { CaseDeadlineNow, CasePage, CaseSupervision } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'

declare module '../render.js' {
  interface Pages {
    'cases/supervision': SupervisionPaperModel
  }
}

/** 督办单, on one side of A4: who is pressed, for what, by which limit; the issuer signs, the pressed sign and answer. */
export interface SupervisionPaperModel {
  readonly officeName: string
  readonly number: string
  readonly issued: string
  readonly caseNumber: string
  readonly item: string
  readonly registered: string
  readonly department: string
  readonly pressed: readonly string[]
  readonly limit: string
  readonly due: string
  readonly passed: string
  readonly demand: string
  readonly issuer: string
  readonly replies: readonly { readonly who: string; readonly words: string }[]
  readonly back: { readonly href: string; readonly label: string }
}

export function supervisionPaper(
  page: CasePage,
  paper: CaseSupervision,
  officeName: string,
): SupervisionPaperModel {
  const { detail } = page
  const limit = page.deadlines.find(({ id }) => id === paper.deadlineId) ?? null
  return {
    officeName,
    number: paper.number ?? '',
    issued: formatInstant(paper.at),
    caseNumber: detail.number,
    item: detail.itemName,
    registered: formatDate(localDateOf(detail.registeredAt)),
    department: detail.departmentName ?? text('supervision.department.unknown'),
    pressed: pressedOf(page, paper),
    limit: limit === null ? text('supervision.limit.none') : limitOf(limit),
    due: limit === null ? text('shell.none') : formatInstant(limit.dueAt),
    passed: limit === null ? text('shell.none') : passedOf(limit, page.now),
    demand: paper.message,
    issuer: paper.byName ?? text('supervision.issuer.itself'),
    replies: paper.replies.map(({ byName, at, words }) => ({
      who: text('supervision.reply.who', { name: byName, when: formatInstant(at) }),
      words,
    })),
    back: { href: pathTo(paths.case, { number: detail.number }), label: text('supervision.back') },
  }
}

function pressedOf({ confirmations, detail }: CasePage, { pressed }: CaseSupervision): readonly string[] {
  if (pressed.length === 0) return [text('supervision.pressed.none')]
  const names = new Map(confirmations.map(one => [one.departmentId, one.departmentName]))
  return pressed.map(({ name, candidateGroup, departmentId }) => {
    const role = isRole(candidateGroup) ? roleLabel(candidateGroup) : (candidateGroup ?? '')
    const who = departmentId === null ? role : (names.get(departmentId) ?? detail.departmentName ?? role)
    return text('supervision.pressed.one', { who, task: name })
  })
}

function limitOf({ name, kind, paragraph }: CaseDeadlineNow): string {
  if (kind !== 'statutory') return name
  const basis =
    paragraph === null
      ? text('shell.deadline.statutory')
      : text('shell.deadline.statutoryParagraph', { paragraph })
  return `${name}（${basis}）`
}

/** How much has passed, of a limit that runs until now, of one that ended until then. */
function passedOf({ closedAt, completed, standing }: CaseDeadlineNow, now: string): string {
  const days = standing.overdueWorkingDays
  if (closedAt !== null) {
    const when = formatInstant(closedAt)
    if (!completed) return text('supervision.passed.stopped', { when })
    return standing.overdue
      ? text('supervision.passed.done', { when, days })
      : text('supervision.passed.doneInTime', { when })
  }
  if (!standing.overdue) return text('supervision.passed.none')
  return text(days === 0 ? 'supervision.passed.today' : 'supervision.passed.days', {
    now: formatInstant(now),
    days,
  })
}
