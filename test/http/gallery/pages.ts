import { readFileSync } from 'node:fs'
import path from 'node:path'
import { paths } from '../../../src/http/paths.js'
import { route, type Routes } from '../../../src/http/route-table.js'
import { galleryModels } from './models.js'

type Models = typeof galleryModels

declare module '../../../src/http/render.js' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the gallery's own pages
  interface Pages extends Models {}
}

export const galleryViews = path.join(import.meta.dirname, 'views')
export const galleryNames = Object.keys(galleryModels) as (keyof Models)[]

/** Pages that show every part with example words; the style page of the house. */
export function gallery(routes: Routes): void {
  for (const name of galleryNames) {
    const entry = name === 'gallery/public' ? 'public' : 'signedIn'
    route(routes, 'get', `/${name}`, entry, (_request, response) => {
      response.page(name, galleryModels[name])
    })
  }
  route(routes, 'get', '/gallery/diagram.xml', 'signedIn', (_request, response) => {
    response.type('xml').send(readFileSync(path.join(import.meta.dirname, 'diagram.bpmn'), 'utf8'))
  })
  route(routes, 'get', '/gallery/diagram.json', 'signedIn', (_request, response) => {
    response.json({
      taken: ['Flow_1', 'Flow_2', 'Flow_3', 'Flow_5'],
      finished: ['Start', 'Task_Analyse', 'Task_Confirm', 'Gateway_Side'],
      standing: [{ id: 'Task_Rectify', words: '现在在这里：市场监督管理局', state: 'yellow' }],
    })
  })
  for (const place of [paths.report, paths.track])
    route(routes, 'get', place, 'public', (_request, response) => {
      response.page('gallery/public', galleryModels['gallery/public'])
    })
  // the navigation is read off the rules, so the gallery has closed doors to show
  for (const place of [paths.tasks, paths.watch, paths.cases, paths.reports])
    route(routes, 'get', place, { roles: ['officer', 'supervisor'] }, (_request, response) => {
      response.page('gallery/work', galleryModels['gallery/work'])
    })
}
