/** Words of the cases: messages beside fields, findings about a verdict. */
export const casework = {
  'casework.intake.item': '请填写要办的事项，例如“食品经营许可（新办）”。',
  'casework.intake.department': '请选择涉及的部门；不知道是哪个部门，请选“不清楚”。',
  'casework.correction.nothing': '请至少填一项要更正的内容，并且与登记的不同。',
  'casework.intake.contact': '请填写联系电话，答复时要打这个电话。',
  'casework.intake.place': '请选择在哪里办的（政务服务中心、街道或分中心）。',
  'casework.intake.window': '没有这个窗口，请重新选择；不记得窗口号可选“不清楚”。',
  'casework.intake.windowElsewhere': '这个窗口不在所选的地点，请重新选择地点或窗口。',
  'casework.intake.description': '请写下没办成的经过：办什么、带了什么材料、窗口怎么说的。',
  'casework.intake.visits': '跑了几趟请填0到999的数字，例如3。',
  'casework.place.phone': '电话只写数字、横线和分隔号，例如0772-2000106。',
  'casework.place.long': '太长了，印不下，最多{limit}个字。',
  'casework.contact.areaCodeMissing': '固定电话请加区号，例如0772-2000106。',
  'casework.contact.notATelephone':
    '这不像一个电话号码。请填11位手机号，或带区号的固定电话，例如0772-2000106。',
  'casework.warning.idNumber': '文字里好像有身份证号码。办理不需要身份证号，建议删去。',
  'casework.warning.bankCard': '文字里好像有银行卡号。办理不需要银行卡号，建议删去。',

  'casework.answer.required.write': '请填写“{label}”。',
  'casework.answer.required.choose': '请选择“{label}”。',
  'casework.answer.tooLong': '写了{length}个字，最多{limit}个字，请删减{over}个字后再提交。',
  'casework.answer.tooShort': '只写了{length}个字，至少{limit}个字，请补充。',
  'casework.answer.pattern': '“{label}”的格式不对，请按说明填写。',
  'casework.answer.number': '请填整数，例如3。',
  'casework.answer.tooSmall': '不能小于{limit}，请改正。',
  'casework.answer.tooBig': '不能大于{limit}，请改正。',
  'casework.answer.date': '请填日期，例如2026-04-15。',
  'casework.answer.noSuchDay': '没有这一天，请核对年月日。',
  'casework.answer.choice': '请从所列选项中选择。',
  'casework.answer.department': '请从所列部门中选择；部门可能刚刚停用，请刷新页面。',

  'casework.verdict.missingMaterials': '责任在群众的，请逐项列出所缺材料（补正清单），答复时要一次告知。',
  'casework.verdict.citizensPart': '双方都有责任的，建议列出需要群众补正的内容，3个工作日内向其说明。',
  'casework.verdict.causeMisfit.citizen':
    '责任在群众的，原因一般是A类（A3“政策不允许”除外），请核对原因类别。',
  'casework.verdict.causeMisfit.notPermitted': '依法不能办的，原因一般是A3“政策不允许”，请核对原因类别。',
  'casework.verdict.causeMisfit.department': '责任在部门的，原因一般是B类，请核对原因类别。',
  'casework.verdict.causeMisfit.objective': '客观原因的，原因一般是C类，请核对原因类别。',
  'casework.verdict.causeMisfit.mixed':
    '双方都有责任的，主要原因和次要原因应一个是A类、另一个不是，请核对原因类别。',

  'casework.quarter.label': '{year}年第{number}季度',
  'casework.quarter.first': '{year}年第{number}季度（5月1日起）',
} as const
