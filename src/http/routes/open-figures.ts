import type { Config } from '../../config.js'
import { figuresAreOpen, openFigures, openOrCloseFigures, type Parts } from '../../runtime/index.js'
import { typed } from '../forms/typed.js'
import { PageNotFoundError } from '../http-error.js'
import { actorOf } from '../middleware/require-role.js'
import {
  openFiguresPage,
  openFiguresSetting,
  type OpenFiguresModel,
  type OpenFiguresSettingModel,
} from '../pages/open-figures.js'
import { paths } from '../paths.js'
import { route, type Routes } from '../route-table.js'

declare module '../render.js' {
  interface Pages {
    'open-figures/public': OpenFiguresModel
    'open-figures/setting': OpenFiguresSettingModel
  }
}

/** 公开数据: a page and its data for anybody, where the office has said so; else there is no such page. */
export function openFiguresRoutes(parts: Parts, { officeName }: Pick<Config, 'officeName'>) {
  return (routes: Routes): void => {
    route(routes, 'get', paths.openFigures, 'public', async (_request, response) => {
      response.page('open-figures/public', openFiguresPage(await published()))
    })

    route(routes, 'get', paths.openFiguresData, 'public', async (_request, response) => {
      const quarters = await published()
      // for any site and any cache: there is nothing in it of who asks
      response.removeHeader('Set-Cookie')
      response.set({
        'Access-Control-Allow-Origin': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
        'Cache-Control': 'public, max-age=3600',
      })
      response.json({ version: 1, office: officeName, quarters })
    })

    route(routes, 'get', paths.openFiguresSetting, 'figures.open', async (_request, response) => {
      const page = openFiguresSetting(await figuresAreOpen(parts), await openFigures(parts))
      response.page('open-figures/setting', page)
    })

    route(routes, 'post', paths.openFiguresSetting, 'figures.open', async (request, response) => {
      const on = typed(request.body, 'open') === 'yes'
      await openOrCloseFigures(parts, actorOf(request), on)
      response.flash('done', on ? 'openFigures.opened' : 'openFigures.closed')
      response.redirect(303, paths.openFiguresSetting)
    })
  }

  async function published() {
    if (!(await figuresAreOpen(parts))) throw new PageNotFoundError()
    return openFigures(parts)
  }
}
