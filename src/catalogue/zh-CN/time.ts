/** 暂停计时, 阶段性答复, 期限计算说明: how the time of a limit is changed, and shown. */
export const time = {
  'pause.ground.unknown': '请从法律所列的事由中选一项（行政许可法第四十五条）。其他原因不能暂停计时。',
  'pause.document.missing': '请写明依据，如专家评审通知的名称和文号。',
  'pause.words.missing': '请写明要告知群众的话。',
  'pause.time.missing': '请填写需要几个工作日，或者选定恢复前的最后一日。',
  'pause.time.both': '工作日数和日期只填一项。',
  'pause.time.workingDays.unreadable': '请填写整数，如 10。',
  'pause.time.until.unreadable': '请填写有效的日期。',
  'pause.time.tooEarly': '须晚于{after}：当日照计，暂停从次日起算。',
  'pause.time.tooLong': '太长了，最迟到{latest}。到时仍未完成的，再办一次暂停。',
  'pause.cannot.none': '没有正在计算的期限。',
  'pause.cannot.notAllowed':
    '正在计算的{limits}，流程图都不允许暂停。确实办不完的，在到期日之前作阶段性答复。',
  'pause.cannot.ground': '{limits}不能因{ground}暂停，请核对事由。',
  'pause.cannot.already': '计时已经暂停到{until}。要改日期，请用“延长暂停”或“提前恢复”。',
  'pause.cannot.late':
    '{limits}按原来的承诺今天届满或已经届满：当日照计，次日起才停，已经来不及。需要更多时间的，在现在的期限之前作阶段性答复。',

  'interim.cannot.none': '没有正在计算、允许阶段性答复的期限，或者期限已过。请如实反馈办理结果。',
  'interim.cannot.late':
    '{limits}到{day}届满，阶段性答复须在这一天之前作出，当天已经来不及。请如实反馈办理结果。',
  'interim.interimReason.missing': '请写明不能按期办结的原因。',
  'interim.feedbackText.missing': '请写明告知群众的内容。',
  'interim.feedbackChannel.missing': '请选择告知的方式。',
  'interim.newDateOn.missing': '请填写新的答复日期。',
  'interim.newDateOn.tooEarly': '须晚于现在的期限{due}。',
  'interim.newDateOn.tooLate': '太远了，最迟到{latest}。到时仍未办完的，在到期日之前再作一次阶段性答复。',
  'interim.newDateOn.off': '{day}不上班，请选一个工作日。',
} as const
