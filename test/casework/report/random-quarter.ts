import fc from 'fast-check'
import { addDays } from '../../../src/calendar/local-date.js'
import { CAUSES } from '../../../src/casework/cause.js'
import { CHANNELS } from '../../../src/casework/channel.js'
import { ENDINGS } from '../../../src/casework/ending.js'
import { OUTCOMES } from '../../../src/casework/outcome.js'
import { RECURRENCES } from '../../../src/casework/recurrence.js'
import type { ReportRows } from '../../../src/casework/report/read-input.js'
import { VERDICTS } from '../../../src/casework/verdict.js'
import { at, caseRow, feedback, reply } from './rows.js'

const day = fc.integer({ min: 0, max: 270 }).map(count => addDays('2026-01-01', count))
const or = fc.option

/** Cases, promises and rectifications of 2026 as they never were: for what must hold whatever happened. */
export const randomRows: fc.Arbitrary<ReportRows> = fc
  .array(
    fc.record({
      registeredOn: day,
      closed: or(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.constantFrom(...ENDINGS.map(e => e.endEvent)))),
      placeId: fc.integer({ min: 1, max: 4 }),
      channel: fc.constantFrom(...CHANNELS.map(each => each.value)),
      departmentId: or(fc.integer({ min: 7, max: 9 })),
      itemKey: fc.constantFrom('甲', '乙', '丙'),
      cause: or(fc.constantFrom(...CAUSES.map(each => each.code))),
      verdict: or(fc.constantFrom(...VERDICTS.map(each => each.value))),
      outcome: or(fc.constantFrom(...OUTCOMES.map(each => each.value))),
      satisfaction: or(fc.constantFrom(1, 2, 3, 4, 5)),
      guideRead: or(fc.constantFrom('no', 'web', 'paper', 'window')),
      recurrence: fc.constantFrom(...RECURRENCES.map(each => each.value)),
      contactFailed: fc.boolean(),
      hiddenBarrier: fc.boolean(),
      visits: or(fc.integer({ min: 0, max: 6 })),
      promises: fc.array(
        fc.record({
          phone: fc.boolean(),
          due: fc.integer({ min: 1, max: 60 }),
          answered: or(fc.integer({ min: 1, max: 60 })),
        }),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 25 },
  )
  .map(drawn => {
    const rows = drawn.map(({ closed, promises, satisfaction, ...each }, index) => {
      const end = closed && { closedAt: at(addDays(each.registeredOn, closed[0])), endEvent: closed[1] }
      const row = caseRow(index + 1, {
        ...each,
        satisfaction: satisfaction as 1 | null,
        guideRead: each.guideRead as 'web' | null,
        placeName: `地点${each.placeId}`,
        itemName: each.itemKey,
        ...end,
      })
      const made = promises.map(({ phone, due, answered }, nth) =>
        (phone ? reply : feedback)(
          (index + 1) * 10 + nth,
          index + 1,
          addDays(each.registeredOn, due),
          answered === null ? null : addDays(each.registeredOn, answered),
        ),
      )
      return { row, made }
    })
    return {
      cases: rows.map(each => each.row),
      promises: rows.flatMap(each => each.made),
      rectifications: [],
      consultations: 0,
    }
  })
