/** 答复模板: the house's own wordings, and the page on which the office words them. */
export const replies = {
  'replies.words.phone.citizen':
    '您好，这里是【办公室】“办不成事”反映窗口，您反映的“【事项】”有答复了，方便说话吗？\n我们和有关部门核对过，这件事没有办成，是因为还缺下面的材料，办事指南里都写明了：\n【补正清单】\n补齐后可以直接到约定的窗口办理，有不清楚的请打这个电话找我们。您看我说清楚了吗？',
  'replies.words.phone.mixed':
    '您好，这里是【办公室】“办不成事”反映窗口，您反映的“【事项】”有答复了，方便说话吗？\n这件事两边都有原因。部门的问题正在整改，会按承诺的日期向您反馈；同时请您补齐：\n【补正清单】\n补齐后可以直接到约定的窗口办理，有不清楚的请打这个电话找我们。您看我说清楚了吗？',
  'replies.words.phone.notPermitted':
    '您好，这里是【办公室】“办不成事”反映窗口，您反映的“【事项】”有答复了，方便说话吗？\n这件事按现行规定不能办，不是您的材料有问题。依据是：\n【依据】',
  'replies.words.notice':
    '您好，您反映的“【事项】”（编号【编号】）已有答复，多次致电未能接通，特此告知：\n【补正清单】【依据】\n补齐后可以直接到窗口办理，如有疑问请联系我们。【办公室】',
  'replies.words.feedback':
    '您好，您反映的“【事项】”（编号【编号】）已经核实：【原因】。\n【部门】已作整改：【整改后】\n您可以再次到窗口办理，需要约定时间的请联系我们。【办公室】',

  'replies.title': '答复模板',
  'replies.what': '打电话、发短信、反馈结果时怎么说。办理环节里按责任和原因自动填好，经办人可以改。',
  'replies.next': '改好点“保存”，以后的答复就用新的；已经说过的不会变',
  'replies.placeholders': '写在【】里的，办理时自动填入：',
  'replies.allCauses': '通用',
  'replies.cause': '原因',
  'replies.another': '某一原因要有另外的说法',
  'replies.forCause': '为这一原因另写',
  'replies.preview': '看看填好的样子',
  'replies.save': '保存',
  'replies.back': '恢复默认',
  'replies.done': '已保存，以后的答复用新的说法。',
  'replies.changes': '改过{count}次',
  'replies.history': '{when} {by}（{cause}）：{words}',
  'replies.ownAgain': '恢复默认',
  'replies.sample.office': '区政管办',
  'replies.sample.item': '食品经营许可（新办）',
  'replies.sample.number': '2026-00017-7',
  'replies.sample.department': '区市场监督管理局',
  'replies.sample.cause': '窗口另要指南以外的材料',
  'replies.sample.materials': '一、法定代表人身份证明\n二、经营场所使用证明',
  'replies.sample.basis': '《食品安全法》第三十五条',
  'replies.sample.after': '已取消房东声明，办事指南已更新',
} as const
