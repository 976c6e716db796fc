import { expect } from 'chai'
import sharp from 'sharp'
import { examine } from '../../src/files/examine.js'
import { FileRefused } from '../../src/files/index.js'
import { heic, pdf, photo, pictureBomb, screenshot } from './samples.js'

describe('A file that comes in', () => {
  it('is a photo: kept upright, without the place where it was taken', async () => {
    const taken = await photo()
    expect((await sharp(taken).metadata()).exif, 'the sample has what is to go').to.be.instanceOf(Buffer)
    const { type, content, thumbnail } = await examine(taken)
    expect(type).to.equal('image/jpeg')
    const { exif, xmp, iptc, orientation, width, height } = await sharp(content).metadata()
    expect({ exif, xmp, iptc, orientation }).to.deep.equal({
      exif: undefined,
      xmp: undefined,
      iptc: undefined,
      orientation: undefined,
    })
    expect([width, height], 'turned as the telephone said').to.deep.equal([48, 64])
    expect((await sharp(thumbnail!).metadata()).format).to.equal('jpeg')
  })

  it('is what its content is, whatever its name says', async () => {
    expect((await examine(await screenshot())).type).to.equal('image/png')
    expect(await examine(pdf())).to.deep.equal({ type: 'application/pdf', content: pdf(), thumbnail: null })
  })

  it('loses what is hidden behind the picture', async () => {
    const smuggled = Buffer.concat([await screenshot(), Buffer.from('<script>alert(1)</script>')])
    expect((await examine(smuggled)).content.includes('<script>')).to.equal(false)
  })

  const refused: readonly [string, () => Buffer | Promise<Buffer>, string][] = [
    ['nothing', () => Buffer.alloc(0), 'empty'],
    ['a web page', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'otherType'],
    ['a drawing with scripts', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'otherType'],
    ['a program', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'otherType'],
    ['a picture of Apple’s', heic, 'heic'],
    ['a picture bomb', pictureBomb, 'tooManyPixels'],
    ['half a photo', async () => (await photo({ width: 800, height: 600 })).subarray(0, 1500), 'broken'],
    ['only the beginning of a picture', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'broken'],
    ['half a PDF', () => pdf().subarray(0, 100), 'pdfBroken'],
    ['a PDF with a script', () => pdf('/OpenAction<</S/JavaScript/JS(app.alert(1))>>'), 'pdfActive'],
    ['a PDF that hides the word', () => pdf('/OpenAction<</S/#4Aava#53cript>>'), 'pdfActive'],
    ['a PDF that starts a program', () => pdf('/OpenAction<</S/Launch/F(cmd.exe)>>'), 'pdfActive'],
  ]
  for (const [what, file, reason] of refused) {
    it(`that is ${what} is refused as ${reason}`, async () => {
      const error: unknown = await examine(await file()).then(
        () => null,
        (thrown: unknown) => thrown,
      )
      expect(error).to.be.instanceOf(FileRefused)
      expect((error as FileRefused).reason).to.equal(reason)
    })
  }
})
