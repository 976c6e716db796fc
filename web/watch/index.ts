import { startActing } from './acting'
import { startChoosing } from './choosing'
import { showStanding } from './standing'
import { listen } from './live'
import { createRefresh } from './refresh'
import { wordsOf } from './words'

const line = document.querySelector<HTMLElement>('[data-live]')
if (line) {
  const words = wordsOf(line)
  const { eventsUrl = '', boardUrl = '' } = line.dataset
  const show = showStanding(line, words)
  const refresh = createRefresh(boardUrl)
  startChoosing(words)
  startActing(words, refresh)
  listen(eventsUrl, { refresh, show })
}
