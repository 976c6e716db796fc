import { toHalfWidth } from './plain-text.js'

/** A telephone the office can call. */
export interface Contact {
  /** As it is kept and shown: `10000000101`, `0772-2000106`, `0772-2000106-801`. */
  readonly number: string
  /** The last four digits, without an extension: the citizen's key to the look-up. */
  readonly tail: string
  readonly kind: 'mobile' | 'landLine'
}

/** Why a text is no telephone: a land line needs its area code to be dialled from elsewhere. */
export type ContactFault = 'areaCodeMissing' | 'notATelephone'

// 100… is no operator's: fictional numbers of examples and training
const mobile = /^(?:(?:\+|00)?86)?((?:1[3-9]\d|100)\d{8})$/
const local = String.raw`([2-8]\d{6,7})(?:(?:转|ext\.?|x|#|-)(\d{1,6}))?$`
const landLine = new RegExp(String.raw`^(?:(?:\+|00)86-?0?|0)(10|2\d|[3-9]\d{2})-?${local}`, 'i')
const withoutAreaCode = new RegExp(`^${local}`, 'i')

/** Reads a telephone however it was typed: full-width digits, spaces, dashes, brackets, +86. */
export function parseContact(typed: string): Contact | ContactFault {
  const dashed = toHalfWidth(typed)
    .replace(/[\s.·]/g, '')
    .replace(/[()—–‐‑−]/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '')
  const mobileNumber = mobile.exec(dashed.replaceAll('-', ''))?.[1]
  if (mobileNumber !== undefined) {
    return { number: mobileNumber, tail: mobileNumber.slice(-4), kind: 'mobile' }
  }
  const [, areaCode, number, extension] = landLine.exec(dashed) ?? []
  if (areaCode !== undefined && number !== undefined) {
    const parts = [`0${areaCode}`, number, ...(extension === undefined ? [] : [extension])]
    return { number: parts.join('-'), tail: number.slice(-4), kind: 'landLine' }
  }
  return withoutAreaCode.test(dashed) ? 'areaCodeMissing' : 'notATelephone'
}

/** The last four digits of a kept contact, which the look-up compares. */
export function contactTail(number: string): string {
  const [mobileOrArea = '', landLineNumber] = number.split('-')
  return (landLineNumber ?? mobileOrArea).slice(-4)
}
