import Bowser from 'bowser'

/** “Chrome · Windows” of what a browser says it is; null when it says nothing that is known. Shown, never trusted. */
export function deviceOf(userAgent: string | undefined): string | null {
  if (!userAgent) return null
  const { browser, os } = Bowser.parse(userAgent.slice(0, 500))
  const words = [browser.name, os.name].filter(word => word !== undefined && word !== '')
  return words.length > 0 ? words.join(' · ').slice(0, 80) : null
}
