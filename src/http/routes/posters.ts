import type { Config } from '../../config.js'
import { parsePlaceContact } from '../../casework/place-contact.js'
import { text } from '../../catalogue/index.js'
import { changePlaceContact, placeForPosters, type Parts } from '../../runtime/index.js'
import { idOf } from '../forms/id.js'
import { typed } from '../forms/typed.js'
import { actorOf } from '../middleware/require-role.js'
import { placePage, postersPage, posterTargets } from '../pages/posters.js'
import { paths, pathTo } from '../paths.js'
import { publicAddress, qrCode } from '../qr-code.js'
import { route, type Routes } from '../route-table.js'

/** Posters to be hung up: at a whole place, and at each of its windows. */
export function posterRoutes(parts: Parts, config: Config) {
  return (routes: Routes): void => {
    route(routes, 'get', paths.posters, 'poster.print', async (request, response) => {
      const actor = actorOf(request)
      const id = idOf(request.params.id)
      const found = await placeForPosters(parts, actor, id)
      const codes = await Promise.all(
        posterTargets(found).map(async ({ where, path }) => {
          const url = publicAddress(config, request, path)
          return { where, url, qrCode: await qrCode(url) }
        }),
      )
      const back =
        actor.role === 'admin'
          ? { href: pathTo(paths.place, { id }), label: found.place.name }
          : { href: paths.tasks, label: text('error.toTasks') }
      response.page('posters/print', postersPage(found, codes, { officeName: config.officeName, back }))
    })

    route(routes, 'get', paths.place, 'place.change', async (request, response) => {
      const found = await placeForPosters(parts, actorOf(request), idOf(request.params.id))
      const { phone, hours } = found.place
      response.page('admin/place', placePage(found, { phone: phone ?? '', hours: hours ?? '' }))
    })

    route(routes, 'post', paths.place, 'place.change', async (request, response) => {
      const id = idOf(request.params.id)
      const values = { phone: typed(request.body, 'phone'), hours: typed(request.body, 'hours') }
      const parsed = parsePlaceContact(values)
      if (!parsed.ok) {
        const found = await placeForPosters(parts, actorOf(request), id)
        response.status(422).page('admin/place', placePage(found, values, parsed.errors))
        return
      }
      await changePlaceContact(parts, actorOf(request), { id, contact: parsed.contact })
      response.flash('done', 'poster.place.done')
      response.redirect(303, pathTo(paths.place, { id }))
    })
  }
}
