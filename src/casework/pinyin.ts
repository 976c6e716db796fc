import { pinyin } from 'pinyin-pro'

/** How a name is typed by who does not type its characters: 食品经营许可 as `shipinjingyingxuke` or `spjyxk`. */
export interface Pinyin {
  /** every syllable, without tones and blanks; ü is v, as keyboards have it */
  readonly full: string
  /** the first letter of every syllable */
  readonly initials: string
}

/** The pinyin of a name. Words decide how a character is read: 行 in 银行 and in 行政. What is no hanzi stays. */
export function pinyinOf(name: string): Pinyin {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true })
  const bare = syllables.map(bareOf).filter(syllable => syllable !== '')
  return { full: bare.join(''), initials: bare.map(([first = '']) => first).join('') }
}

function bareOf(syllable: string): string {
  return syllable
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\p{C}\s]/gu, '')
}
