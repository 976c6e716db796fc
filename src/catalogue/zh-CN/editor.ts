/** 流程编辑器. What stands under `editor.script.` is sent to the page’s script with its `{name}`s open. */
export const editor = {
  'editor.title': '编辑流程：{name}',
  'editor.wait': '正在打开流程图…',
  'editor.noScript':
    '编辑流程图需要浏览器允许运行脚本。不用脚本时，可以在“流程”页导出、用其他工具修改后再导入。',
  'editor.canvas': '流程图',
  'editor.script.failed': '流程图没有打开：{why}',
} as const
