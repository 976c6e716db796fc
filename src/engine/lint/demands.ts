/**
 * What a house asks of one of its processes beyond that it runs: the limits its law sets, what must be known before
 * what, and the facts its figures are computed from. Data and no code, because the editor’s worker is handed the same.
 */
export interface Demands {
  /** The process’s id; no other diagram is asked. */
  readonly process: string
  readonly limits: readonly DemandedLimit[]
  readonly orders: readonly DemandedOrder[]
  readonly figures: readonly DemandedFigure[]
}

/** A fact by its key and what people call it. */
export interface NamedFact {
  readonly fact: string
  readonly label: string
}

/** A limit that the law sets, known by its promise (`bdc:promise`). */
export interface DemandedLimit {
  readonly promise: string
  /** `3个工作日电话答复` */
  readonly label: string
  readonly workingDays: number
  /** The fact that starts the clock. */
  readonly from: NamedFact
  /** `三(三)` */
  readonly paragraph: string
  /** What is noted in the work that the limit runs over; all of it where it is noted at all. */
  readonly covers: readonly NamedFact[]
}

/** Wherever the case comes to where `fact` is noted, or chosen by at a gateway, one of `first` is known. */
export interface DemandedOrder extends NamedFact {
  readonly where: 'noted' | 'chosenBy'
  readonly first: readonly NamedFact[]
  /** Who is to be asked, in words for the remedy. */
  readonly remedy: string
  readonly paragraph: string
}

/** A figure and a fact that it cannot be computed without. */
export interface DemandedFigure extends NamedFact {
  /** `3日按期答复率` */
  readonly figure: string
  /** Whether the law itself asks for the figure, so that a diagram without the fact is refused. */
  readonly essential: boolean
  /** How a form must ask for the fact for the figure to count the answer; any way will do where this is absent. */
  readonly answer?: {
    /** Types of fields: `enum`, `boolean`. */
    readonly types: readonly string[]
    /** The choices that are counted, where it is one of some. */
    readonly values?: readonly string[]
  }
}

/** The demands on the process, where there are any. */
export function demandsOn(all: readonly Demands[], processId: string | undefined): Demands | undefined {
  return all.find(({ process }) => process === processId)
}
