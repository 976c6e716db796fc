import { InvalidAnswersProblem } from '../../casework/problem.js'
import { changeOfficeSettings, officeSettingsPage, type Parts } from '../../runtime/index.js'
import { typed } from '../forms/typed.js'
import { actorOf } from '../middleware/require-role.js'
import { officeSettingsModel, settingGroups, type SettingGroup } from '../pages/office-settings.js'
import { paths } from '../paths.js'
import { route, type Routes } from '../route-table.js'

/** 办公室设置: what the office decides for itself. */
export function officeSettingsRoutes(parts: Parts) {
  return (routes: Routes): void => {
    route(routes, 'get', paths.officeSettings, 'setting.change', async (request, response) => {
      response.page('settings/office', officeSettingsModel(await officeSettingsPage(parts, actorOf(request))))
    })

    route(routes, 'post', paths.officeSettings, 'setting.change', async (request, response) => {
      const body: unknown = request.body
      const group = typed(body, 'group')
      if (!isGroup(group)) {
        response.redirect(303, paths.officeSettings)
        return
      }
      const asked = Object.fromEntries(settingGroups[group].map(name => [name, typed(body, name)]))
      const reason = typed(body, `${group}Reason`)
      try {
        await changeOfficeSettings(parts, actorOf(request), { values: asked, reason })
      } catch (error) {
        if (!(error instanceof InvalidAnswersProblem)) throw error
        const { reason: missing, ...wrong } = error.fields
        const errors = missing === undefined ? wrong : { ...wrong, [`${group}Reason`]: missing }
        const returned = { group, values: { ...asked, [`${group}Reason`]: reason }, errors }
        const page = officeSettingsModel(await officeSettingsPage(parts, actorOf(request)), returned)
        response.status(422).page('settings/office', page)
        return
      }
      response.flash('done', 'settings.done')
      response.redirect(303, `${paths.officeSettings}#${group}`)
    })
  }
}

function isGroup(typedGroup: string): typedGroup is SettingGroup {
  return typedGroup in settingGroups
}
