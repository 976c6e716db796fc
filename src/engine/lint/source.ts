import type { LintProblem } from './problem.js'

/** Largest file, in bytes of UTF-8: the whole procedure with its drawing has some two hundred thousand. */
const largest = 2 * 1024 * 1024
/** Deepest nesting of tags: ten sub-processes within each other, and what BPMN needs around and in them. */
const deepest = 60

/**
 * What a text must be before an XML parser may see it: not too large, no document type and so no entities that
 * multiply, not nested without end. One pass, in time proportional to the length.
 */
export function checkSource(xml: string): LintProblem[] {
  const problem = sizeProblem(xml) ?? characterProblem(xml) ?? markupProblem(xml)
  return problem === undefined ? [] : [{ rule: 'source', severity: 'error', message: problem }]
}

function sizeProblem(xml: string): string | undefined {
  if (xml.trim() === '') return '文件是空的；请选择 BPMN 文件。'
  const tooLarge = xml.length > largest || new TextEncoder().encode(xml).length > largest
  return tooLarge ? '文件超过 2 MB；请删减后再上传。' : undefined
}

function characterProblem(xml: string): string | undefined {
  // XML 1.0 allows no control characters but tab and line ends
  // eslint-disable-next-line no-control-regex
  return /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(xml)
    ? '文件含有不可见的控制字符；请用流程编辑器重新导出为 UTF-8 编码的 BPMN 文件。'
    : undefined
}

function markupProblem(xml: string): string | undefined {
  const notXmlAt = (place: number) =>
    `文件不是完整的 XML（第 ${xml.slice(0, place).split('\n').length} 行有错）；请用流程编辑器重新导出后再上传。`
  const open: string[] = []
  let roots = 0
  let at = 0
  for (;;) {
    const start = xml.indexOf('<', at)
    const between = xml.slice(at, start === -1 ? undefined : start)
    if (open.length === 0 && between.replace('\ufeff', '').trim() !== '')
      return notXmlAt(start === -1 ? xml.length : start)
    if (start === -1) break
    const end = endOfMarkup(xml, start)
    if (end === -1) return notXmlAt(start)
    const markup = xml.slice(start, end)
    at = end
    if (markup.startsWith('<!--') || markup.startsWith('<?') || markup.startsWith('<![CDATA[')) continue
    if (markup.startsWith('<!')) {
      return '文件含有文档类型或实体声明（DOCTYPE、ENTITY），可能被用来攻击系统；请删除后再上传。'
    }
    if (markup.startsWith('</')) {
      if (open.pop() !== nameIn(markup)) return notXmlAt(start)
      continue
    }
    if (open.length === 0) roots += 1
    if (markup.endsWith('/>')) continue
    open.push(nameIn(markup))
    if (open.length > deepest) return `文件中标签嵌套超过 ${deepest} 层；请减少子流程的层次。`
  }
  return roots === 1 && open.length === 0 ? undefined : notXmlAt(xml.length)
}

/** Where the markup that begins at `start` is over, or -1. */
function endOfMarkup(xml: string, start: number): number {
  const behind = (text: string, from: number) => {
    const found = xml.indexOf(text, from)
    return found === -1 ? -1 : found + text.length
  }
  if (xml.startsWith('<!--', start)) return behind('-->', start + 4)
  if (xml.startsWith('<![CDATA[', start)) return behind(']]>', start + 9)
  if (xml.startsWith('<?', start)) return behind('?>', start + 2)
  // the end of a declaration is of no interest, it is refused
  if (xml.startsWith('<!', start)) return start + 2
  return endOfTag(xml, start + 1)
}

/** Behind the `>` that ends a tag; one in a quoted value does not. */
function endOfTag(xml: string, from: number): number {
  for (let at = from; at < xml.length; at++) {
    const character = xml[at]
    if (character === '>') return at + 1
    if (character === '<') return -1
    if (character !== '"' && character !== "'") continue
    at = xml.indexOf(character, at + 1)
    if (at === -1) return -1
  }
  return -1
}

function nameIn(tag: string): string {
  return /^<\/?([^\s/>]*)/.exec(tag)?.[1] ?? ''
}
