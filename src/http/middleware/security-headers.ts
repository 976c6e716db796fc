import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { Config } from '../../config.js'

/**
 * What the browser must not do for our pages: no script or style but our own files, none written into the page, no
 * frame around it, no form to elsewhere but the sign-out at the provider of unified sign-in. Images may be `data:`, which Bootstrap and bpmn-js draw their marks with.
 */
export function securityHeaders({ https, unified }: Pick<Config, 'https' | 'unified'>): RequestHandler[] {
  const self = ["'self'"]
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: self,
          imgSrc: ["'self'", 'data:'],
          styleSrc: self,
          fontSrc: self,
          scriptSrc: self,
          objectSrc: ["'none'"],
          frameAncestors: ["'none'"],
          formAction: unified === null ? self : [...self, new URL(unified.issuer).origin],
          baseUri: ["'none'"],
        },
      },
      referrerPolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
      strictTransportSecurity: https && { maxAge: 31_536_000, includeSubDomains: false },
    }),
    (_request, response, next) => {
      response.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()')
      next()
    },
  ]
}
