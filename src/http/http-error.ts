/** Turned away by the middleware before any use case saw it; the page says the catalogue's sentence for its kind. */
export class HttpError extends Error {
  readonly status: number
  /** its sentences are `error.<kind>.title` and `error.<kind>.advice` */
  readonly kind: string

  constructor(status: number, kind: string, options?: ErrorOptions) {
    super(kind, options)
    this.name = new.target.name
    this.status = status
    this.kind = kind
  }
}

/** No such page. */
export class PageNotFoundError extends HttpError {
  constructor() {
    super(404, 'notFound')
  }
}

/** Sent by another site's page. */
export class CrossSiteError extends HttpError {
  constructor() {
    super(403, 'crossSite')
  }
}

/** A form whose token is missing or of another visitor: mostly a page left open while signing in or out. */
export class FormExpiredError extends HttpError {
  constructor() {
    super(403, 'formExpired')
  }
}

/** Signed in, but this page is not for this role. */
export class WrongRoleError extends HttpError {
  constructor() {
    super(403, 'wrongRole')
  }
}

/** Nobody is signed in, and the request cannot be sent again after signing in. */
export class SignedOutError extends HttpError {
  constructor() {
    super(401, 'signedOut')
  }
}

/** Too often in too short a time. */
export class TooOftenError extends HttpError {
  constructor() {
    super(429, 'tooOften')
  }
}

/** A clerk whom the administrator has given no place yet. */
export class NoPlaceError extends HttpError {
  constructor() {
    super(403, 'noPlace')
  }
}
