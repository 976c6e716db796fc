import { formatDate, localDateOf } from '../../calendar/index.js'
import { text } from '../../catalogue/index.js'
import type { Invitation } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import type { PageHeaderModel } from './parts.js'
import { peopleCrumbs } from './person-fields.js'

declare module '../render.js' {
  interface Pages {
    'admin/invitation': InvitationModel
  }
}

/** The link that is handed over, this once. */
export interface InvitationModel {
  readonly header: PageHeaderModel
  readonly username: string
  readonly url: string
  readonly qr: string
  readonly back: { readonly href: string; readonly label: string }
}

export function invitationModel(
  { accountId, displayName, username, expiresAt }: Invitation,
  { url, qr }: { url: string; qr: string },
): InvitationModel {
  return {
    header: {
      title: text('people.invitation.title'),
      what: text('people.invitation.what', {
        name: displayName,
        until: formatDate(localDateOf(expiresAt)),
      }),
      next: text('people.invitation.next'),
      by: null,
      crumbs: peopleCrumbs(),
    },
    username,
    url,
    qr,
    back: {
      href: pathTo(paths.person, { id: accountId }),
      label: text('people.invitation.back', { name: displayName }),
    },
  }
}
