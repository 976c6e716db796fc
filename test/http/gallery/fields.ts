import { errorList, field, type FieldModel, type FieldSource } from '../../../src/http/pages/field.js'

const none = { required: false, choices: [] }

/** A field of each type that a diagram can ask for. */
const exampleFields: readonly FieldSource[] = [
  {
    ...none,
    id: 'itemName',
    label: '没办成的是什么事',
    type: 'string',
    required: true,
    maxLength: 100,
    help: '写事项名称，例如“个体工商户变更登记”。不知道准确名称，按您的说法写就行。',
  },
  {
    ...none,
    id: 'failedStage',
    label: '卡在哪一步',
    type: 'enum',
    required: true,
    choices: [
      { id: 'notAccepted', name: '窗口没有受理' },
      { id: 'notApproved', name: '受理了但没有批准' },
      { id: 'manyVisits', name: '跑了多次没有结果' },
      { id: 'other', name: '其他情形' },
    ],
  },
  {
    ...none,
    id: 'visits',
    label: '一共跑了几次',
    type: 'long',
    showWhen: 'failedStage = "manyVisits"',
    help: '两次及以上按“多次”统计。',
  },
  { ...none, id: 'aboutOffice', label: '反映的是政务服务中心或窗口人员吗', type: 'boolean', required: true },
  {
    ...none,
    id: 'description',
    label: '详细情况',
    type: 'text',
    required: true,
    maxLength: 2000,
    rows: 5,
    help: '什么时候、在哪个窗口、对方怎么说、您带了哪些材料。',
  },
  { ...none, id: 'effectiveOn', label: '生效日期', type: 'date' },
  { ...none, id: 'department', label: '涉及部门', type: 'department' },
  { ...none, id: 'departments', label: '由哪些部门确认原因', type: 'departments', required: true },
  { ...none, id: 'cause', label: '原因类别', type: 'cause', required: true },
]

const departments = ['市场监督管理局', '人力资源和社会保障局', '住房和城乡建设局', '不动产登记中心'].map(
  (name, index) => ({
    id: index + 1,
    name,
  }),
)

export function exampleForm(wrong: boolean): {
  fields: readonly FieldModel[]
  errors: ReturnType<typeof errorList>
} {
  const values = wrong
    ? {
        itemName: '',
        failedStage: 'manyVisits',
        visits: '很多',
        description: '四月十日上午到三号窗口，说我少一份材料，但网上的指南没有写。',
        departments: ['2', '1'],
        cause: 'B2',
      }
    : {}
  const errors: Record<string, string> = wrong
    ? {
        itemName: '请写明没办成的是什么事，例如“居住证办理”',
        visits: '请填写整数，例如 3',
        aboutOffice: '请选择“是”或“否”',
      }
    : {}
  const fields = exampleFields.map(source => field(source, { values, errors, departments }))
  return { fields, errors: errorList(fields) }
}
