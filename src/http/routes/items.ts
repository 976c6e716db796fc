import type { Request, Response } from 'express'
import { cleanLine } from '../../casework/plain-text.js'
import { parseItem } from '../../casework/item.js'
import { InvalidAnswersProblem } from '../../casework/problem.js'
import {
  describeItem,
  intakeChoices,
  itemNames,
  itemPage,
  itemRegister,
  listItems,
  mergeItem,
  offerItems,
  retireItem,
  type Parts,
} from '../../runtime/index.js'
import { caseCursor, itemCursor, readCursor } from '../forms/cursor.js'
import { idOf } from '../forms/id.js'
import { readItem, readItemList } from '../forms/item-form.js'
import { typed, typedNumber } from '../forms/typed.js'
import { limitTries } from '../middleware/rate-limit.js'
import { actorOf } from '../middleware/require-role.js'
import { itemModel, type ItemTyped } from '../pages/item.js'
import { itemImportPage } from '../pages/item-import.js'
import { itemListPage, type ItemQuery } from '../pages/item-list.js'
import { paths, pathTo } from '../paths.js'
import { route, type Routes } from '../route-table.js'

const pageSize = 50

/** 事项库: looked up by everybody who types a name, read by staff, kept by the office. */
export function itemsRoutes(parts: Parts) {
  return (routes: Routes): void => {
    // asked at every few strokes, by a hall full of people behind one address; the answers are public names
    const limit = limitTries({ minutes: 1, tries: 600 })
    route(routes, 'get', paths.itemSearch, 'public', limit, async (request, response) => {
      const { q } = request.query
      response.set('Cache-Control', 'public, max-age=60')
      response.json({ items: await offerItems(parts, typeof q === 'string' ? q : '') })
    })

    route(routes, 'get', paths.items, 'signedIn', async (request, response) => {
      const actor = actorOf(request)
      const query = readQuery(request.query)
      const page = await itemRegister(parts, actor, {
        standing: query.show,
        departmentId: query.department ?? undefined,
        words: query.words === '' ? undefined : query.words,
        after: readCursor(itemCursor, query.after),
        limit: pageSize,
      })
      const { departments } = await intakeChoices(parts)
      response.page('items/list', itemListPage(actor, query, { page, departments, size: pageSize }))
    })

    route(routes, 'get', paths.itemImport, 'item.change', (_request, response) => {
      response.page('items/import', itemImportPage())
    })

    route(routes, 'post', paths.itemImport, 'item.change', async (request, response) => {
      const list = typed(request.body, 'list')
      const { departments } = await intakeChoices(parts)
      const read = readItemList(list, departments)
      if (!read.ok) {
        response.status(422).page('items/import', itemImportPage(list, read.problems))
        return
      }
      const count = await listItems(parts, actorOf(request), read.items)
      if (count > 0) response.flash('done', 'items.import.done', { count })
      else response.flash('info', 'items.import.none')
      response.redirect(303, paths.items)
    })

    route(routes, 'get', paths.item, 'signedIn', (request, response) => show(request, response))

    route(routes, 'post', paths.item, 'item.change', (request, response) =>
      act(request, response, async () => {
        const { departments } = await intakeChoices(parts)
        const parsed = parseItem(readItem(request.body), new Set(departments.map(({ id }) => id)))
        if (!parsed.ok) throw new InvalidAnswersProblem(parsed.errors)
        await describeItem(parts, actorOf(request), seen(request), parsed.value)
        response.flash('done', 'item.saved')
        return null
      }),
    )

    route(routes, 'post', paths.itemMerge, 'item.change', (request, response) =>
      act(request, response, async () => {
        const into = await mergeItem(parts, actorOf(request), seen(request), typed(request.body, 'into'))
        response.flash('done', 'item.merged', { name: into.name })
        return into.id
      }),
    )

    route(routes, 'post', paths.itemRetire, 'item.change', (request, response) =>
      act(request, response, async () => {
        const retire = typed(request.body, 'act') !== 'restore'
        const reason = cleanLine(typed(request.body, 'reason')).slice(0, 200)
        await retireItem(parts, actorOf(request), seen(request), { retire, reason })
        response.flash('done', retire ? 'item.retire.done' : 'item.restore.done')
        return null
      }),
    )
  }

  type OfItem = Request<{ id: string }>

  /** Does it and shows the item, or shows the form with what is wrong and everything that was typed. */
  async function act(request: OfItem, response: Response, work: () => Promise<number | null>): Promise<void> {
    try {
      const id = (await work()) ?? idOf(request.params.id)
      response.redirect(303, pathTo(paths.item, { id }))
    } catch (error) {
      if (!(error instanceof InvalidAnswersProblem)) throw error
      response.status(422)
      await show(request, response, { values: asTyped(request.body), errors: error.fields })
    }
  }

  async function show(request: OfItem, response: Response, form?: ItemTyped): Promise<void> {
    const actor = actorOf(request)
    const { after } = request.query
    const cursor = typeof after === 'string' ? after : null
    const page = await itemPage(parts, actor, {
      id: idOf(request.params.id),
      after: readCursor(caseCursor, cursor),
    })
    const { departments } = await intakeChoices(parts)
    const surroundings = { departments, itemNames: await itemNames(parts), after: cursor }
    response.page('items/item', itemModel(page, actor, surroundings, form))
  }
}

function seen(request: Request<{ id: string }>) {
  return { id: idOf(request.params.id), revision: typedNumber(request.body, 'revision') }
}

function asTyped(body: unknown): Readonly<Record<string, string>> {
  const names = ['name', 'aliases', 'department', 'guideUrl', 'guideVersion', 'into', 'reason']
  const sent = typeof body === 'object' && body !== null ? body : {}
  return Object.fromEntries(
    names.filter(name => Object.hasOwn(sent, name)).map(name => [name, typed(body, name)]),
  )
}

function readQuery(query: Readonly<Record<string, unknown>>): ItemQuery {
  const word = (name: string) => (typeof query[name] === 'string' ? query[name].trim() : '')
  const show = word('show')
  const department = idOf(word('department'))
  return {
    show: show === 'met' || show === 'retired' ? show : 'listed',
    words: word('q').slice(0, 100),
    department: department > 0 ? department : null,
    after: word('after') || null,
  }
}
