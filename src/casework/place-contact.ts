import { text } from '../catalogue/index.js'
import { cleanLine, lengthOf } from './plain-text.js'

/** What a place's posters say of it; null for a line they leave out. */
export interface PlaceContact {
  readonly phone: string | null
  readonly hours: string | null
}

export type PlaceContactErrors = Readonly<Partial<Record<keyof PlaceContact, string>>>

export type ParsedPlaceContact =
  | { readonly ok: true; readonly contact: PlaceContact }
  | { readonly ok: false; readonly errors: PlaceContactErrors }

export const longestPlaceContact = { phone: 40, hours: 60 } as const

/** One line each, as it will be printed; a telephone has digits in it. */
export function parsePlaceContact(typed: {
  readonly phone: string
  readonly hours: string
}): ParsedPlaceContact {
  const phone = cleanLine(typed.phone)
  const hours = cleanLine(typed.hours)
  const errors = {
    ...(phone !== '' &&
      !/^[\s+()（）、，,/-]*\d[\d\s+()（）、，,/转-]*$/.test(phone) && {
        phone: text('casework.place.phone'),
      }),
    ...(lengthOf(phone) > longestPlaceContact.phone && {
      phone: text('casework.place.long', { limit: longestPlaceContact.phone }),
    }),
    ...(lengthOf(hours) > longestPlaceContact.hours && {
      hours: text('casework.place.long', { limit: longestPlaceContact.hours }),
    }),
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, contact: { phone: phone || null, hours: hours || null } }
}
