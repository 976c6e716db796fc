import type { Script } from '../play/fill-task.js'
import { bodyOf } from '../play/intake.js'
import { readCast } from '../play/cast.js'
import type { Parts } from '../runtime/index.js'

/** The form of the report as this example would be reported in this office. */
export async function reportForm(
  parts: Pick<Parts, 'store' | 'clock'>,
  { script }: Script,
): Promise<Readonly<Record<string, string>>> {
  const cast = await readCast(parts)
  const placeId = cast.placeIds.get(script.place) ?? [...cast.placeIds.values()][0] ?? null
  const body = bodyOf(script, cast, placeId)
  return { ...body, aboutOffice: String(body.aboutOffice === 'on') }
}

/** The script of an example that somebody has edited: its people say what was typed. */
export function edited(
  { script, manners }: Script,
  typed: Readonly<Partial<Record<string, string>>>,
  departmentName: string | null,
): Script {
  return {
    manners,
    script: {
      ...script,
      item: typed.item ?? script.item,
      description: typed.description ?? script.description,
      departments: departmentName === null ? script.departments : [departmentName],
    },
  }
}
