/** A share that nobody has to defend: both numbers always stand beside it. */
export interface Rate {
  readonly numerator: number
  readonly denominator: number
  /** Between 0 and 1; null when there is nothing to divide by. */
  readonly rate: number | null
}

export function rateOf(numerator: number, denominator: number): Rate {
  return { numerator, denominator, rate: denominator === 0 ? null : numerator / denominator }
}

/** 87.5%, or — when there was nothing. Never rounded up to 100% nor down to 0%. */
export function percent({ rate }: Rate): string {
  if (rate === null) return '—'
  const tenths = Math.round(rate * 1000)
  const honest = rate < 1 && tenths === 1000 ? 999 : rate > 0 && tenths === 0 ? 1 : tenths
  return `${(honest / 10).toFixed(1)}%`
}
