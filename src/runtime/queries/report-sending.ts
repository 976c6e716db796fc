import { z } from 'zod'
import type { StoredReport } from '../../store/index.js'
import type { Parts } from '../parts.js'

/** How a report went out, as whoever sent it wrote down: 办公系统, 城中政管报〔2026〕3号. */
export interface ReportSending {
  readonly channel: string | null
  /** 文号 */
  readonly number: string | null
}

/**
 * Reads off the history how a report was sent. It stands there and not in the report's text, which is frozen before
 * anybody sends it.
 */
export async function reportSending(
  { store }: Pick<Parts, 'store'>,
  { instanceId }: Pick<StoredReport, 'instanceId'>,
): Promise<ReportSending> {
  const history = instanceId === null ? [] : await store.read.history.ofInstance(instanceId)
  const sendings = history.flatMap(({ data }) => {
    const read = said.safeParse(data?.answers)
    return read.success ? [read.data] : []
  })
  const { sentChannel = '', sentNumber = '' } = sendings.at(-1) ?? {}
  return { channel: sentChannel || null, number: sentNumber || null }
}

const said = z
  .object({ sentChannel: z.string().nullish(), sentNumber: z.string().nullish() })
  .transform(({ sentChannel, sentNumber }) => ({
    sentChannel: sentChannel ?? '',
    sentNumber: sentNumber ?? '',
  }))
