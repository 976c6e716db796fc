import { boundary, diagram, end, extensions, flow, flows, node, start, task, timer } from './bpmn.js'

/** A file that somebody might send: refused with words that match, or taken and harmless. */
export interface Hostile {
  readonly bytes: Uint8Array
  readonly refused: RegExp | null
}

const line = (inside = '', attributes = '') =>
  start() + task('A', inside, attributes) + end() + flows('Start', 'A', 'End')
const condition = (feel: string) =>
  start() +
  node('exclusiveGateway', 'G', 'name="分" default="G-End"') +
  task('A') +
  end() +
  flow('Start', 'G') +
  flow('G', 'A', feel) +
  flow('G', 'End') +
  flow('A', 'End')
const limit = (duration: string, type = 'timeDuration') =>
  line() + boundary('T', 'A', timer(duration, 'bdc:kind="internal"', type), false)
const many = (count: number, each: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => each(at)).join('')
const nested = (depth: number, inside: string): string =>
  depth === 0
    ? inside
    : node('subProcess', `S${depth}`, '', start(`B${depth}`) + nested(depth - 1, inside) + end(`E${depth}`))
const declared = (encoding: string, xml: string) => xml.replace('encoding="UTF-8"', `encoding="${encoding}"`)
const good = diagram(line(), { id: 'hostile' })
const doctype = (declarations: string, use: string) =>
  good.replace('?>', `?><!DOCTYPE d [${declarations}]>`).replace('测试流程', use)

const texts: Readonly<Record<string, readonly [xml: string, refused: RegExp | null]>> = {
  'an entity bomb': [
    doctype('<!ENTITY a "ha">' + many(30, at => `<!ENTITY e${at} "&e${at + 1};&e${at + 1};">`), '&e0;'),
    /DOCTYPE/,
  ],
  'an entity from outside': [doctype('<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;'), /DOCTYPE/],
  'a document type from outside': [
    good.replace('?>', '?><!DOCTYPE d SYSTEM "http://127.0.0.1:1/evil.dtd">'),
    /DOCTYPE/,
  ],
  'an include': [
    good.replace(
      '<bpmn:process',
      '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/><bpmn:process',
    ),
    /没有读入/,
  ],
  'a style sheet that programs': [
    good.replace('?>', '?><?xml-stylesheet type="text/xsl" href="javascript:alert(1)"?>'),
    null,
  ],
  'ten thousand elements': [
    diagram(start() + many(10_000, at => task(`A${at}`)), { id: 'hostile' }),
    /元素，?又?超过 2000 个/,
  ],
  'ten thousand attributes': [
    diagram(
      line(
        '',
        many(10_000, at => `a${at}="1" `),
      ),
      { id: 'hostile' },
    ),
    null,
  ],
  'sub-processes thirty deep': [diagram(nested(30, task('A')), { id: 'hostile' }), /嵌套超过/],
  'tags ten thousand deep': [`${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}`, /嵌套超过 60 层/],
  'a script': [
    diagram(
      line() +
        node('scriptTask', 'B', 'scriptFormat="javascript"', '<bpmn:script>process.exit()</bpmn:script>'),
      { id: 'hostile' },
    ),
    /脚本/,
  ],
  'a listener': [
    diagram(line(extensions('<camunda:executionListener event="start" expression="${runtime.exec(1)}"/>')), {
      id: 'hostile',
    }),
    /程序|监听器/,
  ],
  'a condition in JavaScript': [
    diagram(condition('true').replace('language="feel"', 'language="javascript"'), { id: 'hostile' }),
    /javascript/,
  ],
  'a condition that never ends': [
    diagram(condition('count(for i in 1..9999999999 return i) > 1'), { id: 'hostile' }),
    /循环范围/,
  ],
  'a condition that multiplies': [
    diagram(condition('count(for a in 1..9, b in 1..9, c in 1..9, d in 1..9 return a) > 1'), {
      id: 'hostile',
    }),
    /循环超过/,
  ],
  'a condition that calls itself': [
    diagram(condition('(function(f) f(f))(function(f) f(f))'), { id: 'hostile' }),
    /不允许/,
  ],
  'a condition that is very deep': [
    diagram(condition(`${'('.repeat(900)}1${')'.repeat(900)} = 1`), { id: 'hostile' }),
    /嵌套超过/,
  ],
  'a condition that is very long': [
    diagram(condition(many(3000, () => 'x or ') + 'x'), { id: 'hostile' }),
    /超过 2000 字/,
  ],
  'a pattern that takes for ever': [
    diagram(condition('matches(text, "(a+)+$")'), { id: 'hostile' }),
    /重复套重复/,
  ],
  'a limit of a million days': [diagram(limit('P1000000D'), { id: 'hostile' }), /超过十年|不正确/],
  'a limit of more digits than a number has': [
    diagram(limit(`P${'9'.repeat(400)}D`), { id: 'hostile' }),
    /不正确/,
  ],
  'a start every second': [
    diagram(
      start('Start', timer('R1000000/2026-01-01T00:00:00Z/PT1S', '', 'timeCycle')) +
        end() +
        flows('Start', 'End'),
      { id: 'hostile' },
    ),
    /不到一分钟/,
  ],
  'a cycle without a beginning': [
    diagram(start('Start', timer('R1000000/PT1S', '', 'timeCycle')) + end() + flows('Start', 'End'), {
      id: 'hostile',
    }),
    /周期/,
  ],
  'a circle that nothing stops': [
    diagram(
      start() +
        node('exclusiveGateway', 'G', 'default="G-H"') +
        node('exclusiveGateway', 'H', 'default="H-G"') +
        end() +
        flows('Start', 'G', 'H', 'G') +
        flow('H', 'End', 'x'),
      { id: 'hostile' },
    ),
    /没有任何等待的循环/,
  ],
  'an id used twice': [diagram(line() + task('A'), { id: 'hostile' }), /用了不止一次/],
  'an id with a program': [
    diagram(line().replaceAll('"A"', '"javascript:alert(1)"'), { id: 'hostile' }),
    /不正确/,
  ],
  'a key that leads elsewhere': [diagram(line(), { id: '../../etc' }), /编号/],
  'names that the language has': [
    diagram(line().replaceAll('"A"', '"__proto__"').replaceAll('"End"', '"constructor"'), { id: 'hostile' }),
    /编号“__proto__”不能使用/,
  ],
  'a namespace of nobody': [
    good.replace('<bpmn:process', '<evil:thing xmlns:evil="urn:evil"><evil:x/></evil:thing><bpmn:process'),
    /没有读入/,
  ],
  'settings of nobody': [
    diagram(line(extensions('<evil:thing xmlns:evil="urn:evil"><evil:x/></evil:thing>')), { id: 'hostile' }),
    null,
  ],
  'BPMN under a wrong namespace': [good.replace('20100524/MODEL', '19990101/MODEL'), /不是 BPMN 2.0/],
  'a process without a drawing': [good, null],
  'no process': [
    '<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>',
    /没有流程/,
  ],
  'a file cut off': [good.slice(0, good.length / 2), /不是完整的 XML/],
  'a null byte': [good.replace('测试', '测\0试'), /控制字符/],
  'two files in one': [good + good, /不是完整的 XML/],
  nothing: ['', /空的|请选择文件/],
}

