import { InvalidAnswersProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import { choosePassword, invited, type Parts } from '../../runtime/index.js'
import { readPasswords } from '../forms/password-form.js'
import { typed } from '../forms/typed.js'
import { limitTries } from '../middleware/rate-limit.js'
import { passwordFields, stepPage } from '../pages/step.js'
import { paths } from '../paths.js'
import { route, type Routes } from '../route-table.js'

/** The link by which somebody chooses their password. Its token stands in the query, which no log has. */
export function invitationRoutes(parts: Parts) {
  const page = async (token: string, errors: Readonly<Record<string, string>> = {}) => {
    const account = await invited(parts, token)
    if (!account)
      return stepPage({
        title: text('invitation.gone.title'),
        what: text('invitation.gone.what'),
        action: paths.invitation,
        fields: [],
        submit: null,
      })
    return stepPage({
      title: text('invitation.title'),
      what: text('invitation.choose', { name: account.displayName, username: account.username }),
      action: paths.invitation,
      hidden: { token },
      fields: passwordFields(errors, { current: false }),
      submit: text('password.save'),
    })
  }
  const limit = limitTries({ minutes: 10, tries: 60 })

  return (routes: Routes): void => {
    route(routes, 'get', paths.invitation, 'public', limit, async (request, response) => {
      const { token } = request.query
      const model = await page(typeof token === 'string' ? token : '')
      response.status(model.submit === null ? 404 : 200)
      response.set('Cache-Control', 'no-store').page('account/step', model)
    })

    route(routes, 'post', paths.invitation, 'public', limit, async (request, response) => {
      const token = typed(request.body, 'token')
      if (!(await invited(parts, token))) {
        response.status(404).page('account/step', await page(token))
        return
      }
      try {
        await choosePassword(parts, token, readPasswords(request.body))
        response.flash('done', 'invitation.done')
        response.redirect(303, paths.signIn)
      } catch (error) {
        if (!(error instanceof InvalidAnswersProblem)) throw error
        response.status(422).page('account/step', await page(token, error.fields))
      }
    })
  }
}
