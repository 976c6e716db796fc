/** One sentence for each problem of src/casework/problem.ts, by its code: what happened, and what to do now. */
export const problems = {
  'problem.notFound': '没有找到这{what}，或者它不由您办理。请核对编号后重试，或返回“我的待办”。',
  'problem.secretMissing':
    '正式运行（NODE_ENV=production）须从数据目录以外给出密钥：请设置环境变量 {setting}（32个字符以上的随机串），或用 {setting}_FILE 指明存放它的文件。',
  'problem.contactKeysPlace':
    '正式运行（NODE_ENV=production）须把联系方式的密钥存放在数据目录（{dataDir}）以外：请用 BANDECHENG_CONTACT_KEYS_FILE 指明密钥文件，第一次启动时自动生成。',
  'problem.contactKeysLost':
    '数据库里的联系方式已加密，但没有找到密钥文件 {file}，系统没有启动。请放回备份的密钥文件；不要新建，新密钥解不开原有内容。',
  'problem.contactKeysUnreadable': '密钥文件 {file} 读不出。请检查它的权限（属主可读写，600）。',
  'problem.contactKeysLine':
    '密钥文件 {file} 第{line}行不是密钥（应为8位编号、空格、43个字符），或编号与前面的重复。请换回备份的密钥文件，不要手工修改。',
  'problem.contactKeysReadOnly':
    '密钥文件 {file} 写不进去，密钥没有变动。请让它所在的目录可写（只读挂载的不行），再运行一次。',
  'problem.keysInUse':
    '还有{values}处内容用密钥 {key} 加密，密钥没有移除。请先运行 bandecheng keys rotate，全部换到新密钥后再移除。',
  'problem.nothingToRetire':
    '只有一把正在使用的密钥，没有可以移除的。要换新密钥，请运行 bandecheng keys rotate。',
  'problem.notAllowed': '您的账号（{role}）不能{action}。请联系负责人指派，或换用有权限的账号登录。',
  'problem.signInRequired': '登录已失效。请重新登录，您填写的内容仍保留在本页。',
  'problem.wrongCredentials': '用户名或密码不正确。请核对大小写后再试；忘记密码请联系管理员重置。',
  'problem.weakSecret':
    '设置 {name} 的值不足32个字符、是示例或容易猜到，系统没有启动。请用 openssl rand -base64 32 生成一个，或删去这项设置，由系统在数据目录中自动生成。',
  'problem.unifiedSignIn': '{why}',
  'problem.wrongLookup': '编号与电话后四位对不上。请按回执核对后再试；找不到回执可到反映窗口查询。',
  'problem.tooManyAttempts': '尝试次数过多，请{minutes}分钟后再试。',
  'problem.stalePage':
    '{what}刚刚已被{by}更新，您看到的不是最新内容。请刷新页面核对后再提交，您填写的内容没有写入。',
  'problem.taskAlreadyClosed': '待办“{task}”已经办结（{by}），不能重复提交。请返回“我的待办”办理下一件。',
  'problem.taskClaimedByOther': '待办“{task}”已由{by}签收。请与其联系退回，或请负责人转办。',
  'problem.invalidAnswers': '有{count}项需要改正，请看各项下面的说明，改好后再提交。',
  'problem.caseClosed': '事项{number}已经结束（{ending}），不能再{action}。如仍未办成，请重新反映。',
  'problem.restricted':
    '事项{number}的反映人的个人信息已停止使用，只保存，不能{action}。反映人愿意恢复的，请其重新反映。',
  'problem.calendarNotPublished':
    '{year}年的节假日安排尚未公布或录入，无法确定期限。期限先按“暂定”显示，请管理员在“日历”中录入后重算。',
  'problem.calendarMovedOn':
    '您看过之后，日历或这次的改动又有了变化，还没有保存。请核对下面最新的预览，再点确认。',
  'problem.calendarRefused': '{reason}。请改正后再保存。',
  'problem.unknownRole': '环节“{activity}”指定的角色“{role}”不存在。请管理员在流程图中改为：{known}。',
  'problem.definitionRefused': '流程图“{name}”有{count}处问题，没有发布。请按所列说明逐条修改后再发布。',
  'problem.differentPersonRequired':
    '“{task}”须由另一人办理：{by}已办理过本事项的相关环节。请负责人指派其他人员。',
  'problem.complainedAbout': '本事项反映的是您本人，“{task}”须由其他人员办理。请负责人指派。',
  'problem.subjectMissing':
    '事项{number}反映的是某位工作人员，还没有写明是谁，不能分析原因。请先在事项页面的“被反映人”里写明，再由其他人办理。',
  'problem.confirmationMissing':
    '事项{number}的原因尚未与{department}确认，不能认定责任。请等待部门确认，或由负责人裁定并写明理由。',
  'problem.preventionMissing':
    '{item}的整改没有填写“防止复发措施”，不能办结。请补充今后如何避免同样问题再次发生。',
  'problem.guideDidNotName':
    '办事指南没有写明所缺材料，不能认定为“责任在群众”（方案三（三））。请改为其他认定，或核对指南后注明已载明之处。',
  'problem.tooLarge': '{what}太大（{size}），最多{limit}。请精简或分几次提交。',
  'problem.noLiaison': '{department}没有在任的联络员，转过去没有人能办。请先在“人员”中指定联络员或替补。',
  'problem.nothingToDo': '{what}现在不需要{action}，没有作任何改动。请刷新页面查看当前环节。',
  'problem.cannotMerge': '事项{number}不能并入{into}。{why}',
  'problem.cannotReturn':
    '“{task}”现在不能退回上一步：上一步已经告知群众、起算了期限，或由系统、多个部门办出。请在本环节写明情况，或请负责人改派。',
  'problem.cannotPause': '事项{number}现在不能这样暂停计时。{why}',
  'problem.cannotExtend': '事项{number}现在不能作阶段性答复。{why}',
  'problem.stepFailed':
    '事项{number}这一步没有办成，仍停在原来的环节，没有写入任何内容。已记为异常，请联系管理员处理后重试。',
  'problem.reportFrozen':
    '{quarter}报告已经提交审核或固化，现在不能改。审核退回后可以再改；固化后需要更正的，请编制修订版。',
  'problem.unknownSetting': '设置“{name}”的值“{value}”无效，应为{expected}。请改正后重新启动。',
  'problem.draftChanged':
    '草稿已由{by}于{when}修改，您看到的不是最新内容，没有写入。请先核对最新的草稿，再决定用哪一份。',
  'problem.draftFrozen':
    '草稿由{by}提请审批，审批期间不能修改。请等待另一位管理员批准或退回，或由提请人撤回。',
  'problem.diagramUnreadable': '这个文件不能作为流程图读入，请检查：{reason}',
  'problem.otherProcess':
    '流程图的标识是“{found}”，与正在修改的流程“{key}”不同，没有保存。请改回原标识；要新建流程，请用“导入”。',
  'problem.fourEyes':
    '已启用双人审批：流程由一位管理员提请、另一位批准后才能发布，提请人不能批准自己的提请。请联系另一位管理员。',
  'problem.oneAdministrator':
    '双人审批需要至少两个启用的管理员账号，现在只有一个。请先在“人员”中增加管理员，再启用。',
  'problem.notErasable': '事项{number}的个人信息现在不能清除：{why}。请办结、解除后再试。',
  'problem.caseErased':
    '事项{number}的个人信息已按保存期限清除，不能再{action}。群众有新情况的，请作为新的事项登记。',
} as const
