import { charactersOf, lengthOf, toHalfWidth } from './plain-text.js'

/** Where the number of hidden characters would itself tell something, a fixed row of stars stands. */
const hidden = '****'

/** Two-character surnames still borne by many; of these the given name is hidden, not half the surname. */
const compoundSurnames = new Set(
  (
    '欧阳 上官 司马 诸葛 司徒 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 夏侯 轩辕 端木 百里 南宫 东方 独孤 闻人 东郭 西门 ' +
    '申屠 公羊 澹台 宗政 濮阳 淳于 单于 太叔 仲孙 钟离 鲜于 闾丘 司空 赫连 呼延 拓跋 万俟 第五 公冶 子车 左丘 谷梁'
  ).split(' '),
)

/** Endings of the names of firms, shops and bodies, longest first. */
const firmEnding =
  /(?:股份有限公司|有限责任公司|有限公司|集团公司|公司|合伙企业|企业|事务所|合作社|工作室|经营部|服务部|门市部|幼儿园|学校|医院|诊所|宾馆|酒店|旅馆|餐馆|饭店|餐厅|超市|商行|商店|药店|网吧|协会|中心|集团|厂|店)$/u
const regionStart =
  /^(?:[^省市区县]{2,8}(?:省|自治区))?(?:广西)?(?:[^省市区县]{2,6}市)?(?:[^省市区县]{1,5}[区县])?/u

/**
 * A person's or firm's name as strangers may see it: 覃小梅 → 覃**, 欧阳秋月 → 欧阳**, 李㙍 → 李*;
 * of a firm the region and the legal form stay: 柳州市某某广告有限公司 → 柳州市****有限公司.
 * A relation in brackets stays: 谢建国（父亲） → 谢**（父亲）.
 */
export function maskName(name: string): string {
  const [, bare = '', relation = ''] = /^(.*?)([（(][^（()）]*[)）])?$/su.exec(name.trim()) ?? []
  return firmEnding.test(bare) && lengthOf(bare) > 3 ? maskFirm(bare) : maskPerson(bare) + relation
}

/** 10000000101 → 100****0101, 0772-2000106 → 0772-***0106; an extension and all that is no telephone are hidden. */
export function maskPhone(number: string): string {
  const half = toHalfWidth(number).trim()
  const [, area, front, last] = /^(0\d{2,3})-?(\d{3,4})(\d{4})(?:-\d+)?$/.exec(half) ?? []
  if (area !== undefined && front !== undefined && last !== undefined) {
    return `${area}-${'*'.repeat(front.length)}${last}`
  }
  const [, head, middle, tail] = /^(\d{3})(\d{4})(\d{4})$/.exec(half) ?? []
  if (head !== undefined && middle !== undefined && tail !== undefined) return `${head}${hidden}${tail}`
  return half === '' ? '' : hidden
}

/**
 * A free text with every run of digits hidden that looks like an ID number, a bank card or a telephone: wider than
 * the warning, because here a false alarm costs nothing. Case numbers (2026-00017-7) and years stay.
 */
export function maskText(text: string): string {
  const half = toHalfWidth(text)
  let masked = ''
  let done = 0
  for (const match of half.matchAll(digitRuns)) {
    masked += text.slice(done, match.index) + maskRun(match[0])
    done = match.index + match[0].length
  }
  return masked + text.slice(done)
}

/** What `maskText` hides of a text, as it was written. */
export function hiddenNumbers(text: string): readonly string[] {
  return Array.from(toHalfWidth(text).matchAll(digitRuns), ([run]) => run)
}

const digitRuns = new RegExp(
  [
    String.raw`(?<!\d)\d{6}[ -]?\d{4}[ -]?\d{4}[ -]?\d{3}[\dXx](?![\dXx])`, // ID number
    String.raw`(?<!\d)\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)`, // bank card
    String.raw`(?<!\d)1\d{2}[ -]?\d{4}[ -]?\d{4}(?!\d)`, // mobile
    String.raw`(?<!\d)0\d{2,3}[ -]?[2-8]\d{6,7}(?!\d)`, // land line
    String.raw`(?<!\d)\d{12,}(?!\d)`, // what else is too long to be a date, an amount or a year
  ].join('|'),
  'g',
)

function maskRun(run: string): string {
  const digits = run.replace(/[ -]/g, '')
  if (digits.length > 12) return `${digits.slice(0, 3)}${hidden}${digits.slice(-2)}`
  return maskPhone(digits)
}

function maskPerson(name: string): string {
  const characters = charactersOf(name)
  const [first = ''] = characters
  // names of several parts (阿依古丽·买买提, John Smith) are long: their length would give them away
  if (/[·•.\s]|[a-z]/iu.test(name)) return `${first}***`
  if (characters.length <= 1) return '*'.repeat(characters.length)
  const surname = characters.length > 2 && compoundSurnames.has(characters.slice(0, 2).join('')) ? 2 : 1
  return characters.slice(0, surname).join('') + '*'.repeat(characters.length - surname)
}

function maskFirm(name: string): string {
  const ending = firmEnding.exec(name)?.[0] ?? ''
  const stem = name.slice(0, name.length - ending.length)
  const region = regionStart.exec(stem)?.[0] ?? ''
  if (region !== '' && region !== stem) return `${region}${hidden}${ending}`
  const characters = charactersOf(stem)
  return `${characters.slice(0, characters.length > 2 ? 2 : 1).join('')}${hidden}${ending}`
}
