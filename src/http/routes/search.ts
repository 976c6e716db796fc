import { normaliseCaseNumber } from '../../casework/case-number.js'
import { ledger, type Parts } from '../../runtime/index.js'
import { caseCursor, readCursor } from '../forms/cursor.js'
import { actorOf } from '../middleware/require-role.js'
import { searchPage, searchPageSize } from '../pages/search.js'
import { paths, pathTo } from '../paths.js'
import { route, type Routes } from '../route-table.js'

/** 搜索: the box of every page leads here. */
export function searchRoutes(parts: Parts) {
  return (routes: Routes): void => {
    route(routes, 'get', paths.search, 'case.see', async (request, response) => {
      const actor = actorOf(request)
      const { q, after } = request.query
      const query = {
        words: typeof q === 'string' ? q.trim().slice(0, 100) : '',
        after: typeof after === 'string' ? after : null,
      }
      const page =
        query.words === ''
          ? { rows: [], next: null }
          : await ledger(parts, actor, {
              text: query.words,
              after: readCursor(caseCursor, query.after),
              limit: searchPageSize,
            })
      // a whole number, read off a slip, means this one case
      const number = normaliseCaseNumber(query.words)
      if (number !== null && page.rows[0]?.number === number)
        response.redirect(303, pathTo(paths.case, { number }))
      else response.page('search/results', searchPage(actor, query, page))
    })
  }
}
