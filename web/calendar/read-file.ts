/** A year has some sixty lines; what is far longer is no calendar. In bytes. */
const biggest = 200_000

/** Lets a file be chosen, and puts its words where they could have been pasted: there they can be seen and mended. */
export function readIntoForm(form: HTMLFormElement): void {
  const part = form.querySelector<HTMLElement>('[data-calendar-file]')
  const input = part?.querySelector<HTMLInputElement>('input[type="file"]')
  const said = part?.querySelector<HTMLElement>('[data-calendar-file-said]')
  const words = form.querySelector<HTMLTextAreaElement>('textarea')
  if (!part || !input || !said || !words) return
  part.hidden = false
  const read = async () => {
    const file = input.files?.[0]
    if (!file) return
    said.textContent = ''
    if (file.size > biggest) {
      said.textContent = form.dataset.tooBig ?? ''
      return
    }
    words.value = decode(await file.arrayBuffer())
    words.dispatchEvent(new Event('input', { bubbles: true }))
  }
  input.addEventListener('change', () => void read())
}

/** UTF-8, or what Excel writes in China. The mark at the beginning of UTF-8 is taken off by the decoder. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
