import { expect } from 'chai'
import { howWellNamed, parseItem } from '../../src/casework/item.js'
import { pinyinOf } from '../../src/casework/pinyin.js'
import { itemKey } from '../../src/casework/recurrence.js'

const typed = { name: '食品经营许可', aliases: '', department: '', guideUrl: '', guideVersion: '' }
const departments = new Set([1, 2])

describe('An item as the office describes it', () => {
  it('needs a name and nothing else', () => {
    expect(parseItem(typed, departments)).to.deep.equal({
      ok: true,
      value: { name: '食品经营许可', aliases: [], departmentId: null, guideUrl: null, guideVersion: null },
    })
    expect(parseItem({ ...typed, name: ' ' }, departments)).to.have.nested.property('errors.name')
  })

  it('has other names one a line, each once and none its own', () => {
    const read = parseItem(
      { ...typed, aliases: '餐饮许可证\n 餐饮 许可证 \n食品（经营）许可；食堂证\n' },
      departments,
    )
    expect(read.ok ? read.value.aliases : read.errors).to.deep.equal(['餐饮 许可证', '食堂证'])
  })

  it('leads to nothing but a page of the web', () => {
    for (const guideUrl of ['javascript:alert(1)', 'data:text/html,x', '//x', '指南'])
      expect(parseItem({ ...typed, guideUrl }, departments), guideUrl).to.have.nested.property(
        'errors.guideUrl',
      )
    expect(parseItem({ ...typed, guideUrl: 'https://zwfw.example.cn/a?b=1' }, departments).ok).to.equal(true)
  })

  it('belongs to a department that there is', () => {
    expect(parseItem({ ...typed, department: '9' }, departments)).to.have.nested.property('errors.department')
    expect(parseItem({ ...typed, department: 'x' }, departments)).to.have.nested.property('errors.department')
  })

  it('says by how much a name is too long', () => {
    const read = parseItem({ ...typed, name: '长'.repeat(203) }, departments)
    expect(read.ok ? '' : read.errors.name).to.include('3')
  })
})

describe('How well a name answers', () => {
  const rank = (name: string, words: string) => {
    const { full, initials } = pinyinOf(name)
    return howWellNamed({ key: itemKey(name), pinyin: full, initials }, words)
  }

  it('is best for the name itself, then for its beginning, by characters before letters', () => {
    const order = [
      rank('居住证签注', '居住证签注'),
      rank('居住证签注', '居住'),
      rank('居住证签注', 'jzz'),
      rank('居住证签注', 'juzhu'),
      rank('居住证签注', '签注'),
      rank('居住证签注', 'zqz'),
      rank('居住证签注', 'qianzhu'),
    ]
    expect(order).to.deep.equal([0, 1, 2, 3, 4, 5, 6])
    expect(rank('居住证签注', '身份')).to.equal(Infinity)
  })
})
