import type { BpmnEvent, BpmnTimerEventDefinition } from '../../../../src/engine/schema/moddle-types'
import { isA } from '../../../../src/engine/schema/index'
import { parseCycle } from '../../../../src/engine/lint/iso8601'
import { Section } from '../entries/section'
import { timerIn } from '../model/steps'
import { useOffice } from '../office'
import { LimitEntries } from './limit-entries'

/** 时限 of a timer event that is selected itself: on a border, or waited for on the way. */
export function Limit({ element: event }: { readonly element: BpmnEvent }) {
  const { words } = useOffice()
  const timer = timerIn(event)
  if (!timer) return null
  return (
    <Section id="limit" title={words('limit')}>
      {isA(event, 'bpmn:StartEvent') ? <Cycle timer={timer} /> : <LimitEntries event={event} timer={timer} />}
    </Section>
  )
}

/** How often a procedure starts by itself. Shown, not changed: the quarter is the notice’s (三（四）). */
function Cycle({ timer }: { readonly timer: BpmnTimerEventDefinition }) {
  const { words } = useOffice()
  const value = (timer.timeCycle ?? timer.timeDate ?? timer.timeDuration)?.body?.trim() ?? ''
  const cycle = parseCycle(value)
  const start = cycle && /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(cycle.start)
  // the file gives the office’s own time, with its zone
  const from =
    start &&
    words('start.cycle.date', {
      year: Number(start[1]),
      month: Number(start[2]),
      day: Number(start[3]),
      time: start[4] ?? '',
    })
  return (
    <>
      <h4 class="form-label">{words('start.cycle')}</h4>
      <p class="field-help">
        {cycle && from && cycle.period.months > 0
          ? words('start.cycle.sentence', { count: cycle.period.months, from })
          : words('start.cycle.odd', { value })}
      </p>
    </>
  )
}
