declare module 'wawoff2' {
  /** WOFF2 to the TrueType font in it. */
  export function decompress(font: Uint8Array): Promise<Uint8Array>
}
