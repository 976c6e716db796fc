import { createHash, randomBytes } from 'node:crypto'
import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import type { Actor } from '../../src/casework/actor.js'
import { sitePages } from '../../src/http/index.js'
import { createLiveBoard, sessionPort, unreadNotices } from '../../src/runtime/index.js'
import { createTrials } from '../../src/trial/index.js'
import { startSite, testConfig } from '../helpers/app.js'
import { openTestOffice, type TestOffice } from '../helpers/office.js'
import { complaintsOf, faultsOf } from '../helpers/page-audit.js'

/**
 * Somebody at a screen. Whatever page they come to is looked over before they go on, the same page on the same screen
 * once. Who comes another day signs in anew.
 */
export interface Person {
  readonly page: Page
  /** types an address */
  open(address: string): Promise<void>
  /** does what leads to another page, and waits until it is there */
  follow(action: () => Promise<unknown>): Promise<void>
  leave(): Promise<void>
}

/** An office with its real pages on a free port, on a clock that stands still until the test moves it. */
export interface BrowserOffice {
  readonly office: TestOffice
  citizen(width?: number): Promise<Person>
  /**
   * Signed in already, unless nobody is named. Without the audit, where another story looks the same pages over, the
   * browser’s own complaints are still heard.
   */
  at(width: number, actor: Actor | null, options?: { script?: boolean; audit?: boolean }): Promise<Person>
  readonly url: string
  close(): Promise<void>
}

/** Over all offices of this run: another office has the same pages. */
const lookedOver = new Set<string>()

export const phone = 360
export const desk = 1280

export async function openBrowserOffice(browser: Browser): Promise<BrowserOffice> {
  const office = await openTestOffice({ start: '2026-04-14T09:00:00+08:00' })
  const { parts, clock } = office
  const sessions = sessionPort(parts)
  const config = { ...testConfig, dataDir: office.folder }
  const trials = createTrials(clock)
  const site = await startSite({
    config,
    clock,
    sessions,
    pages: sitePages(parts, config, createLiveBoard(parts), trials),
    unread: actor => unreadNotices(parts, actor),
  })

  const at: BrowserOffice['at'] = async (width, actor, { script = true, audit = true } = {}) => {
    const height = width === phone ? 740 : 900
    const context = await browser.newContext({
      viewport: { width, height },
      locale: 'zh-CN',
      javaScriptEnabled: script,
    })
    if (actor) {
      const token = randomBytes(32).toString('base64url')
      const tokenHash = createHash('sha256').update(token).digest('hex')
      const expiresAt = new Date(Date.parse(clock.now()) + 8 * 3_600_000).toISOString()
      await sessions.create({ tokenHash, accountId: actor.accountId, expiresAt })
      await context.addCookies([{ name: 'bdc_session', value: token, url: site.url }])
    }
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    const complaints = complaintsOf(page)
    const lookOver = async () => {
      const { pathname } = new URL(page.url())
      const where = `${pathname} at ${width} px`
      expect(complaints, where).to.deep.equal([])
      // the page of one case is the page of another
      const kind = `${where} ${await page.locator('h1').innerText()}`.replace(/\d+(-\d+)*/g, 'n')
      if (!audit || lookedOver.has(kind)) return
      expect(await faultsOf(page), where).to.deep.equal([])
      lookedOver.add(kind)
    }
    return {
      page,
      async open(address) {
        await page.goto(site.url + address)
        await lookOver()
        expect(new URL(page.url()).pathname, 'sent elsewhere').to.equal(address.replace(/\?.*/, ''))
      },
      async follow(action) {
        const arrived = page.waitForEvent('load')
        await action()
        await arrived
        await lookOver()
      },
      leave: () => context.close(),
    }
  }
  return {
    office,
    url: site.url,
    at,
    citizen: (width = phone) => at(width, null),
    async close() {
      await site.stop()
      await trials.close()
      await office.close()
    },
  }
}

/**
 * Waits until the page is so, and asks at each frame. A text given to `waitForFunction` is evaluated by the page itself
 * when it is not true at once, which the page's policy forbids.
 */
export async function until(page: Page, holds: () => Promise<boolean>): Promise<void> {
  const patience = Date.now() + 10_000
  while (!(await holds())) {
    if (Date.now() > patience) throw new Error(`the page did not come to be so: ${holds.toString()}`)
    await page.evaluate('new Promise(requestAnimationFrame)')
  }
}
