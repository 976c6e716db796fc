import { HeightRule, type IRunOptions, LineRuleType } from 'docx'

/*
 * The typefaces of official documents (GB/T 9704). Where one is missing, Word takes the alternative that the table of
 * fonts names, and after that one of the same family.
 */
const faces = {
  title: { name: '方正小标宋简体', instead: '宋体', family: 'roman' },
  body: { name: '仿宋_GB2312', instead: '仿宋', family: 'modern' },
  heading: { name: '黑体', instead: 'SimHei', family: 'modern' },
  subheading: { name: '楷体_GB2312', instead: '楷体', family: 'script' },
  page: { name: '宋体', instead: 'SimSun', family: 'roman' },
} as const

export type Face = keyof typeof faces

/** Sizes as the printers name them, in half points. */
export const sizes = { 二号: 44, 三号: 32, 四号: 28, 小四: 24, 五号: 21, 小五: 18, 六号: 15 } as const

/** How words are set: digits and letters in the same face, as the standard asks. */
export function set(face: Face, size: keyof typeof sizes): Pick<IRunOptions, 'font' | 'size' | 'color'> {
  const { name } = faces[face]
  // black, whatever the style of a heading would make of it
  return {
    color: '000000',
    font: { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' },
    size: sizes[size],
  }
}

/** 22 lines a page: exactly 28.95 points each. */
export const line = { line: 579, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const

/** Lines of a table or a caption, as high as they need. */
export const loose = { line: 300, lineRule: LineRuleType.AUTO } as const

/** Two characters of the body, in twentieths of a point. */
export const twoCharacters = 2 * 16 * 20

export const rowHeight = { value: 400, rule: HeightRule.ATLEAST } as const

/** The table of fonts with an alternative for each: `word/fontTable.xml`. */
export const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.values(faces)
  .map(
    ({ name, instead, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  )
  .join('')}</w:fonts>`
