import { expect } from 'chai'
import { withoutStyles, withPlainIcons } from '../../../web/editor/board/plain-icons.js'

describe('The icons of the board', () => {
  it('have their styles as attributes, which the policy of the site lets pass', () => {
    expect(
      withoutStyles('<line x1="2" style="stroke:currentColor;stroke-width:100; stroke-linecap:round;"/>'),
    ).to.equal('<line x1="2" stroke="currentColor" stroke-width="100" stroke-linecap="round"/>')
  })

  it('are changed in what is drawn alone', () => {
    const action = () => undefined
    expect(
      withPlainIcons({ align: { title: '对齐', imageHtml: '<rect style="fill:none"/>', action } }),
    ).to.deep.equal({
      align: { title: '对齐', imageHtml: '<rect fill="none"/>', action },
    })
  })
})
