import {
  longestPlaceContact,
  type PlaceContact,
  type PlaceContactErrors,
} from '../../casework/place-contact.js'
import { text } from '../../catalogue/index.js'
import type { PlaceWithWindows } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { errorList, field, type FieldModel } from './field.js'
import type { LinkModel, PageHeaderModel } from './parts.js'

declare module '../render.js' {
  interface Pages {
    'posters/print': PostersModel
    'admin/place': PlaceModel
  }
}

/** Posters of a place, one sheet of A4 each: one for the whole place, one for each window. */
export interface PostersModel {
  readonly title: string
  readonly officeName: string
  readonly back: LinkModel
  readonly posters: readonly {
    readonly where: string
    readonly qrCode: string
    readonly qrAlt: string
    readonly phone: string | null
    readonly hours: string | null
  }[]
}

/** Which poster is for what: the query of the report's page that it leads to. */
export function posterTargets({
  place,
  windows,
}: PlaceWithWindows): readonly { where: string; path: string }[] {
  return [
    { where: place.name, path: `${paths.report}?place=${place.id}` },
    ...windows.map(({ id, name }) => ({
      where: `${place.name} ${name}`,
      path: `${paths.report}?window=${id}`,
    })),
  ]
}

export function postersPage(
  { place }: PlaceWithWindows,
  codes: readonly { where: string; url: string; qrCode: string }[],
  { officeName, back }: { officeName: string; back: LinkModel },
): PostersModel {
  return {
    title: text('poster.pageTitle', { place: place.name }),
    officeName,
    back,
    posters: codes.map(({ where, url, qrCode }) => ({
      where,
      qrCode,
      qrAlt: text('poster.qrAlt', { url }),
      phone: place.phone,
      hours: place.hours,
    })),
  }
}

/** A place on the administrator's page: what its posters say, and the posters. */
export interface PlaceModel {
  readonly header: PageHeaderModel
  readonly errors: ReturnType<typeof errorList>
  readonly action: string
  readonly fields: readonly FieldModel[]
  readonly postersHref: string
  readonly posters: readonly string[]
}

export function placePage(
  found: PlaceWithWindows,
  values: Readonly<Record<keyof PlaceContact, string>>,
  errors: PlaceContactErrors = {},
): PlaceModel {
  const { place } = found
  const fields = (['phone', 'hours'] as const).map(id =>
    field(
      {
        id,
        label: text(`poster.field.${id}`),
        help: text(`poster.field.${id}.help`),
        type: 'string',
        required: false,
        maxLength: longestPlaceContact[id],
        choices: [],
      },
      { values, errors },
    ),
  )
  return {
    header: {
      title: place.name,
      what: text('poster.place.what'),
      next: text('poster.place.next'),
      by: null,
      crumbs: [{ href: paths.people, label: text('admin.people.title') }],
    },
    errors: errorList(fields),
    action: pathTo(paths.place, { id: place.id }),
    fields,
    postersHref: pathTo(paths.posters, { id: place.id }),
    posters: posterTargets(found).map(({ where }) => where),
  }
}