const bytes: Readonly<Record<string, Hostile>> = {
  'fifty megabytes': { bytes: new Uint8Array(50 * 1024 * 1024).fill(0x61), refused: /2 MB|太大|超过/ },
  'three megabytes of a diagram': {
    bytes: Buffer.from(good.replace('测试流程', '长'.repeat(1_100_000))),
    refused: /2 MB/,
  },
  'a byte order mark': { bytes: Buffer.from(`\ufeff${good}`), refused: null },
  'UTF-16': { bytes: Buffer.from(`\ufeff${declared('UTF-16', good)}`, 'utf16le'), refused: null },
  'UTF-8 that says it is UTF-16': { bytes: Buffer.from(declared('UTF-16', good)), refused: null },
  'UTF-16 that says nothing': { bytes: Buffer.from(good, 'utf16le'), refused: /控制字符|编码/ },
  GB18030: {
    bytes: Buffer.from(
      [...Buffer.from(declared('GB18030', good).replaceAll('测试流程', '@'))].flatMap(byte =>
        byte === 0x40 ? [0xb2, 0xe2, 0xca, 0xd4] : [byte],
      ),
    ),
    refused: null,
  },
  'GB18030 that says it is UTF-8': {
    bytes: Buffer.concat([
      Buffer.from(good.slice(0, 60)),
      Buffer.from([0xb2, 0xe2]),
      Buffer.from(good.slice(60)),
    ]),
    refused: /编码/,
  },
  'an encoding there is not': { bytes: Buffer.from(declared('x-evil', good)), refused: null },
  'a picture': {
    bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    refused: /编码|控制字符|XML/,
  },
  'a packed file': {
    bytes: Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]),
    refused: /编码|控制字符|XML/,
  },
}

/** Files meant to break a server, by what they are. */
export const hostileDiagrams: Readonly<Record<string, Hostile>> = {
  ...Object.fromEntries(
    Object.entries(texts).map(([title, [xml, refused]]) => [title, { bytes: Buffer.from(xml), refused }]),
  ),
  ...bytes,
}
