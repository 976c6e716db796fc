import * as client from 'openid-client'
import { z } from 'zod'

/** Where unified sign-in is, and how this office is known there. */
export interface ProviderSettings {
  /** `https://login.example.gov.cn`; plain http only on this machine */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** the claim that lists somebody's groups */
  readonly groupsClaim: string
}

/** What has to be kept between going there and coming back. */
export interface Journey {
  readonly verifier: string
  readonly state: string
  readonly nonce: string
}

/** Whom the provider vouches for. */
export interface Vouched {
  /** the provider and its name for the person, which never changes */
  readonly subject: string
  readonly username: string
  readonly displayName: string
  readonly groups: readonly string[]
}

/** OpenID Connect, code flow with PKCE, state and nonce (RFC 9700). */
export interface Provider {
  /** where to send somebody who wants to sign in */
  depart(returnTo: string): Promise<{ readonly url: string; readonly journey: Journey }>
  /**
   * Who came back to this address.
   * @throws whatever is wrong with what they brought
   */
  arrive(address: URL, journey: Journey): Promise<Vouched>
  /**
   * Where to send somebody who signs out, for the provider to sign them out too and send them back (RP-Initiated
   * Logout); null when it has no such address, or has it on another site than its own.
   */
  leave(returnTo: string): Promise<string | null>
}

const said = z.object({
  sub: z.string().min(1).max(255),
  preferred_username: z.string().optional(),
  name: z.string().optional(),
})

/** The provider is asked about itself when it is first wanted, and again when that failed. */
export function createProvider({ issuer, clientId, clientSecret, groupsClaim }: ProviderSettings): Provider {
  const address = new URL(issuer)
  const here = ['127.0.0.1', 'localhost', '[::1]'].includes(address.hostname)
  let found: Promise<client.Configuration> | undefined
  const discovered = () =>
    (found ??= client
      .discovery(address, clientId, clientSecret, undefined, {
        timeout: 10,
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out; on this machine alone
        ...(here ? { execute: [client.allowInsecureRequests] } : {}),
      })
      .catch((error: unknown) => {
        found = undefined
        throw error
      }))
  return {
    async depart(returnTo) {
      const journey = {
        verifier: client.randomPKCECodeVerifier(),
        state: client.randomState(),
        nonce: client.randomNonce(),
      }
      const url = client.buildAuthorizationUrl(await discovered(), {
        redirect_uri: returnTo,
        scope: 'openid profile',
        code_challenge: await client.calculatePKCECodeChallenge(journey.verifier),
        code_challenge_method: 'S256',
        state: journey.state,
        nonce: journey.nonce,
      })
      return { url: url.href, journey }
    },

    async arrive(came, { verifier, state, nonce }) {
      const tokens = await client.authorizationCodeGrant(await discovered(), came, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      })
      const claims = tokens.claims() ?? {}
      const { sub, preferred_username: username, name } = said.parse(claims)
      const groups = z
        .array(z.string())
        .catch([])
        .parse((claims as Readonly<Record<string, unknown>>)[groupsClaim])
      return {
        subject: `${issuer} ${sub}`,
        username: username ?? sub,
        displayName: name ?? username ?? sub,
        groups,
      }
    },

    async leave(returnTo) {
      const there = await discovered()
      const { end_session_endpoint: end } = there.serverMetadata()
      if (end === undefined || new URL(end).origin !== address.origin) return null
      return client.buildEndSessionUrl(there, { post_logout_redirect_uri: returnTo }).href
    },
  }
}
