import { end, extensions, flows, start, task } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const form = (fields: string) =>
  start() +
  task('电话答复', extensions(`<camunda:formData>${fields}</camunda:formData>`)).replace(
    'id="电话答复"',
    'id="A"',
  ) +
  end() +
  flows('Start', 'A', 'End')
const field = (attributes: string, inside = '') =>
  `<camunda:formField ${attributes}>${inside}</camunda:formField>`
const constraint = (name: string, config = '') =>
  field(
    'id="x" label="说明" type="string"',
    `<camunda:validation><camunda:constraint name="${name}" config="${config}"/></camunda:validation>`,
  )
const refused = (fields: string, ...says: string[]) => ({
  example: form(fields),
  at: 'A',
  says: ['电话答复', ...says],
})

testRule('form-fields', {
  valid: {
    'a field of every type': form(
      ['string', 'text', 'long', 'boolean', 'date', 'department', 'departments', 'cause']
        .map(type => field(`id="${type}1" label="${type}" type="${type}"`))
        .join('') +
        field(
          'id="result" label="结果" type="enum"',
          '<camunda:value id="answered" name="接通"/><camunda:value id="refused" name="拒接"/>',
        ),
    ),
    'the known checks': form(
      field(
        'id="x" label="说明" type="string"',
        '<camunda:validation><camunda:constraint name="required"/><camunda:constraint name="min" config="1"/><camunda:constraint name="max" config="99.5"/><camunda:constraint name="minlength" config="2"/><camunda:constraint name="maxlength" config="500"/><camunda:constraint name="pattern" config="^(0\\d{2,3}-?)?\\d{7,8}$"/></camunda:validation>',
      ),
    ),
    'a pattern for a list': form(constraint('pattern', '\\d+(,\\d+)*')),
    'a task without a form': start() + task('A') + end() + flows('Start', 'A', 'End'),
  },
  invalid: {
    'two fields of the same id': refused(
      field('id="x" label="甲" type="string"') + field('id="x" label="乙" type="string"'),
      '“x”',
      '重复',
    ),
    'an id that no expression can name': refused(
      field('id="call result" label="结果" type="string"'),
      '“结果”',
      '“call result”',
      '字母开头',
    ),
    'a field without an id': refused(field('label="结果" type="string"'), '“结果”', '字母开头'),
    'an id that means the present': refused(field('id="now" label="此刻" type="string"'), '“此刻”', '换一个'),
    'an id that FEEL reads as a word of its own': refused(
      field('id="null" label="备注" type="string"'),
      '“备注”',
      'null 是系统保留的词',
    ),
    'an id that every object has': refused(
      field('id="constructor" label="施工单位" type="string"'),
      '“施工单位”',
      '请换一个编号',
    ),
    'an id under which the form sends something else': refused(
      field('id="revision" label="修改次数" type="long"'),
      '“修改次数”',
      '请换一个编号',
    ),
    'a range with nothing in it': refused(
      field(
        'id="x" label="份数" type="long"',
        '<camunda:validation><camunda:constraint name="min" config="10"/><camunda:constraint name="max" config="9"/></camunda:validation>',
      ),
      '“份数”',
      '最小值大于最大值',
    ),
    'a length with nothing in it': refused(
      field(
        'id="x" label="说明" type="text"',
        '<camunda:validation><camunda:constraint name="minlength" config="5"/><camunda:constraint name="maxlength" config="4"/></camunda:validation>',
      ),
      '“说明”',
      '最少字数大于最多字数',
    ),
    'an unknown type': refused(field('id="x" label="结果" type="json"'), '“结果”', '“json”', 'string、text'),
    'a field without a type': refused(field('id="x" label="结果"'), '“结果”', '类型'),
    'a choice of nothing': refused(field('id="x" label="结果" type="enum"'), '“结果”', '添加选项'),
    'two choices of the same id': refused(
      field(
        'id="x" label="结果" type="enum"',
        '<camunda:value id="a" name="甲"/><camunda:value id="a" name="乙"/>',
      ),
      '“结果”',
      '“a”',
    ),
    'a choice without an id': refused(
      field('id="x" label="结果" type="enum"', '<camunda:value name="甲"/>'),
      '“结果”',
      '填写编号',
    ),
    'an unknown check': refused(constraint('validator', 'org.Foo'), '“说明”', '“validator”', 'pattern'),
    'a smallest value that is no number': refused(constraint('min', 'many'), '“说明”', '“many”', '填写数字'),
    'a length that is no number': refused(constraint('maxlength', '1.5'), '“说明”', '“1.5”', '填写字数'),
    'a broken pattern': refused(constraint('pattern', '[a-'), '“说明”', '正则表达式'),
    'a pattern that takes for ever': refused(constraint('pattern', '^(a+)+$'), '“说明”', '重复套重复'),
    'an answer as long as a book': refused(constraint('maxlength', '5001'), '“说明”', '5000 字', '附件'),
    'a pattern for a long answer': refused(
      field(
        'id="x" label="说明" type="text"',
        '<camunda:validation><camunda:constraint name="pattern" config="a+"/></camunda:validation>',
      ),
      '“说明”',
      '500 字',
    ),
    'a form that nobody fills in': refused(
      Array.from({ length: 61 }, (_, at) => field(`id="x${at}" label="说明" type="string"`)).join(''),
      '60 个',
      '分成',
    ),
    'another pattern that takes for ever': refused(
      constraint('pattern', '^(\\w|\\d){2,}$'),
      '“说明”',
      '重复套重复',
    ),
  },
})
