import type { BpmnEvent, BpmnTimerEventDefinition } from '../../../../src/engine/schema/moddle-types'
import { isA } from '../../../../src/engine/schema/index'
import {
  limitAttributeOf,
  limitWordsOf,
  setLimitAttribute,
  setLimitWords,
  type LimitAttribute,
} from '../edit/limit-attributes'
import { lengthOf, setLength } from '../edit/limit-length'
import { Icon } from '../entries/icon'
import { SelectEntry } from '../entries/select-entry'
import { TextEntry } from '../entries/text-entry'
import { RadioEntry, TickEntry, TicksEntry } from '../entries/tick-entry'
import { nodeWords } from '../model/kind'
import { momentsIn } from '../model/moments'
import { noticeConcern } from '../model/notice'
import { leaving } from '../model/steps'
import { useOffice } from '../office'

interface LimitProps {
  readonly event: BpmnEvent
  readonly timer: BpmnTimerEventDefinition
}

/** Everything about one limit: how long, from when, of what nature, who is told, what follows. */
export function LimitEntries({ event, timer }: LimitProps) {
  const { words, house, edit } = useOffice()
  const at = (id: string) => `limit-${event.id ?? ''}-${id}`
  const attribute = (name: LimitAttribute) => limitAttributeOf(timer, name)
  const set = (name: LimitAttribute) => (value: string) => {
    edit(setLimitAttribute(timer, name, value))
  }
  const onBorder = isA(event, 'bpmn:BoundaryEvent')
  return (
    <>
      <Concern event={event} timer={timer} />
      <Length at={at} timer={timer} />
      <SelectEntry
        id={at('from')}
        label={words('limit.from')}
        value={attribute('from')}
        options={[
          { value: '', label: words('limit.from.arrival') },
          ...momentsIn(event, house, attribute('from'), words),
        ]}
        onCommit={set('from')}
      />
      {onBorder && <After at={at} event={event} />}
      <RadioEntry
        id={at('kind')}
        label={words('limit.kind')}
        value={attribute('kind')}
        options={['statutory', 'internal', ...(attribute('kind') === '' ? [''] : [])].map(value => ({
          value,
          label: words(`limit.kind.${value === '' ? 'none' : value}`),
        }))}
        onCommit={set('kind')}
      />
      {attribute('kind') === 'statutory' && (
        <>
          <SelectEntry
            id={at('promise')}
            label={words('limit.promise')}
            value={attribute('promise')}
            options={[{ value: '', label: words('limit.promise.none') }, ...house.promises]}
            onCommit={set('promise')}
          />
          <TextEntry
            id={at('paragraph')}
            label={words('limit.paragraph')}
            help={words('limit.paragraph.help')}
            value={attribute('paragraph')}
            short
            onCommit={set('paragraph')}
          />
        </>
      )}
      <Warning at={at} timer={timer} />
      {onBorder && <ChangingTime at={at} timer={timer} />}
    </>
  )
}

type At = (id: string) => string

/** What the notice says to the limit as it stands now. */
function Concern({ event, timer }: LimitProps) {
  const { words, house } = useOffice()
  const concern = noticeConcern(event, timer, house)
  if (!concern) return null
  return (
    <p class="panel-concern" role="status">
      <Icon name="warning" />
      <span>{words(concern.word, { ...concern.values, now: lengthWords(timer, words) })}</span>
    </p>
  )
}

function Length({ at, timer }: { readonly at: At; readonly timer: BpmnTimerEventDefinition }) {
  const { words, edit, create } = useOffice()
  const length = lengthOf(timer)
  if (!length) {
    const value = (timer.timeDuration ?? timer.timeDate ?? timer.timeCycle)?.body ?? ''
    if (value !== '') return <p class="field-help">{words('limit.odd', { value })}</p>
  }
  const { count, unit } = length ?? { count: 1, unit: 'workdays' as const }
  return (
    <div class="panel-pair">
      <TextEntry
        id={at('count')}
        label={words('limit.length')}
        numeric
        value={String(count)}
        problem={typed => (isCount(typed) ? undefined : words('limit.count.wrong'))}
        onCommit={typed => {
          if (isCount(typed)) edit(setLength(timer, { count: Number(typed), unit }, create))
        }}
      />
      <SelectEntry
        id={at('unit')}
        label={words('limit.unit')}
        value={unit}
        options={(['workdays', 'days', 'hours'] as const).map(value => ({
          value,
          label: words(`limit.unit.${value}`),
        }))}
        onCommit={value => {
          edit(setLength(timer, { count, unit: value as typeof unit }, create))
        }}
      />
    </div>
  )
}

