import { expect } from 'chai'
import { readForm } from '../../../../src/engine/schema/read-form.js'
import {
  addChoice,
  moveChoice,
  nameChoice,
  removeChoice,
} from '../../../../web/editor/panel/edit/field-choices.js'
import { constraintOf, setConstraint } from '../../../../web/editor/panel/edit/field-constraints.js'
import { propertyOf, setProperty } from '../../../../web/editor/panel/edit/field-properties.js'
import { setFieldId, setFieldLabel, setFieldType } from '../../../../web/editor/panel/edit/form-field.js'
import { addField, fieldsOf, moveField, removeField } from '../../../../web/editor/panel/edit/form-fields.js'
import { diagram, end, extensions, flows, start, task } from '../../../helpers/bpmn.js'
import { openModel, type Model } from './model.js'

const withForm = (fields: string, beside = '') =>
  diagram(
    start() +
      task('A', extensions(`${beside}<camunda:formData>${fields}</camunda:formData>`)) +
      end() +
      flows('Start', 'A', 'End'),
  )
const bare = diagram(start() + task('A') + end() + flows('Start', 'A', 'End'))
const ids = (model: Model) => fieldsOf(model.task('A')).map(({ id }) => id)
const field = (model: Model, id: string) => fieldsOf(model.task('A')).find(one => one.id === id)!

describe('表单, as it is written', () => {
  it('fields are added where there was no form, moved and taken out', async () => {
    const model = await openModel(bare)
    for (const [id, label] of [
      ['result', '联系结果'],
      ['note', '说明'],
      ['when', '时间'],
    ] as const) {
      model.apply(addField(model.task('A'), { id, label, type: 'string' }, model.create))
    }
    expect(ids(await model.again())).to.deep.equal(['result', 'note', 'when'])
    model.apply(moveField(model.task('A'), field(model, 'when'), -1))
    expect(ids(model)).to.deep.equal(['result', 'when', 'note'])
    model.apply(moveField(model.task('A'), field(model, 'result'), -1))
    expect(ids(model)).to.deep.equal(['result', 'when', 'note'])
    model.apply(removeField(model.task('A'), field(model, 'when')))
    expect(ids(await model.again())).to.deep.equal(['result', 'note'])
    for (const id of ['result', 'note']) model.apply(removeField(model.task('A'), field(model, id)))
    expect(await model.xml()).not.to.include('extensionElements')
  })

  it('a required choice between answers is what the engine asks', async () => {
    const model = await openModel(bare)
    const task = model.task('A')
    model.apply(addField(task, { id: 'field_1', label: '新字段', type: 'string' }, model.create))
    model.apply(setFieldLabel(field(model, 'field_1'), '联系结果'))
    model.apply(setFieldId(field(model, 'field_1'), 'contactResult'))
    const made = field(model, 'contactResult')
    model.apply(setFieldType(made, 'enum', [{ id: 'option_1', name: '选项1' }], model.create))
    model.apply(nameChoice(made.values![0]!, '已接通'))
    model.apply(addChoice(made, '未接', model.create))
    model.apply(addChoice(made, '空号', model.create))
    model.apply(moveChoice(made, made.values![2]!, -1))
    model.apply(removeChoice(made, made.values![0]!))
    model.apply(setConstraint(made, 'required', '', model.create))
    model.apply(setProperty(made, 'help', '以最后一次为准。', model.create))
    model.apply(setProperty(made, 'showWhen', 'tries > 0', model.create))
    expect(readForm((await model.again()).task('A')).fields).to.deep.equal([
      {
        id: 'contactResult',
        label: '联系结果',
        type: 'enum',
        required: true,
        choices: [
          { id: 'option_3', name: '空号' },
          { id: 'option_2', name: '未接' },
        ],
        help: '以最后一次为准。',
        showWhen: 'tries > 0',
      },
    ])
  })

  it('a choice’s id is never used twice, whatever was taken out', async () => {
    const model = await openModel(
      withForm(
        '<camunda:formField id="x" type="enum"><camunda:value id="option_2" name="二"/></camunda:formField>',
      ),
    )
    model.apply(addChoice(field(model, 'x'), '三', model.create))
    expect(field(model, 'x').values?.map(({ id }) => id)).to.deep.equal(['option_2', 'option_3'])
  })

  it('numbers and patterns are set, changed and taken away', async () => {
    const model = await openModel(withForm('<camunda:formField id="x" type="string"/>'))
    const set = (name: 'maxlength' | 'pattern', value?: string) => {
      model.apply(setConstraint(field(model, 'x'), name, value, model.create))
    }
    set('maxlength', '50')
    set('maxlength', '80')
    set('pattern', '\\d{6}')
    const [read] = readForm((await model.again()).task('A')).fields
    expect(read).to.include({ maxLength: 80, pattern: '\\d{6}' })
    set('pattern')
    set('maxlength')
    expect(await model.xml()).not.to.include('validation')
    expect(constraintOf(field(model, 'x'), 'maxlength')).to.equal(undefined)
  })

  it('another type takes no choices along that nobody would see', async () => {
    const model = await openModel(
      withForm('<camunda:formField id="x" type="enum"><camunda:value id="a" name="甲"/></camunda:formField>'),
    )
    model.apply(setFieldType(field(model, 'x'), 'enum', [{ id: 'option_1', name: '选项1' }], model.create))
    expect(field(model, 'x').values?.map(({ id }) => id)).to.deep.equal(['a'])
    model.apply(setFieldType(field(model, 'x'), 'text', [], model.create))
    expect(await model.xml()).not.to.include('camunda:value')
  })

  it('what the panel does not know stays through all of it', async () => {
    const foreign =
      '<camunda:formField id="x" label="甲" type="string" x:colour="red" xmlns:x="https://example.org"><camunda:properties><camunda:property id="unknown" value="1"/></camunda:properties><camunda:validation><camunda:constraint name="custom" config="y"/></camunda:validation></camunda:formField>'
    const model = await openModel(
      withForm(foreign, '<x:settings xmlns:x="https://example.org" mode="fast"><x:inner/></x:settings>'),
    )
    const of = () => field(model, 'x')
    model.apply(setFieldLabel(of(), '乙'))
    model.apply(setProperty(of(), 'help', '提示', model.create))
    model.apply(setProperty(of(), 'help', undefined, model.create))
    model.apply(setConstraint(of(), 'required', '', model.create))
    model.apply(setConstraint(of(), 'required', undefined, model.create))
    model.apply(addField(model.task('A'), { id: 'y', label: '丙', type: 'text' }, model.create))
    model.apply(moveField(model.task('A'), of(), 1))
    model.apply(removeField(model.task('A'), field(model, 'y')))
    const xml = await (await model.again()).xml()
    for (const kept of ['x:colour="red"', 'id="unknown" value="1"', 'name="custom" config="y"', '<x:inner']) {
      expect(xml).to.include(kept)
    }
    expect(propertyOf(of(), 'help')).to.equal(undefined)
    model.apply(removeField(model.task('A'), of()))
    expect(await model.xml()).to.include('mode="fast"')
  })
})
