/** The sentences the page's author left for the script; what they leave open is filled in here. */
export interface Words {
  progress(step: number, count: number): string
  changeOf(title: string): string
  readonly next: string
  readonly skip: string
  readonly toReview: string
  readonly answerFirst: string
  readonly noAnswer: string
  readonly change: string
  readonly uploading: string
  readonly uploaded: string
  readonly failed: string
  readonly again: string
  readonly remove: string
  removeOf(name: string): string
  tooLarge(name: string): string
  readonly wait: string
  readonly offline: string
}

export function wordsOf(form: HTMLFormElement): Words {
  const words = JSON.parse(form.dataset.report ?? '{}') as Record<keyof Words, string>
  return {
    ...words,
    progress: (step, count) => fill(words.progress, { step, count }),
    changeOf: title => fill(words.changeOf, { title }),
    removeOf: name => fill(words.removeOf, { name }),
    tooLarge: name => fill(words.tooLarge, { name }),
  }
}

function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_whole, name: string) => String(values[name] ?? ''))
}
