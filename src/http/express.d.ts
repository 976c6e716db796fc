import type { Actor } from '../casework/actor.js'
import type { AtGate } from './middleware/session.js'
import type { Pages } from './render.js'
import type { TextValues } from '../catalogue/index.js'

// What our middleware adds to Express's own types.
declare module 'express-serve-static-core' {
  interface Request {
    /** one for each request, in its log line, its answer's header and the page of a fault */
    id: string
    /** who is signed in; null for a visitor. Handlers behind a guard use `actorOf(request)` */
    actor: Actor | null
    /** who has shown a password but has a gate to pass first */
    atGate: AtGate | null
    /** the account's session, or the visitor's own cookie: what a form token is bound to */
    visitorId: string
    /** how many notices whoever is signed in has not read */
    unread: number
  }
  interface Response {
    /** Renders views/<name>.hbs with its model. */
    page<Name extends keyof Pages>(name: Name, model: Pages[Name]): void
    /** Says a sentence of the catalogue once, at the head of the next page this visitor sees. */
    flash(kind: 'done' | 'info' | 'problem', key: string, values?: TextValues): void
  }
}
