import { expect } from 'chai'
import fc from 'fast-check'
import { maskName, maskPhone, maskText } from '../../src/casework/masking.js'

describe('A masked name', () => {
  for (const [name, masked] of [
    ['覃小梅', '覃**'],
    ['李㙍', '李*'],
    ['韦国强', '韦**'],
    ['欧阳秋月', '欧阳**'],
    ['欧阳月', '欧阳*'],
    ['欧阳', '欧*'],
    ['司马相如', '司马**'],
    ['𬌗小梅', '𬌗**'],
    ['阿依古丽·买买提', '阿***'],
    ['John Smith', 'J***'],
    ['莫阿婆', '莫**'],
    ['蒙伯', '蒙*'],
    ['刘', '*'],
    ['', ''],
    ['谢建国（父亲）', '谢**（父亲）'],
    ['周丽(女儿)', '周*(女儿)'],
    ['柳州市某某广告有限公司', '柳州市****有限公司'],
    ['柳州市城中区悦来宾馆', '柳州市城中区****宾馆'],
    [
      '广西柳州市城中区一帆风顺电子商务与供应链管理综合服务发展有限责任公司',
      '广西柳州市城中区****有限责任公司',
    ],
    ['柳州某建设工程有限公司', '柳州****有限公司'],
    ['老王餐馆', '老****餐馆'],
    ['广西壮族自治区某某集团公司', '广西壮族自治区****集团公司'],
  ] as const) {
    it(`${name || 'nothing'} is shown as ${masked || 'nothing'}`, () => {
      expect(maskName(name)).to.equal(masked)
    })
  }

  it('never shows a whole name of a person', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[覃韦李莫欧阳司马秋月小梅国强]{2,5}$/), name => {
        expect(maskName(name)).to.include('*')
        expect(maskName(name).length).to.equal(name.length)
      }),
    )
  })
})

describe('A masked telephone', () => {
  for (const [number, masked] of [
    ['10000000101', '100****0101'],
    ['13812345678', '138****5678'],
    ['0772-2000106', '0772-***0106'],
    ['010-62345678', '010-****5678'],
    ['0772-2000106-801', '0772-***0106'],
    ['12345', '****'],
    ['', ''],
  ] as const) {
    it(`${number || 'nothing'} is shown as ${masked || 'nothing'}`, () => {
      expect(maskPhone(number)).to.equal(masked)
    })
  }
})

describe('A masked text', () => {
  for (const [text, masked] of [
    ['请打10000000101联系', '请打100****0101联系'],
    ['请打138 1234 5678联系', '请打138****5678联系'],
    ['座机0772-2000106', '座机0772-***0106'],
    ['身份证11010519491231002X办', '身份证110****2X办'],
    ['身份证１１０１０５１９４９１２３１００２Ｘ办', '身份证110****2X办'],
    ['卡号4111 1111 1111 1111。', '卡号411****11。'],
    ['也遮住抄错的证号110105194912310021', '也遮住抄错的证号110****21'],
    ['见2026-00017-5，2026年4月15日交300元', '见2026-00017-5，2026年4月15日交300元'],
    ['订单20260415000012', '订单202****12'],
    ['没有数字', '没有数字'],
    ['', ''],
  ] as const) {
    it(`${text || 'nothing'} is shown as ${masked || 'nothing'}`, () => {
      expect(maskText(text)).to.equal(masked)
    })
  }

  it('leaves no telephone in any text', () => {
    const mobile = fc.stringMatching(/^1[3-9]\d{9}$/)
    fc.assert(
      fc.property(
        fc.stringMatching(/^[电话是，。\n]*$/),
        mobile,
        fc.stringMatching(/^[转号，。\n]*$/),
        (before, number, after) => {
          expect(maskText(before + number + after)).to.not.include(number)
        },
      ),
    )
  })

  it('stays as it is when it is masked again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\d 一-]{0,60}$/), text => {
        expect(maskText(maskText(text))).to.equal(maskText(text))
      }),
    )
  })
})
