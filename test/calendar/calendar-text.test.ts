import { expect } from 'chai'
import {
  CalendarFileInvalidError,
  decodeCalendarFile,
  readCalendarText,
  type CalendarFileFault,
} from '../../src/calendar/index.js'

const head = '日期,类型,范围,名称,依据'
const table = `${head}\r\n2027/1/1,休,全国,元旦,国办通知（测试）\r\n2027-04-09,休,广西,壮族三月三,自治区通知（测试）\r\n`
const newYear = {
  date: '2027-01-01',
  kind: 'rest',
  scope: 'national',
  name: '元旦',
  source: '国办通知（测试）',
}

describe('A calendar as somebody brings it', () => {
  it('is a table with Chinese headings, whose years count as announced', () => {
    const { days, announced } = readCalendarText(table)
    expect(days[0]).to.deep.equal(newYear)
    expect(days[1]).to.include({ date: '2027-04-09', scope: 'guangxi' })
    expect(announced).to.deep.equal([
      { scope: 'guangxi', year: 2027 },
      { scope: 'national', year: 2027 },
    ])
  })

  it('may have other columns, another order, English headings, tabs, and a comma in quotes', () => {
    const pasted = 'source\tname\tscope\tkind\tdate\t备注\n"通知,第1号"\t台风\t本地\t放假\t2027年9月3日\t无'
    expect(readCalendarText(pasted).days).to.deep.equal([
      { date: '2027-09-03', kind: 'rest', scope: 'local', name: '台风', source: '通知,第1号' },
    ])
  })

  it('is read from bytes in UTF-8 with and without a mark, and in the encoding that Excel writes in China', () => {
    const utf8 = new TextEncoder().encode(table)
    const marked = Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8])
    for (const bytes of [utf8, marked])
      expect(readCalendarText(decodeCalendarFile(bytes)).days).to.have.length(2)
    // 日期,类型,范围,名称,依据 / 2027/1/1,休,全国,元旦,文
    const gb = Buffer.from(
      'c8d5c6da2cc0e0d0cd2cb7b6cea72cc3fbb3c62cd2c0bedd0d0a323032372f312f312cd0dd2cc8abb9fa2cd4aab5a92ccec40d0a',
      'hex',
    )
    expect(readCalendarText(decodeCalendarFile(gb)).days).to.deep.equal([{ ...newYear, source: '文' }])
  })

  it('is refused with every fault by its line', () => {
    const lines = [
      head,
      '2027-02-30,休,全国,元旦,文',
      '',
      '2027-01-02,假,全中国,,',
      '2027-01-03,休,全国,元旦,文',
    ]
    expect(faultsOf([...lines, '2027-1-3,班,国家,元旦,文'].join('\n'))).to.deep.equal([
      ['第2行', '日期“2027-02-30”读不出来，请写成 2027-01-01 或 2027/1/1'],
      ['第4行', '类型“假”应为“休”或“班”'],
      ['第4行', '范围“全中国”应为“全国”“广西”或“本地”'],
      ['第4行', '没有写名称'],
      ['第4行', '没有写依据的文件'],
      ['第6行', '与第5行是同一范围的同一天'],
    ])
  })

  it('says which columns are missing, that a quote is open, that there is nothing', () => {
    expect(faultsOf('日期,类型,名称\n2027-01-01,休,元旦')).to.deep.equal([
      ['第1行', '第一行应写列名，缺少：范围、依据。列名依次为：日期,类型,范围,名称,依据'],
    ])
    expect(faultsOf(`${head}\n2027-01-01,休,全国,"元旦,文`).map(([at]) => at)).to.deep.equal(['第2行'])
    expect(faultsOf(head)).to.deep.equal([['文件整体', '没有内容']])
    expect(faultsOf(' \n')).to.deep.equal([['文件整体', '没有内容']])
  })

  it('may be JSON, whose faults are named by their line too', () => {
    const json = JSON.stringify({ announcedYears: { national: [2027] }, days: [newYear] }, null, 1)
    expect(readCalendarText(json).days).to.deep.equal([newYear])
    const wrong = `{ "announcedYears": {},\n"note": "{[",\n"days": [\n${JSON.stringify(newYear)},\n{ "date": "x" } ] }`
    const faults = faultsOf(wrong)
    expect(faults[0]?.[0]).to.equal('第5行（days[1].date）')
    expect(() => readCalendarText('{ "days": ['))
      .to.throw()
      .with.property('code', 'calendarFileUnreadable')
  })
})

function faultsOf(words: string): [string, string][] {
  try {
    readCalendarText(words)
  } catch (error) {
    if (error instanceof CalendarFileInvalidError)
      return error.faults.map(({ at, reason }: CalendarFileFault) => [at, reason])
  }
  throw new Error('it was taken')
}
