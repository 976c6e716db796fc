/** Words of the cases: field messages, definitions of the figures, sentences of the quarterly report. */
export const casework = {} as const
