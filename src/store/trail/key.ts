import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'

/** What makes and checks the trail; all of it follows from one secret, which is kept outside the database. */
export interface TrailKey {
  /** tells keys apart: the beginning of the public key’s hash */
  readonly id: string
  /** for whoever checks a signed head without being able to make one; PEM */
  readonly publicKey: string
  /** The hash of a link: HMAC-SHA256 over the hash before it and what it links, in hex. */
  link(previous: string, link: LinkContent): string
  /** Signs the head of the chain: Ed25519, base64url. */
  sign(head: HeadContent): string
}

/** What a link binds: the place in the chain, the row, and the digest of what stood in it. */
export interface LinkContent {
  readonly position: number
  readonly source: string
  readonly rowKey: string
  readonly digest: string
}

/** What a signature vouches for: so long was the chain then, and this was its last hash. */
export interface HeadContent {
  readonly position: number
  readonly hash: string
  readonly at: string
}

/** The hash before the first link. */
export const beginning = '0'.repeat(64)

export function createTrailKey(secret: string): TrailKey {
  const chain = derived(secret, 'bandecheng trail chain')
  const privateKey = createPrivateKey({
    key: Buffer.concat([ed25519, derived(secret, 'bandecheng trail heads')]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString()
  return {
    id: keyIdOf(publicKey),
    publicKey,
    link: (previous, { position, source, rowKey, digest }) =>
      createHmac('sha256', chain)
        .update(JSON.stringify([previous, position, source, rowKey, digest]))
        .digest('hex'),
    sign: head => sign(null, signed(head), privateKey).toString('base64url'),
  }
}

/** Whether the signature is of this head and of the owner of this key: needs no secret. */
export function isSigned(head: HeadContent, signature: string, publicKey: string | KeyObject): boolean {
  return verify(null, signed(head), publicKey, Buffer.from(signature, 'base64url'))
}

function signed({ position, hash, at }: HeadContent): Buffer {
  return Buffer.from(JSON.stringify(['bandecheng trail head', position, hash, at]))
}

function keyIdOf(publicKey: string): string {
  return createHash('sha256').update(publicKey).digest('hex').slice(0, 16)
}

function derived(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))
}

/** PKCS #8 before the 32 bytes of an Ed25519 seed (RFC 8410). */
const ed25519 = Buffer.from('302e020100300506032b657004220420', 'hex')