function After({ at, event }: { readonly at: At; readonly event: BpmnEvent }) {
  const { words, edit } = useOffice()
  if (!isA(event, 'bpmn:BoundaryEvent')) return null
  const targets = leaving(event).flatMap(({ targetRef }) => targetRef ?? [])
  const next = targets.map(target => words('limit.next', { name: nodeWords(target, words) })).join('、')
  return (
    <RadioEntry
      id={at('after')}
      label={words('limit.after')}
      value={event.cancelActivity === false ? 'goesOn' : 'ends'}
      options={(['goesOn', 'ends'] as const).map(value => ({
        value,
        label: words(`limit.after.${value}`, {
          next: next || words(value === 'goesOn' ? 'limit.next.none' : 'limit.next.none.ends'),
        }),
      }))}
      onCommit={value => {
        edit([{ of: event, set: { cancelActivity: value === 'ends' } }])
      }}
    />
  )
}

function Warning({ at, timer }: { readonly at: At; readonly timer: BpmnTimerEventDefinition }) {
  const { words, house, edit } = useOffice()
  const value = limitAttributeOf(timer, 'warnBefore')
  const unit = timer.calendar === 'workdays' ? 'workdays' : 'days'
  const days = [1, 2, 3, 5].map(count => ({
    value: `P${count}D`,
    label: words(`limit.warnBefore.${unit}`, { count }),
  }))
  const known = [
    { value: '', label: words('limit.warnBefore.none') },
    { value: 'P0D', label: words('limit.warnBefore.morning') },
    ...days,
  ]
  return (
    <>
      <SelectEntry
        id={at('warn-before')}
        label={words('limit.warnBefore')}
        value={value}
        options={known.some(one => one.value === value) ? known : [...known, { value, label: value }]}
        onCommit={chosen => {
          edit(setLimitAttribute(timer, 'warnBefore', chosen))
        }}
      />
      {value !== '' && (
        <details class="panel-more" open={limitWordsOf(timer, 'warn').length > 0}>
          <summary>{words('limit.warn')}</summary>
          <TicksEntry
            id={at('warn')}
            label={words('limit.warn')}
            help={words('limit.warn.help')}
            values={limitWordsOf(timer, 'warn')}
            options={[
              ...['assignee', 'group'].map(one => ({ value: one, label: words(`limit.warn.${one}`) })),
              ...house.roles.map(({ value: role, label }) => ({ value: role, label })),
            ]}
            onCommit={chosen => {
              edit(setLimitWords(timer, 'warn', chosen))
            }}
          />
        </details>
      )}
    </>
  )
}

function ChangingTime({ at, timer }: { readonly at: At; readonly timer: BpmnTimerEventDefinition }) {
  const { words, house, edit } = useOffice()
  const grounds = limitWordsOf(timer, 'mayPause')
  const strangers = grounds.filter(ground => !house.grounds.some(({ value }) => value === ground))
  return (
    <>
      <details class="panel-more" open={grounds.length > 0}>
        <summary>
          {words('limit.mayPause')}
          {grounds.length > 0 && <span class="panel-count">{grounds.length}</span>}
        </summary>
        <TicksEntry
          id={at('may-pause')}
          label={words('limit.mayPause')}
          help={words('limit.mayPause.help')}
          values={grounds}
          options={[
            ...house.grounds,
            ...strangers.map(value => ({ value, label: words('unknown', { value }) })),
          ]}
          onCommit={chosen => {
            edit(setLimitWords(timer, 'mayPause', chosen))
          }}
        />
      </details>
      <TickEntry
        id={at('may-extend')}
        label={words('limit.mayExtend')}
        value={limitWordsOf(timer, 'mayExtend').includes('interimReply')}
        onCommit={may => {
          const others = limitWordsOf(timer, 'mayExtend').filter(word => word !== 'interimReply')
          edit(setLimitWords(timer, 'mayExtend', may ? [...others, 'interimReply'] : others))
        }}
      />
    </>
  )
}

/** 3个工作日; what the panel cannot count is shown as it is written. */
export function lengthWords(
  timer: BpmnTimerEventDefinition,
  words: ReturnType<typeof useOffice>['words'],
): string {
  const length = lengthOf(timer)
  return length
    ? words(`limit.sentence.${length.unit}`, { count: length.count })
    : (timer.timeDuration?.body ?? timer.timeDate?.body ?? '')
}

function isCount(typed: string): boolean {
  return /^[1-9]\d{0,2}$/.test(typed.trim())
}
