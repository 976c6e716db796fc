import type { Recorder } from '../recorder.js'
import { recordAnalysis } from './analysis.js'
import { recordConfirmation } from './confirmation.js'
import { recordFeedback } from './feedback.js'
import { recordFollowUp } from './follow-up.js'
import { recordPhoneReply } from './phone-reply.js'
import { recordRectification } from './rectification.js'
import { recordVerdict } from './verdict.js'
import { recordVerification } from './verification.js'

/** By the diagram’s form key. A form that is nothing but fields needs none. */
const recorders: Readonly<Record<string, Recorder>> = {
  analysis: recordAnalysis,
  confirmation: recordConfirmation,
  feedback: recordFeedback,
  'follow-up': recordFollowUp,
  'phone-reply': recordPhoneReply,
  rectification: recordRectification,
  verdict: recordVerdict,
  verification: recordVerification,
}

/** @param formKey the diagram’s camunda:formKey */
export function recorderOf(formKey: string | undefined): Recorder {
  return recorders[formKey ?? ''] ?? (({ answers }) => answers)
}
