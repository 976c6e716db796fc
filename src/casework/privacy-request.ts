import { isOneOf, type Choice } from './choice.js'

/**
 * What a citizen may ask about what is kept of them, beside looking at it and taking a copy, which need nobody's leave
 * (Personal Information Protection Law, PIPL, art. 45).
 */
export const PRIVACY_REQUESTS = [
  // art. 46
  { value: 'correct', label: '更正、补充' },
  // art. 47
  { value: 'erase', label: '删除' },
  // art. 44, and art. 15 for what rests on consent
  { value: 'restrict', label: '停止使用' },
] as const satisfies readonly Choice[]

export type PrivacyRequestKind = (typeof PRIVACY_REQUESTS)[number]['value']

/** How such a request reaches the office. */
export const PRIVACY_CHANNELS = [
  { value: 'web', label: '网上' },
  { value: 'window', label: '窗口' },
  { value: 'phone', label: '电话' },
  { value: 'letter', label: '书面' },
] as const satisfies readonly Choice[]

export type PrivacyChannel = (typeof PRIVACY_CHANNELS)[number]['value']

/** How somebody at the window or on the telephone has shown that they are who they say. */
export const IDENTITY_PROOFS = [
  { value: 'document', label: '当面核对身份证件，与登记的姓名一致' },
  { value: 'oldNumber', label: '拨打登记的原号码，由本人接听确认' },
  { value: 'agent', label: '代办人出示委托书和双方身份证件' },
] as const satisfies readonly Choice[]

export type IdentityProof = (typeof IDENTITY_PROOFS)[number]['value']

/** How the citizen was told that everything will be gone: afterwards there is no page on which they could read it. */
export const TOLD_WAYS = [
  { value: 'phone', label: '拨打登记的号码，已告知本人' },
  { value: 'inPerson', label: '已当面告知' },
  { value: 'letter', label: '已书面告知' },
  { value: 'unreachable', label: '按登记的方式联系不上' },
] as const satisfies readonly Choice[]

export type ToldWay = (typeof TOLD_WAYS)[number]['value']

/** A reason for which the law lets the office refuse, where it stands, and which requests it can be said to. */
export interface RefusalGround extends Choice {
  readonly article: string
  readonly kinds: readonly PrivacyRequestKind[]
}

/** All reasons for a refusal: it must have one of them, and words of its own beside it (PIPL art. 50). */
export const REFUSAL_GROUNDS = [
  {
    value: 'notProven',
    label: '未能核实申请人就是本人或其受托人',
    article: '第四十四条、第五十条',
    kinds: ['correct', 'erase', 'restrict'],
  },
  {
    value: 'accurate',
    label: '经核实，登记的内容准确、完整',
    article: '第四十六条',
    kinds: ['correct'],
  },
  {
    value: 'purpose',
    label: '处理目的尚未实现：事项还在办理、核验或回访',
    article: '第四十七条第一款第一项',
    kinds: ['erase', 'restrict'],
  },
  {
    // what is kept for this reason may be stored and used for nothing else
    value: 'kept',
    label: '法律、行政法规规定的保存期限未届满',
    article: '第四十七条第二款',
    kinds: ['erase'],
  },
  {
    value: 'duty',
    label: '为履行法定职责所必需，停止使用会妨碍履行',
    article: '第十三条第一款第三项、第三十四条',
    kinds: ['erase', 'restrict'],
  },
] as const satisfies readonly RefusalGround[]

export type RefusalGroundCode = (typeof REFUSAL_GROUNDS)[number]['value']

/** The reasons that can be said to a request of this kind. */
export function groundsFor(kind: PrivacyRequestKind): readonly RefusalGround[] {
  const all: readonly RefusalGround[] = REFUSAL_GROUNDS
  return all.filter(({ kinds }) => kinds.includes(kind))
}

/** Whether this word names a reason that can be said to a request of this kind. */
export function isGroundFor(kind: PrivacyRequestKind, word: string): word is RefusalGroundCode {
  return isOneOf(groundsFor(kind), word)
}

/** 第四十七条第二款：法律、行政法规规定的保存期限未届满; a reason of another time is shown as it was written. */
export function groundWords(word: string): string {
  const all: readonly RefusalGround[] = REFUSAL_GROUNDS
  const ground = all.find(({ value }) => value === word)
  return ground ? `《个人信息保护法》${ground.article}：${ground.label}` : word
}
