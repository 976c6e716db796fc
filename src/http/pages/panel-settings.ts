import { groundLabel, pauseGrounds } from '../../calendar/index.js'
import { CAUSES } from '../../casework/cause.js'
import { NOTICE_DAYS } from '../../casework/demands.js'
import { FACTS } from '../../casework/fact-list.js'
import { WORKING_ROLES } from '../../casework/role.js'
import { PROMISES } from '../../casework/verdict.js'
import { text, textsUnder } from '../../catalogue/index.js'
import { paths } from '../paths.js'

/** What the properties panel of the editor is told: its words, and what there is in the house to choose from. */
export interface PanelSettings {
  readonly words: Readonly<Record<string, string>>
  readonly house: PanelHouse
}

interface PanelHouse {
  readonly previewUrl: string
  readonly roles: readonly (Named & { readonly reach: string })[]
  readonly facts: readonly PanelFact[]
  readonly lists: readonly Named[]
  readonly forms: readonly (Named & { readonly adds: string })[]
  readonly promises: readonly (Named & { readonly workingDays: number })[]
  readonly grounds: readonly Named[]
  readonly messages: readonly Named[]
  readonly topics: readonly Named[]
}

interface Named {
  readonly value: string
  readonly label: string
}

interface PanelFact {
  readonly key: string
  readonly label: string
  readonly type: string
  readonly from: string
  readonly choices: readonly Named[]
}

export function panelSettings(): PanelSettings {
  return {
    words: textsUnder('panel.'),
    house: {
      previewUrl: paths.previewForm,
      roles: WORKING_ROLES.map(role => ({ ...role, reach: text(`panelHouse.reach.${role.value}`) })),
      facts: FACTS.map(({ key, label, type, from, choices = [] }) => ({
        key,
        label,
        type,
        from,
        choices: type === 'cause' ? causes : choices,
      })),
      lists: named('list', ['departments', 'leaders']),
      forms: named('form', forms).map(form => ({ ...form, adds: addsOf(form.value) })),
      promises: PROMISES.map(promise => ({ ...promise, workingDays: NOTICE_DAYS[promise.value] })),
      grounds: pauseGrounds.map(value => ({ value, label: groundLabel(value) })),
      messages: named('message', ['withdraw', 'merge']),
      topics: named('topic', ['report.freeze']),
    },
  }
}

/** The forms that are more than their fields (`camunda:formKey`). */
export const forms: readonly string[] = [
  'analysis',
  'confirmation',
  'verdict',
  'phone-reply',
  'rectification',
  'verification',
  'quarter-draft',
  'quarter-acknowledge',
]

/** What such a form adds to its fields, in a sentence. */
export function addsOf(form: string): string {
  return text(`panelHouse.form.${form}.adds`)
}

const causes = CAUSES.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }))

function named(kind: string, values: readonly string[]): Named[] {
  return values.map(value => ({ value, label: text(`panelHouse.${kind}.${value}`) }))
}
