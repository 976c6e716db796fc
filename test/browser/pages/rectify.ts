import type { Person } from '../browser-office.js'
import { doTask } from './tasks.js'

/** What a department and the office click from the rectification to the archive, where nothing goes wrong. */
export async function rectifyToArchive(
  number: string,
  { liaison, officer }: { readonly liaison: Person; readonly officer: Person },
): Promise<void> {
  await doTask(liaison, number, '部门整改', {
    整改的是哪一项: '办事指南',
    整改前: '另交房东声明',
    整改后: '删除该要求',
    依据: '自治区实施清单',
    生效日期: '2026-04-16',
    公布在哪里: '政务服务网',
    佐证材料: '公布页截图',
    防止复发措施: '窗口每月自查指南以外的要求。',
  })
  await doTask(officer, number, '政管办核验', { 整改是否通过核验: '是', 核验意见: '已核对公布页。' })
  await doTask(officer, number, '反馈工作结果', {
    反馈类别: '最终结果',
    反馈方式: '电话',
    反馈内容: '该要求已取消，可以直接到窗口办理。',
  })
  await doTask(officer, number, '协调后续办理', { 办理结果: '已办成' })
  await doTask(officer, number, '回访与评价', { 群众满意度: '非常满意' })
}
