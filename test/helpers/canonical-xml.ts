/**
 * A file’s content without its manner of writing: namespaces instead of prefixes, attributes and children in an order
 * of their own, numbers as numbers, no space between tags. Two files that say the same give the same text. Reads XML by
 * itself, so that what a modeller’s own reader loses is seen.
 */
export function canonicalXml(xml: string): string[] {
  const root: Element = { name: '', attributes: [], children: [], text: '' }
  const open: { element: Element; names: ReadonlyMap<string, string> }[] = [
    { element: root, names: new Map() },
  ]
  for (const [, cdata, comment, tag, words] of xml.matchAll(
    /<!\[CDATA\[([\s\S]*?)\]\]>|(<!--[\s\S]*?-->|<\?[\s\S]*?\?>)|<([^>"']*(?:"[^"]*"|'[^']*'|[^>"'])*)>|([^<]+)/g,
  )) {
    const top = open.at(-1)
    if (!top || comment !== undefined) continue
    if (cdata !== undefined) top.element.text += cdata
    else if (words !== undefined) top.element.text += decoded(words)
    else if (tag?.startsWith('/')) open.pop()
    else if (tag !== undefined) {
      const { element, names } = begin(tag, top.names)
      top.element.children.push(element)
      if (!tag.endsWith('/')) open.push({ element, names })
    }
  }
  return lines(root.children[0] ?? root, '')
}

interface Element {
  readonly name: string
  readonly attributes: readonly string[]
  readonly children: Element[]
  text: string
}

function begin(tag: string, around: ReadonlyMap<string, string>) {
  const written = [...tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
    ([, name = '', double, single]) => [name, decoded(double ?? single ?? '')] as const,
  )
  const names = new Map(around)
  for (const [name, value] of written) {
    if (name === 'xmlns') names.set('', value)
    else if (name.startsWith('xmlns:')) names.set(name.slice(6), value)
  }
  const full = (name: string, isAttribute = false) => {
    const [prefix = '', local] = name.includes(':') ? name.split(':') : ['', name]
    return prefix === '' && isAttribute ? (local ?? '') : `{${names.get(prefix) ?? prefix}}${local ?? ''}`
  }
  const attributes = written
    .filter(([name]) => name !== 'xmlns' && !name.startsWith('xmlns:') && !name.includes('schemaLocation'))
    .map(([name, value]) => `${full(name, true)}=${name.endsWith(':type') ? full(value) : plain(value)}`)
    .filter(attribute => !defaults.has(attribute))
    .sort()
  const name = full(/^[^\s/]+/.exec(tag)?.[0] ?? '')
  // an element of its own for one type of another (BPMN20.xsd, substitution groups)
  const substituted = name === `{${bpmn}}formalExpression`
  if (substituted) attributes.push(`{${xsi}}type={${bpmn}}tFormalExpression`)
  return {
    element: { name: substituted ? `{${bpmn}}expression` : name, attributes, children: [], text: '' },
    names,
  }
}

function lines({ name, attributes, children, text }: Element, indent: string): string[] {
  const words = plain(text.trim())
  // of all children only the points of a line have an order that means something
  const inner = children
    .map((child, at) =>
      child.name.endsWith('}waypoint') ? { ...child, name: `${child.name}#${at}` } : child,
    )
    .map(child => lines(child, `${indent}  `))
    .sort((a, b) => compare(a.join(), b.join()))
  return [[indent + name, ...attributes, words].join(' ').trimEnd(), ...inner.flat()]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function plain(value: string): string {
  return /^-?\d+(\.\d+)?$/.test(value) ? String(Number(value)) : value.replace(/\s+/g, ' ')
}

function decoded(value: string): string {
  return value.replace(
    /&(?:#(\d+)|#x([\da-f]+)|(lt|gt|amp|quot|apos));/gi,
    (_whole, decimal, hex, name: string) => {
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(String(hex), 16))
      return { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }[name.toLowerCase()] ?? ''
    },
  )
}

const bpmn = 'http://www.omg.org/spec/BPMN/20100524/MODEL'
const xsi = 'http://www.w3.org/2001/XMLSchema-instance'

/** What says nothing: the value that holds anyway. */
const defaults = new Set([
  'cancelActivity=true',
  'isInterrupting=true',
  'isSequential=false',
  'triggeredByEvent=false',
  'startQuantity=1',
  'completionQuantity=1',
  'isForCompensation=false',
  'parallelMultiple=false',
  'gatewayDirection=Unspecified',
  'isClosed=false',
  'processType=None',
  'instantiate=false',
  'eventGatewayType=Exclusive',
  'isCollection=false',
  'isExecutable=false',
  'implementation=##unspecified',
  'textFormat=text/plain',
  'expressionLanguage=http://www.w3.org/1999/XPath',
  'typeLanguage=http://www.w3.org/2001/XMLSchema',
  'associationDirection=None',
  '{http://www.w3.org/2001/XMLSchema-instance}type={http://www.omg.org/spec/DD/20100524/DC}Point',
])
