/** What the page tells the panel of the house: who there is, what is known of a case, what the system can do. */
export interface House {
  /** where a form is posted to be shown as people will see it */
  readonly previewUrl: string
  readonly roles: readonly (Named & { readonly reach: string })[]
  readonly facts: readonly HouseFact[]
  /** lists of a case that a step can be done for each of */
  readonly lists: readonly Named[]
  /** the forms that are more than their fields, and what they add */
  readonly forms: readonly (Named & { readonly adds: string })[]
  /** the promises of the notice, with its own number of working days */
  readonly promises: readonly (Named & { readonly workingDays: number })[]
  readonly grounds: readonly Named[]
  readonly messages: readonly Named[]
  readonly topics: readonly Named[]
}

/** A value of the model and the word for it. */
export interface Named {
  readonly value: string
  readonly label: string
}

/** An entry of the data dictionary. */
export interface HouseFact {
  readonly key: string
  readonly label: string
  readonly type: string
  readonly from: 'answer' | 'case' | 'derived'
  readonly choices: readonly Named[]
}

/** The word for a value; a value that the house does not know is shown as it is. */
export function wordFor(list: readonly Named[], value: string): string {
  return list.find(one => one.value === value)?.label ?? value
}
