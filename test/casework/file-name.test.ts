import { expect } from 'chai'
import fc from 'fast-check'
import { safeFileName } from '../../src/casework/file-name.js'

describe('The name of a file', () => {
  it('keeps what people wrote, in any script, and has the extension of what it is', () => {
    expect(safeFileName('申请表.pdf', 'pdf')).to.equal('申请表.pdf')
    expect(safeFileName('㙍𬌗䶮 🙂.JPEG', 'jpg')).to.equal('㙍𬌗䶮 🙂.jpg')
    expect(safeFileName('发票.pdf.exe', 'jpg')).to.equal('发票.pdf.exe.jpg')
    expect(safeFileName('', 'png')).to.equal('附件.png')
  })

  it('leads into no folder and hides nothing', () => {
    expect(safeFileName('../../etc/passwd', 'jpg')).to.equal('passwd.jpg')
    expect(safeFileName('C:\\temp\\图.jpg', 'jpg')).to.equal('图.jpg')
    expect(safeFileName('图\u202Egpj.exe', 'jpg')).to.equal('图gpj.exe.jpg')
    expect(safeFileName('a"<b>|c?*:\r\nSet-Cookie: x.png', 'png')).to.equal('a__b__c___ Set-Cookie_ x.png')
  })

  it('is short, of one line and safe to save under, whatever was sent', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.integer({ min: 0, max: 0x2fff }), { maxLength: 120 })
          .map(codes => String.fromCodePoint(...codes)),
        given => {
          const name = safeFileName(given, 'jpg')
          expect(Array.from(name).length).to.be.at.most(84)
          expect(name).to.match(/^[^/\\\p{Cc}<>:"|?*]+\.jpg$/u)
          expect(name.startsWith('.')).to.equal(false)
        },
      ),
    )
  })
})
