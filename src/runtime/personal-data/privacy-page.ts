import { officeSetting } from '../office-settings.js'
import type { Parts } from '../parts.js'

/** What the public page about personal data says that depends on the office. */
export interface PrivacyPage {
  /** within how many working days a request is answered */
  readonly replyDays: number
  /** for how many years what a closed case says of people is kept */
  readonly keptYears: number
  /** where one can ask in person or by telephone */
  readonly places: readonly {
    readonly name: string
    readonly phone: string | null
    readonly hours: string | null
  }[]
}

export async function privacyPage({ store: { read } }: Pick<Parts, 'store'>): Promise<PrivacyPage> {
  const places = await read.places.places()
  return {
    replyDays: await officeSetting(read, 'privacyReplyDays'),
    keptYears: await officeSetting(read, 'keptCases'),
    places: places
      .filter(({ active, kind }) => active && kind !== 'online')
      .map(({ name, phone, hours }) => ({ name, phone, hours })),
  }
}
